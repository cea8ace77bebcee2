import { compareText, type Issue } from '../../../src/model/issue.ts';
import { createScope, type Scope } from '../../../src/model/rules/scope.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { formatDay, formatSpan } from '../../../src/format/dates.ts';
import { renderText } from '../../../src/format/issues.ts';
import { count } from '../../../src/pipeline/content.ts';
import type { EditionCopy } from './copy.ts';
import { findLines, listOldWords, listYears } from './old-words.ts';

export interface CopyContext {
  /** How the content folder is named. */
  label: string;
  /** What the check finds odd about the new files. */
  warnings: readonly Issue[];
  /** The edition that was copied. */
  old: Scope;
}

/** Says what was copied, what was taken away, and what somebody has to look at before it is published. */
export function renderCopy(copy: EditionCopy, context: CopyContext): string {
  const { from, to, files, weeks, moved, trial } = copy;
  const { label, warnings, old } = context;
  const scope = createScope(trial.content.library, to);
  const start = formatDay(scope.programme?.data.start ?? '', 'en-GB', { weekday: true });
  const sections: [string, string[]][] = [
    [`Cleared, to be decided anew (${label}/${from}/ still has it):`, listCleared(copy, scope, context)],
    ['Dates, places and people to look at:', listDates(scope)],
    [
      `Words that name ${listYears(old).join(' or ')} or its days, by file and line:`,
      listWords(copy, context),
    ],
    ['Copied as it was. Is it still true?', listKept(copy, scope, label)],
  ];
  return [
    `${label}/${to}/ is written: ${count([...files], 'file')} copied from ${label}/${from}/. ${moved} dates are ${weeks} weeks later, on the same days of the week: the first day is ${start}.`,
    'It is a draft: a preview shows it, and the published site does not. Nothing else was changed.',
    ...sections.flatMap(([title, lines]) =>
      lines.length > 0 ? [[title, ...lines.map((line) => `  ${line}`)].join('\n')] : [],
    ),
    ...(warnings.length > 0 ? [renderText(warnings)] : []),
    [
      'Next:',
      '- Go through the lists above, file by file. npm run check says whether all is well, npm run translations which words in other languages are old, and npm start shows it.',
      `- To publish it, take "draft: true" out of ${label}/${to}/programme.yaml, and name it as "current" in ${label}/site.yaml.`,
      '- npm run calendar then writes down what subscribers will be told.',
    ].join('\n'),
  ].join('\n\n');
}

function listCleared(
  { cleared, hasLedger }: EditionCopy,
  scope: Scope,
  { label, old }: CopyContext,
): string[] {
  const fields = [...cleared].map(([path, values]) => {
    const said = Object.entries(values).map(([field, value]) =>
      typeof value === 'string' ? `${field} (${value})` : field,
    );
    return `${label}/${path}: ${said.join(', ')}`;
  });
  const states = [scope, old].map(({ programme }) => programme?.data.state ?? '');
  return [
    ...fields,
    ...(states[0] === states[1]
      ? []
      : [`${scope.programme?.file ?? ''}: state is "${states.join('" and was "')}"`]),
    ...(hasLedger ? ['calendar.lock.yaml: subscribers have been told nothing yet'] : []),
  ];
}

/** Holidays fall on other days each year, so breaks and events may have to move by themselves. */
function listDates(scope: Scope): string[] {
  const { opens, closes } = scope.programme?.data.applications ?? {};
  const applications = Object.entries({ opens, closes }).flatMap(([field, day]) =>
    day ? [`${scope.programme?.file ?? ''}: applications.${field} is ${day}`] : [],
  );
  const breaks = scope
    .entries('weeks')
    .filter(({ data }) => data.kind === 'break')
    .map(({ file, data }) => `${file}: a break, ${formatSpan(data.start, data.end, 'en-GB')}`);
  const events = scope.entries('events').map(({ file, data }) => {
    const { start, end, venues, people } = data;
    const same = Object.entries({ venues, people }).flatMap(([field, list]) =>
      list.length > 0 ? field : [],
    );
    return `${file}: ${[end === start ? start : `${start} to ${end}`, ...same].join(', ')}`;
  });
  return [...applications, ...breaks, ...events];
}

function listWords({ files, to, trial }: EditionCopy, { label, old }: CopyContext): string[] {
  const { library } = trial.content;
  // English is written in two ways: 4 March, March 4.
  const words = listOldWords(old, ['en-GB', 'en-US', ...listLanguages(library)]);
  return [...Object.values(library.originals).flat(), ...library.translations]
    .filter(({ edition }) => edition === to)
    .map((entry) => ({
      file: entry.file,
      lines: findLines(entry, files.get(entry.file.slice(label.length + 1)) ?? '', words),
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => compareText(a.file, b.file))
    .map(({ file, lines }) => `${file}:${lines.join(', ')}`);
}

function listKept({ to, trial }: EditionCopy, scope: Scope, label: string): string[] {
  const kinds = { partners: 'partner', prizes: 'prize', people: 'file' } as const;
  const folders = Object.entries(kinds).flatMap(([collection, noun]) => {
    const entries = scope.entries(collection as keyof typeof kinds);
    return entries.length > 0 ? [`${label}/${to}/${collection}/: ${count(entries, noun)}`] : [];
  });
  const { audience, cost, format } = scope.programme?.data ?? {};
  const sourced = Object.entries({ audience, cost, format }).flatMap(([field, said]) =>
    said?.source ? field : [],
  );
  const drafts = [...scope.entries('weeks'), ...scope.entries('events')].filter(({ data }) => data.draft);
  const history = trial.content.library.originals.history.filter(({ data }) => String(data.year) === to);
  return [
    ...folders,
    ...(sourced.length > 0 ? [`${scope.programme?.file ?? ''}: the sources of ${sourced.join(', ')}`] : []),
    ...drafts.map(({ file }) => `${file}: a draft by itself`),
    ...history.map(
      ({ file }) =>
        `${file}: tells of ${to} as well; its facts move to "results" once the edition is no draft`,
    ),
  ];
}
