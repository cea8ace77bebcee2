import type { SearchInterface } from '@/search/interface.ts';
import { button, element } from './element.ts';
import { createFilterBar } from './filters.ts';
import { moveByArrows } from './keys.ts';
import { createMessages } from './messages.ts';
import dialogStyles from './dialog.css?inline';
import panelStyles from './panel.css?inline';
import resultStyles from './results.css?inline';
import type { Found } from './pagefind.ts';
import type { Query } from './query.ts';
import { createResultList, type ResultList } from './results.ts';
import { createSearch } from './search.ts';

/** How many results are shown at once: what is shown is fetched. */
const step = 10;
/** Milliseconds from the last letter to the search. */
const pause = 120;

export interface PanelOptions {
  /** The folder of the index, and its language. */
  index: string;
  locale: string;
  text: SearchInterface;
  /** What stands beside the field. */
  beside?: Node;
  /** Called with each query as it is carried out. */
  onQuery?: (query: Query) => void;
  /** Called when Enter is pressed in the field. */
  onEnter?: (query: Query) => void;
}

/** A field, filters and results: what the dialog and the search page hold. */
export interface Panel {
  node: HTMLElement;
  field: HTMLInputElement;
  ask: (query: Query) => void;
}

/** Makes a panel. It fetches the index when something is asked for the first time. */
export function createPanel({ index, locale, text, beside, onQuery, onEnter }: PanelOptions): Panel {
  addStyles();
  const field = createField(text.words);
  const form = element('form', { role: 'search', action: text.page }, field, ...(beside ? [beside] : []));
  const results = element('div', { class: 'search-results' });
  const messages = createMessages(text, locale);
  const filters = createFilterBar(text, () => run());
  const node = element('div', { class: 'search-panel' }, form, filters.node, messages.node, results);
  let typing = 0;

  const read = (): Query => ({ text: field.value.trim(), ...filters.read() });
  const ask = (query: Query) => {
    field.value = query.text;
    filters.write(query);
    field.focus();
    run();
  };
  const search = createSearch({
    index,
    locale,
    text,
    messages,
    ask,
    show: async (found, isLatest) => {
      const list = createResultList(text);
      list.add(await found.load(0, 1));
      if (isLatest()) {
        results.replaceChildren(list.node);
        // There is nothing to narrow down where nothing is found at all.
        filters.node.hidden = found.unfiltered === 0;
      }
      return async () => {
        list.add(await found.load(1, step));
        const counts = await found.count(filters.kinds);
        if (!isLatest()) return;
        filters.count(counts);
        if (found.total > step)
          results.append(createMore(found, list, text.words.more, () => messages.failed(run)));
      };
    },
    clear: () => results.replaceChildren(),
  });
  const run = () => {
    clearTimeout(typing);
    const query = read();
    if (query.text === '') filters.node.hidden = true;
    onQuery?.(query);
    void search(query);
  };

  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(run, pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (onEnter) onEnter(read());
    else run();
  });
  moveByArrows(node, field);
  messages.hint();
  return { node, field, ask };
}

function createField(words: SearchInterface['words']): HTMLInputElement {
  return element('input', {
    // Not a search field: there Escape empties the field in some browsers, and does not close the dialog.
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

/** A button that adds results as long as there are any. */
function createMore(
  { total, load }: Found,
  list: ResultList,
  label: string,
  onFailure: () => void,
): HTMLElement {
  let shown = step;
  const more = button(label, () => {
    void load(shown, shown + step).then((hits) => {
      shown += step;
      if (shown >= total) more.remove();
      list.add(hits)?.focus();
    }, onFailure);
  });
  return more;
}

/** The page's policy allows no style element that it does not know, but sheets that scripts make. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyles + resultStyles + dialogStyles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
