import { findNearest } from '../../../src/model/nearest.ts';
import type { Reading } from './reading.ts';
import { plainName } from './text.ts';

/** A value of a field, and the words that stand for it. */
type Words<Value extends string> = Record<Value, string>;

/** Makes the reader of a field that takes one of some values, by their names and by other words in use. */
function chooser<Value extends string>(words: Words<Value>): (text: string) => Reading<Value> {
  const values = Object.keys(words) as Value[];
  const known = new Map(
    values.flatMap((value) =>
      [value as string, ...words[value].split(', ')].map((word) => [plainName(word), value]),
    ),
  );
  return (text) => {
    const value = known.get(plainName(text));
    if (value !== undefined) return { value };
    const nearest = findNearest(plainName(text), [...known.keys()]);
    const meant = nearest === undefined ? undefined : known.get(nearest);
    return {
      why: 'This is none of the values that are known here.',
      fix: meant ? `Write ${meant}, if you mean that.` : `Write one of ${values.join(', ')}.`,
    };
  };
}

export const readStatus = chooser({
  scheduled: 'confirmed, planned, on, 예정, 확정, 정상',
  cancelled: 'canceled, cancelation, cancellation, 취소, 취소됨, 휴강',
  postponed: 'delayed, 연기, 연기됨',
});

export const readWeekKind = chooser({
  week: 'lecture, regular, class, 주차, 강의, 수업',
  orientation: 'ot, orientation day, opening, 오리엔테이션',
  break: 'holiday, vacation, pause, no class, 휴강, 방학, 휴식, 공휴일',
});

export const readAttendance = chooser({
  online: 'virtual, remote, yes, o, y, 온라인, 비대면, 원격, 화상',
  'in-person': 'onsite, offline, in presence, physical, no, x, n, 오프라인, 대면, 현장',
  hybrid: 'both, mixed, online and onsite, online and offline, 온오프라인, 하이브리드, 병행, 혼합',
});

export const readList = chooser({
  domestic: 'national, local, 국내, 국내기관, 국내파트너',
  international: 'foreign, overseas, global, abroad, 국제, 해외, 국외, 해외기관, 국외기관, 해외파트너',
});

/** A list by its name, alone or with what is on it, as in a heading: "Domestic partners". */
export function readListName(text: string): Reading<'domestic' | 'international'> {
  const [, word = text] =
    /^(\S+)\s+(?:partners?|institutions?|universities|schools|기관|협력 ?기관|파트너|대학교?)$/i.exec(text) ??
    [];
  return readList(word);
}

export const readPartnerKind = chooser({
  school: 'university, college, academia, academic, 대학, 대학교, 학교',
  institution:
    'institute, organisation, organization, company, ngo, research institute, 기관, 단체, 연구소, 연구기관, 기업',
});

export const readPrizeKind = chooser({
  award: 'certificate, honour, honor, 상장, 표창',
  money: 'prize money, cash, cash prize, 상금',
  opportunity: 'chance, benefit, 기회, 혜택, 특전',
});

/** A whole number from 1 on, as it is written in a column of numbers: 3, 3rd, 제3, 3주차, Week 3. */
export function readCount(text: string): Reading<number> {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, digits] =
    /^(?:week|wk|w|no|nr|place|제|#)?\.?\s*(\d{1,3})(?:\.0)?\s*(?:st|nd|rd|th)?\s*(?:week|place|주차|주|회차|회|차|등|위|번)?\.?$/.exec(
      plain,
    ) ?? [];
  const word = ordinals.indexOf(plain.replace(/ (place|prize|week)$/, '')) + 1;
  const value = digits === undefined ? word : Number(digits);
  return value > 0
    ? { value }
    : { why: 'This is no number from 1 on.', fix: 'Write the number in digits, such as 3.' };
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The number of a phase: 1, Phase I, 2단계, Ⅱ. Undefined where the text has none at its beginning. */
export function readPhaseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, latin, korean] =
    /^(?:(?:phase|part|stage|단계)?\s*(\d{1,2}|[ivx]+)\b|제?\s*(\d{1,2}|[ivx]+)\s*단계)/.exec(plain) ?? [];
  const found = korean ?? latin;
  if (found === undefined) return undefined;
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(found) + 1;
  return roman > 0 ? roman : /^\d+$/.test(found) ? Number(found) : undefined;
}

/** Words for what is not known yet. */
export const isUnknown =
  /^(?:tb[acd]|to be (?:announced|confirmed|decided|determined)|unannounced|미정|추후 ?공지|\?)$/i;
