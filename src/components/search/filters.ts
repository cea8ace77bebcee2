import type { Choice, SearchInterface } from '@/search/interface.ts';
import { element } from './element.ts';

/** The filters of a search form. */
export interface Filters {
  node: HTMLElement;
  /** The values of the filter of kinds, with '' for all. */
  kinds: string[];
  /** Shows the number of results of each kind. */
  count: (counts: ReadonlyMap<string, number>) => void;
}

/** Creates the filters: kinds as radio buttons, phase and edition as lists where there is more than one. */
export function createFilters({ words, kinds, phases, editions }: SearchInterface): Filters {
  const chips = [{ value: '', label: words.allKinds }, ...kinds].map(createChip);
  const node = element(
    'div',
    { class: 'search-filters', role: 'group', 'aria-label': words.filters, hidden: true },
    element(
      'fieldset',
      {},
      element('legend', { class: 'visually-hidden' }, words.kind),
      ...chips.map(({ label }) => label),
    ),
  );
  if (phases.length > 1) node.append(createSelect('phase', words.phase, words.allPhases, phases));
  if (editions.length > 1) node.append(createSelect('edition', words.edition, words.allEditions, editions));
  return {
    node,
    kinds: chips.map(({ input }) => input.value),
    count: (counts) => {
      for (const { input, number } of chips) {
        const count = counts.get(input.value) ?? 0;
        number.textContent = String(count);
        input.disabled = count === 0 && !input.checked;
      }
    },
  };
}

function createChip({ value, label }: Choice) {
  const input = element('input', { type: 'radio', name: 'kind', value, checked: value === '' });
  const number = element('span', { class: 'count' });
  return { input, number, label: element('label', {}, input, `${label} `, number) };
}

function createSelect(name: string, label: string, all: string, choices: readonly Choice[]) {
  const options = [{ value: '', label: all }, ...choices];
  return element(
    'select',
    { name, 'aria-label': label },
    ...options.map((option) => element('option', { value: option.value }, option.label)),
  );
}
