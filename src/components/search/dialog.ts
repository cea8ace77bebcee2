import type { SearchInterface } from '@/search/interface.ts';
import { writeQuery } from '@/search/query.ts';
import { button, element } from './element.ts';
import { fetchJson } from './fetch.ts';
import { createPanel } from './panel.ts';

export interface DialogOptions {
  /** The folder of the index of the page's language. */
  index: string;
  locale: string;
  /** Whether the key / opens the search. It can be turned off (WCAG 2.1.4). */
  slash: { isOn: () => boolean; turn: (on: boolean) => void };
}

let created: Promise<HTMLDialogElement> | undefined;

/**
 * Opens the search dialog. It is created once and keeps its query.
 * @throws if its parts cannot be fetched
 */
export async function openDialog(options: DialogOptions): Promise<void> {
  created ??= createDialog(options);
  try {
    const dialog = await created;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('input')?.select();
  } catch (error) {
    created = undefined;
    throw error;
  }
}

async function createDialog({ index, locale, slash }: DialogOptions): Promise<HTMLDialogElement> {
  const text = await fetchJson<SearchInterface>(`${index}interface.json`);
  const { words, page } = text;
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': words.title });
  const close = button(words.close, () => dialog.close(), { class: 'close' });
  const all = element('a', { href: page }, words.index);
  const panel = createPanel({
    index,
    locale,
    text,
    beside: close,
    onQuery: (query) => {
      all.href = writeQuery(page, query);
      all.textContent = query.q === '' ? words.index : words.all;
    },
    onSubmit: (query) => location.assign(writeQuery(page, query)),
  });
  const keys = element('p', { class: 'keys' }, words.keys);
  dialog.append(panel.node, element('footer', {}, all, keys, createSwitch(words.slash, slash)));
  dialog.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    // A link may lead to another part of the current page.
    if (event.target === dialog || (isLink && !opensElsewhere)) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function createSwitch(label: string, { isOn, turn }: DialogOptions['slash']): HTMLElement {
  const input = element('input', { type: 'checkbox', checked: isOn() });
  input.addEventListener('change', () => turn(input.checked));
  return element('label', { class: 'switch' }, input, label);
}
