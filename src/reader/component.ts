import type { MdastNode } from 'satteri';
import { findNearest } from '../model/nearest.ts';
import type { Position, Issue } from '../model/issue.ts';
import { explainHtml } from './mdx-error.ts';

/** The components that a body may use, with their attributes; `true` marks the ones it must have. */
export const bodyComponents: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  Note: { title: false },
  Figure: { src: true, alt: true, caption: false, width: true, height: true },
};

type Component = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Detail = Pick<Issue, 'code' | 'value' | 'allowed' | 'message' | 'fix'>;

/**
 * Reads a component of a body: whether it is one that bodies may use, with the attributes it must have.
 * @param at the file and the place of the component
 */
export function readComponent(
  node: Component,
  at: Position & { file: string },
): { image: { src: string; alt: string } | undefined; issues: Issue[] } {
  const name = node.name ?? '';
  const attributes = Object.hasOwn(bodyComponents, name) ? bodyComponents[name] : undefined;
  const details = attributes ? checkAttributes(node, attributes) : [explainUnknown(name)];
  const { src, alt } = textsOf(node);
  return {
    issues: details.map((detail) => ({ severity: 'error', ...at, ...detail })),
    // A missing alternative text is reported here, so that the picture itself need not be mute as well.
    image: name === 'Figure' && src ? { src, alt: alt?.trim() ? alt : '?' } : undefined,
  };
}

function explainUnknown(name: string): Detail {
  const allowed = Object.keys(bodyComponents);
  const nearest = findNearest(name, allowed);
  if (/^[a-z]/.test(name) && !nearest) return { code: 'body-html', value: `<${name}>`, ...explainHtml(name) };
  if (name === '') return { code: 'body-html', value: '<>', ...explainHtml() };
  return {
    code: 'body-component',
    value: `<${name}>`,
    allowed: allowed.map((each) => `<${each}>`),
    message: `There is no component <${name}>.${nearest ? ` Did you mean <${nearest}>?` : ''}`,
    fix: nearest ? `Write <${nearest}>; capital letters count.` : 'Write one of those, or plain Markdown.',
  };
}

function checkAttributes(node: Component, known: Readonly<Record<string, boolean>>): Detail[] {
  const { name } = node;
  const names = node.attributes.map((each) => (each.type === 'mdxJsxAttribute' ? each.name : '{…}'));
  const texts = textsOf(node);
  const wrong = names.flatMap((key): Detail[] => {
    if (Object.hasOwn(known, key) && texts[key] !== undefined) return [];
    const nearest = findNearest(key, Object.keys(known));
    return [
      {
        code: 'body-attribute',
        value: key,
        allowed: Object.keys(known),
        message: Object.hasOwn(known, key)
          ? `"${key}" of <${name}> has no text in quotation marks.`
          : `<${name}> has no attribute "${key}".${nearest ? ` Did you mean "${nearest}"?` : ''}`,
        fix: `Write ${Object.hasOwn(known, key) ? key : (nearest ?? Object.keys(known)[0] ?? '')}="…"${Object.hasOwn(known, key) || nearest ? '' : ', or delete it'}.`,
      },
    ];
  });
  const missing = Object.keys(known).filter(
    (key) => known[key] && !texts[key]?.trim() && !isWrong(key, wrong),
  );
  return [...wrong, ...missing.map((key) => explainMissing(key, name ?? ''))];
}

const isWrong = (key: string, details: Detail[]) => details.some(({ value }) => value === key);

function explainMissing(key: string, name: string): Detail {
  if (key === 'alt')
    return {
      code: 'image-alt',
      value: `<${name}>`,
      message: 'This picture has no alternative text.',
      fix: 'Add alt="…": what the picture shows, in a sentence, for people who cannot see it.',
    };
  return {
    code: 'body-attribute',
    value: `<${name}>`,
    message: `<${name}> lacks "${key}".`,
    fix: `Add ${key}="…"${key === 'width' || key === 'height' ? ', the size of the picture in pixels' : ''}.`,
  };
}

/** The attributes of a component that are plain texts. */
function textsOf(node: Component): Partial<Record<string, string>> {
  const texts = node.attributes.flatMap((each) =>
    each.type === 'mdxJsxAttribute' && typeof each.value === 'string'
      ? [[each.name, each.value] as const]
      : [],
  );
  return Object.fromEntries(texts);
}
