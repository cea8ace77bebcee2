import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import type { Issue, Position } from '../model/issue.ts';
import { limits } from '../model/limits.ts';

const svg = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
const xmlns = 'http://www.w3.org/2000/xmlns/';
const xml = 'http://www.w3.org/XML/1998/namespace';

const toSet = (names: string) => new Set(names.trim().split(/\s+/));

/** Elements that draw and describe. None runs, moves, links or brings in something else. */
const elements = toSet(`
  circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop style
  svg switch symbol text textPath title tspan use view`);

/** Their attributes (SVG 2, appendix F) without those of scripts, animation and links. */
const attributes = toSet(`
  alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip clip-path clip-rule clipPathUnits
  color color-interpolation color-interpolation-filters color-rendering cursor cx cy d data-name diffuseConstant
  direction display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent fill fill-opacity
  fill-rule filter filterUnits flood-color flood-opacity focusable font-family font-feature-settings font-size
  font-size-adjust font-stretch font-style font-variant font-weight fr fx fy gradientTransform gradientUnits height
  href id image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lang
  lengthAdjust letter-spacing lighting-color limitingConeAngle line-height marker-end marker-mid marker-start
  markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits mix-blend-mode mode numOctaves offset
  opacity operator order orient overflow paint-order path pathLength patternContentUnits patternTransform patternUnits
  points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role
  rotate rx ry scale seed shape-rendering side slope spacing specularConstant specularExponent spreadMethod startOffset
  stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tabindex tableValues
  targetX targetY text-anchor text-decoration text-rendering textLength transform transform-origin type unicode-bidi
  values vector-effect version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector
  y y1 y2 yChannelSelector z zoomAndPan`);

/** An element that is open while the file is read. */
interface OpenElement extends Position {
  name: string;
  /** The nearest element around it that has an id, itself included; the file's root counts as one. */
  owner: string;
  /** The text directly in it. */
  text: string;
}

/** What an element with an id draws. */
interface Drawn {
  elements: number;
  /** Ids that it refers to, once for each time. */
  references: string[];
}

/**
 * Checks an SVG against the list of what draws and describes. Browsers run what else an SVG may have, such as
 * scripts, when it is opened by itself.
 * @returns an issue for the first thing in each element that is not on the list; the first mistake of XML ends it
 */
export function checkSvg(text: string, file: string): Issue[] {
  const issues: Issue[] = [];
  const open: OpenElement[] = [];
  const drawn = new Map<string, Drawn>([['', { elements: 0, references: [] }]]);
  let position: Position = { line: 1, column: 1 };
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (message: string, fix: string, at: Position = position) => {
    issues.push({ severity: 'error', code: 'svg-unsafe', file, ...at, message, fix });
  };
  const here = (): Position => ({ line: parser.line, column: parser.column + 1 });
  parser.on('error', ({ message }) => {
    throw new SvgError(message.replace(/^(?:undefined:)?\d+:\d+: |\.$/g, ''));
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-8$/i.test(encoding))
      refuse(`This SVG says that its encoding is ${encoding}.`, 'Save it again in UTF-8.', here());
  });
  parser.on('doctype', () => {
    refuse('This SVG has a <!DOCTYPE>, which can define anything.', 'Delete it, up to its ">".', here());
  });
  parser.on('processinginstruction', ({ target }) => {
    refuse(`This SVG has an instruction <?${target}?>.`, 'Delete it, up to its "?>".', here());
  });
  parser.on('opentagstart', ({ name }) => {
    const { line, column } = here();
    position = { line, column: Math.max(1, column - name.length - 2) };
  });
  parser.on('opentag', ({ name, local, uri, attributes: given }) => {
    const around = open.at(-1)?.owner ?? '';
    const id = open.length > 0 ? given['id']?.value : undefined;
    const owner = id ?? around;
    if (!drawn.has(owner)) drawn.set(owner, { elements: 0, references: [] });
    // What has an id is drawn where it stands, too.
    if (owner !== around) drawn.get(around)?.references.push(owner);
    open.push({ name: local, owner, text: '', ...position });
    if (open.length > limits.svgDepth) {
      throw new SvgError(`its elements lie deeper than ${limits.svgDepth} inside one another`);
    }
    if (uri !== svg || !elements.has(local)) {
      refuse(`<${name}> is not allowed in an SVG.`, `Delete the element. ${advice}`);
      return;
    }
    const own = drawn.get(owner);
    if (own) own.elements += 1;
    for (const attribute of Object.values(given)) {
      const fault = explainAttribute(attribute);
      if (fault !== undefined) {
        refuse(`<${name}> has ${attribute.name}, ${fault}.`, `Delete the attribute. ${advice}`);
        break;
      }
      for (const [, target = ''] of attribute.value.matchAll(/#([^\s"')]+)/g)) own?.references.push(target);
    }
  });
  const readText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.name !== 'style') return;
    const { text: css, line, column } = element;
    const fault = explainStyle(css);
    if (fault !== undefined) refuse(`<style> has ${fault}.`, `Delete that rule. ${advice}`, { line, column });
  });
  try {
    parser.write(text).close();
    if (drawn.get('')?.elements === 0 && issues.length === 0) throw new SvgError('it has no element <svg>');
    if (issues.length === 0 && countDrawn(drawn) > limits.svgElements)
      throw new SvgError(`it draws more than ${limits.svgElements} elements`);
  } catch (error) {
    if (!(error instanceof SvgError)) throw error;
    refuse(`This SVG cannot be used: ${error.message}.`, advice, here());
  }
  return issues;
}

class SvgError extends Error {}

const advice = 'Save the drawing again as a plain or optimised SVG, or as a PNG.';

function explainAttribute({ name, prefix, local, uri, value }: SaxesAttributeNS): string | undefined {
  if (uri === xmlns) return undefined;
  if (uri === xml) return local === 'base' ? 'which changes addresses' : undefined;
  const isLink = local === 'href' && (uri === '' || uri === xlink);
  if (isLink) return value.startsWith('#') ? undefined : 'an address outside this file';
  const isKnown = prefix === '' && (attributes.has(name) || /^(?:aria|data)-[a-z-]+$/.test(name));
  return isKnown ? explainStyle(value) : 'which is not allowed';
}

/** Says what in a style sheet, or in a value of an attribute, could bring in something from outside. */
function explainStyle(css: string): string | undefined {
  if (css.includes('@')) return 'an @ rule';
  if (css.includes('\\')) return 'a backslash';
  if (/(?:url|image|image-set|cross-fade|src)\s*\((?!\s*["']?#)/i.test(css))
    return 'an address outside this file';
  return undefined;
}

/** How many elements are drawn if each reference is followed. Circles draw nothing. */
function countDrawn(drawn: ReadonlyMap<string, Drawn>): number {
  const counts = new Map<string, number>();
  const count = (id: string): number => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    counts.set(id, 0);
    const { elements: own, references } = drawn.get(id) ?? { elements: 0, references: [] };
    let sum = own;
    for (const reference of references) sum = Math.min(sum + count(reference), limits.svgElements + 1);
    counts.set(id, sum);
    return sum;
  };
  return count('');
}
