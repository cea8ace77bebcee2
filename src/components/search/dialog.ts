import { button, element } from './element.ts';
import { fetchInterface } from './interface.ts';
import { createPanel } from './panel.ts';
import { writeQuery, type Query } from './query.ts';

export interface DialogOptions {
  /** The folder of the index of the page's language. */
  index: string;
  locale: string;
  /** Whether the key / opens the search: some people press it by mistake, or speak it. */
  slash: { isOn: () => boolean; turn: (on: boolean) => void };
}

let making: Promise<HTMLDialogElement> | undefined;

/**
 * Opens the search as a dialog over the page. It is made once and keeps its query while the page is there.
 * @throws if what it is made of cannot be fetched
 */
export async function openDialog(options: DialogOptions): Promise<void> {
  making ??= makeDialog(options);
  try {
    const dialog = await making;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('input')?.select();
  } catch (error) {
    making = undefined;
    throw error;
  }
}

async function makeDialog({ index, locale, slash }: DialogOptions): Promise<HTMLDialogElement> {
  const text = await fetchInterface(index);
  const { words, page } = text;
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': words.title });
  const close = button(words.close, () => dialog.close(), { class: 'close' });
  const all = element('a', { href: page }, words.all);
  const panel = createPanel({
    index,
    locale,
    text,
    beside: close,
    onQuery: (query: Query) => {
      all.href = writeQuery(page, query);
      all.textContent = query.text === '' ? words.index : words.all;
    },
    onEnter: (query) => location.assign(writeQuery(page, query)),
  });
  all.textContent = words.index;
  const footer = element(
    'footer',
    {},
    all,
    element('p', { class: 'keys' }, words.keys),
    createSwitch(words.slash, slash),
  );
  dialog.append(panel.node, footer);
  dialog.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    // A link may lead to another part of this very page.
    if (event.target === dialog || (isLink && !opensElsewhere)) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function createSwitch(label: string, { isOn, turn }: DialogOptions['slash']): HTMLElement {
  const input = element('input', { type: 'checkbox' });
  input.checked = isOn();
  input.addEventListener('change', () => turn(input.checked));
  return element('label', { class: 'switch' }, input, label);
}
