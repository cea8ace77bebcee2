import { addDays, isPlainDate } from '../../../src/model/date.ts';

/** Whether the day or the month comes first where a date is written in numbers alone. */
export type Order = 'dmy' | 'mdy';

/** A day that a text may mean. What it leaves out is undefined. */
export interface Candidate {
  year?: number | undefined;
  month?: number | undefined;
  day: number;
  /** The order that this meaning takes; undefined where the text leaves no choice. */
  order?: Order | undefined;
  /** Whether the year comes first, as in 2022.3.28. */
  yearFirst?: boolean;
  /** Whether it is a number of days, as sheets count them. */
  isSerial?: boolean;
}

/** All days that a text may mean and that can be. None: it is no date. */
export function readCandidates(text: string): Candidate[] {
  const plain = simplify(text);
  const found = forms.flatMap(({ pattern, read }) => {
    const match = pattern.exec(plain);
    return match ? read(match.slice(1)) : [];
  });
  return found.filter(isPossible);
}

/** Takes away what says nothing: weekdays, the ending of 28th, apostrophes, commas. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(weekdays, ' ')
    .replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replaceAll(/\bof\b|[,'’]/g, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const weekdays =
  /\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|sday|nesday|rsday|urday)?\b\.?|\(\s*[월화수목금토일]\s*\)|[월화수목금토일]요일/g;

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const monthNamed = (word: string) => months.findIndex((month) => month.startsWith(word.slice(0, 3))) + 1;
const monthName = `(${months.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|sept)\\.?`;

const n = (text: string | undefined) => (text === undefined ? undefined : Number(text));
/** A year of two digits is one of this century: programmes lie there. */
const year = (text: string | undefined) =>
  text === undefined ? undefined : text.length === 2 ? 2000 + Number(text) : Number(text);

type Parts = (string | undefined)[];
interface Form {
  pattern: RegExp;
  read: (parts: Parts) => Candidate[];
}

const one = (y: string | undefined, m: string | undefined, d: string | undefined): Candidate[] => [
  { year: year(y), month: n(m), day: Number(d) },
];

/** Day and month in numbers alone, which can be meant in two ways. */
function eitherWay(a: string | undefined, b: string | undefined, y?: string): Candidate[] {
  if (Number(a) === Number(b)) return one(y, a, b);
  return [
    { year: year(y), day: Number(a), month: n(b), order: 'dmy' },
    { year: year(y), day: Number(b), month: n(a), order: 'mdy' },
  ];
}

const forms: Form[] = [
  {
    // 2022-03-28, 2022. 3. 28., 2022년 3월 28일
    pattern: /^(\d{4}|\d{2}(?=\s*년)) ?[-./년] ?(\d{1,2}) ?[-./월] ?(\d{1,2}) ?[일.]?$/,
    read: ([y, m, d]) => one(y, m, d).map((each) => ({ ...each, yearFirst: true })),
  },
  { pattern: /^(20\d\d)(\d\d)(\d\d)$/, read: ([y, m, d]) => one(y, m, d) },
  // 3월 28일
  { pattern: /^(\d{1,2}) ?월 ?(\d{1,2}) ?일?$/, read: ([m, d]) => one(undefined, m, d) },
  {
    // 28 March 2022, 28-Mar-22, 28 Mar
    pattern: new RegExp(`^(\\d{1,2})[ .-]*${monthName}(?:[ -]+(\\d{4}|\\d{2}))?$`),
    read: ([d, m = '', y]) => one(y, String(monthNamed(m)), d),
  },
  {
    // March 28 2022, Mar-28, March 28
    pattern: new RegExp(`^${monthName}[ -]*(\\d{1,2})(?:[ -]+(\\d{4}))?$`),
    read: ([m = '', d, y]) => one(y, String(monthNamed(m)), d),
  },
  { pattern: /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/, read: ([a, , b, y]) => eitherWay(a, b, y) },
  // 28.3.2022: with points the day comes first.
  { pattern: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?$/, read: ([d, m, y]) => one(y, m, d) },
  {
    // 28/3/22, and 22.3.28 as it is written in Korea: which of them is the year follows from the programme's.
    pattern: /^(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/,
    read: ([a, sign, b, c]) => [
      ...(a?.length === 2 ? one(a, b, c).map((each) => ({ ...each, yearFirst: true })) : []),
      ...(c?.length === 2 ? (sign === '.' ? one(c, b, a) : eitherWay(a, b, c)) : []),
    ],
  },
  { pattern: /^(\d{1,2})[/.] ?(\d{1,2})\.?$/, read: ([a, b]) => eitherWay(a, b) },
  // A day alone, or with its year, as it stands at one end of a span.
  { pattern: /^(\d{1,2}) ?[일.]?(?: (\d{4}))?$/, read: ([d, y]) => [{ year: year(y), day: Number(d) }] },
  { pattern: /^(\d{5})(?:\.\d+)?$/, read: ([days]) => readSerial(Number(days)) },
];

/** A day as sheets count them, from 30 December 1899 (ECMA-376 part 1, 18.17.4.1). Only this century's. */
function readSerial(days: number): Candidate[] {
  const [y, m, d] = addDays('1899-12-30', days).split('-').map(Number);
  return y !== undefined && y >= 2000 && y < 2100 && d !== undefined
    ? [{ year: y, month: m, day: d, isSerial: true }]
    : [];
}

/** A leap year stands for a year that is not said. */
function isPossible({ year: y = 2000, month: m = 1, day: d }: Candidate): boolean {
  return isPlainDate(writeDay(y, m, d));
}

export function writeDay(y: number, m: number, d: number): string {
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}
