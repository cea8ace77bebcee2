import type { SearchInterface } from '@/search/interface.ts';
import { namePhases } from '@/search/phase.ts';
import { hasFilters, readQuery, type Query } from '@/search/query.ts';
import dialogStyles from './dialog.css?inline';
import { button, element } from './element.ts';
import { createFilters } from './filters.ts';
import { createMessages } from './messages.ts';
import { loadSearcher, type Found, type Searcher } from './pagefind.ts';
import panelStyles from './panel.css?inline';
import resultStyles from './results.css?inline';
import { createResultList, type ResultList } from './results.ts';

/** Number of results that are fetched and shown at a time. */
const pageSize = 10;
/** Milliseconds until a search starts, and until its messages and the results in other languages are shown. */
const delay = { input: 120, loading: 300, slow: 5000, others: 1000 };

export interface PanelOptions {
  /** The folder of the index. */
  index: string;
  /** The language of the page and of the index. */
  locale: string;
  text: SearchInterface;
  /** An element beside the field. */
  beside?: Node;
  /** Called with each query as it is carried out. */
  onQuery: (query: Query) => void;
  /** Called when the form is submitted from the field; without it the query is carried out. */
  onSubmit?: (query: Query) => void;
}

/** The search form with its results, for the dialog and the search page. */
export interface Panel {
  node: HTMLElement;
  /** Fills in a query and carries it out. */
  ask: (query: Query) => void;
}

/** Creates a panel. The index is fetched with the first query. */
export function createPanel({ index, locale, text, beside, onQuery, onSubmit }: PanelOptions): Panel {
  addStyles();
  const field = createField(text.words);
  const form = element('form', { class: 'search-panel', role: 'search', action: text.page });
  const results = element('div', { class: 'search-results' });
  const filters = createFilters(text);
  const ask = (query: Query) => {
    fillForm(form, query);
    field.focus();
    run();
  };
  const messages = createMessages(text, locale, ask);
  const fieldRow = element('div', { class: 'search-field' }, field, ...(beside ? [beside] : []));
  form.append(fieldRow, filters.node, messages.node, results);
  let typing = 0;
  let searcher: Promise<Searcher> | undefined;
  let others = [...text.others];
  let latest: Query | undefined;

  const run = () => {
    clearTimeout(typing);
    const query = readQuery(new FormData(form));
    latest = query;
    onQuery(query);
    if (query.q === '') {
      filters.node.hidden = true;
      results.replaceChildren();
      messages.hint();
    } else void search(query);
  };

  /** Carries out a query, unless a later one overtakes it. The first result is shown before the others. */
  const search = async (query: Query): Promise<void> => {
    const isLatest = () => latest === query;
    const timers = [setTimeout(messages.loading, delay.loading), setTimeout(messages.slow, delay.slow)];
    const named = { ...query, q: namePhases(query.q, text.phases) };
    try {
      const ready = await (searcher ??= loadSearcher(index, locale));
      const found = await ready.search(named);
      const isFiltered = found.total === 0 && hasFilters(query) && found.unfiltered > 0;
      const isKnown = isFiltered || (await found.fits());
      const suggestion = isKnown || !isLatest() ? undefined : await suggest(query.q, found, ready);
      const first = await found.load(0, 1);
      if (!isLatest()) return;
      const list = createResultList(text);
      list.add(first);
      results.replaceChildren(list.node);
      // There is nothing to filter where nothing is found at all.
      filters.node.hidden = found.unfiltered === 0;
      timers.forEach(clearTimeout);
      if (isFiltered) messages.filtered(query);
      else messages.found(query, found.total, suggestion);
      list.add(await found.load(1, pageSize));
      const counts = await found.count(filters.kinds);
      if (!isLatest()) return;
      filters.count(counts);
      if (found.total > pageSize) {
        results.append(createMore(found, list, text.words.more, () => messages.failed(run)));
      }
      const offered = await found.countOthers();
      if (!isLatest()) return;
      messages.offer(query, offered);
      // Other languages are fetched at once only where this one has nothing.
      await new Promise((done) => setTimeout(done, found.total > 0 ? delay.others : 0));
      if (isLatest() && others.length > 0) await offerOthers(query, named, ready, isLatest);
    } catch {
      // Pagefind remembers failures: the next attempt starts afresh.
      searcher = undefined;
      others = [...text.others];
      if (!isLatest()) return;
      results.replaceChildren();
      messages.failed(run);
    } finally {
      timers.forEach(clearTimeout);
    }
  };

  /** Suggests a correction. Results are shown even if that fails. */
  const suggest = async (q: string, { total }: Found, ready: Searcher) => {
    try {
      const { findSuggestion } = await import('./suggestion.ts');
      return await findSuggestion(index, q, ready);
    } catch (error) {
      if (total === 0) throw error;
      return undefined;
    }
  };

  /** Adds the other languages to the index and links to their results. */
  const offerOthers = async (query: Query, named: Query, ready: Searcher, isLatest: () => boolean) => {
    const added = others;
    others = [];
    try {
      await ready.join(added);
      const counts = await (await ready.search(named)).countOthers();
      if (isLatest()) messages.offer(query, counts);
    } catch {
      // The search goes on without them.
      searcher = undefined;
    }
  };

  form.addEventListener('input', ({ target }) => {
    clearTimeout(typing);
    typing = window.setTimeout(run, target === field ? delay.input : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Enter on a filter submits the form too, but asks for nothing new.
    if (onSubmit && document.activeElement === field) onSubmit(readQuery(new FormData(form)));
    else run();
  });
  form.addEventListener('keydown', (event) => moveFocus(event, field, results));
  messages.hint();
  return { node: form, ask };
}

function createField(words: SearchInterface['words']): HTMLInputElement {
  return element('input', {
    // Not type=search: there Escape empties the field in some browsers instead of closing the dialog.
    type: 'text',
    name: 'q',
    placeholder: words.placeholder,
    'aria-label': words.field,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '200',
  });
}

/** Sets the controls of a form. A filter without the value is set to all. */
function fillForm(form: HTMLFormElement, query: Query): void {
  form.reset();
  for (const [name, value] of Object.entries(query)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof RadioNodeList) control.value = value;
    if (control instanceof HTMLSelectElement) {
      control.value = value;
      if (control.selectedIndex === -1) control.value = '';
    }
  }
}

/** Moves the focus by arrow keys from the field to the results, among them, and back. */
function moveFocus(event: KeyboardEvent, field: HTMLElement, results: HTMLElement): void {
  const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
  const place = stops.findIndex((stop) => stop === event.target);
  if (place === -1) return;
  event.preventDefault();
  stops[place + (key === 'ArrowDown' ? 1 : -1)]?.focus();
}

/** Creates the button that shows more results. */
function createMore(
  { total, load }: Found,
  list: ResultList,
  label: string,
  onFailure: () => void,
): HTMLElement {
  let shown = pageSize;
  const more = button(label, () => {
    void load(shown, shown + pageSize).then((hits) => {
      shown += pageSize;
      if (shown >= total) more.remove();
      list.add(hits)?.focus();
    }, onFailure);
  });
  return more;
}

/** The page's content security policy allows style sheets that scripts construct, but no new style element. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyles + resultStyles + dialogStyles);
  document.adoptedStyleSheets.push(sheet);
}
