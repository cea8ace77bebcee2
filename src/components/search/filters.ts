import type { Choice, SearchInterface } from '@/search/interface.ts';
import { element } from './element.ts';
import type { Query } from './query.ts';

export type Filters = Omit<Query, 'text'>;

/** The filters above the results. */
export interface FilterBar {
  node: HTMLElement;
  read: () => Filters;
  /** Chooses values; one that there is not counts as "all". */
  write: (filters: Filters) => void;
  /** The values of the first filter, "all" ('') among them. */
  kinds: string[];
  /** Says at each kind how many results there are of it. */
  count: (counts: ReadonlyMap<string, number>) => void;
}

/** Makes the filters: kinds side by side, phase and edition as lists, where there is more than one. */
export function createFilterBar(
  { words, kinds, phases, editions }: SearchInterface,
  onChange: () => void,
): FilterBar {
  const all = { value: '', label: words.allKinds };
  const chips = [all, ...kinds].map((choice) => createChip(choice));
  const phase = createSelect('phase', words.phase, words.allPhases, phases);
  const edition = createSelect('edition', words.edition, words.allEditions, editions);
  const node = element(
    'div',
    { class: 'search-filters', role: 'group', 'aria-label': words.filters, hidden: true },
    element(
      'fieldset',
      {},
      element('legend', { class: 'visually-hidden' }, words.kind),
      ...chips.map(({ label }) => label),
    ),
    ...(phases.length > 1 ? [phase] : []),
    ...(editions.length > 1 ? [edition] : []),
  );
  node.addEventListener('change', onChange);
  const [first] = chips;
  if (first) first.input.checked = true;
  return {
    node,
    read: () => ({
      kind: chips.find(({ input }) => input.checked)?.input.value ?? '',
      phase: phase.value,
      edition: edition.value,
    }),
    write: (filters) => {
      const chosen = chips.find(({ input }) => input.value === filters.kind) ?? first;
      if (chosen) chosen.input.checked = true;
      choose(phase, filters.phase);
      choose(edition, filters.edition);
    },
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
  const input = element('input', { type: 'radio', name: 'kind', value });
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

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  if (select.selectedIndex === -1) select.value = '';
}
