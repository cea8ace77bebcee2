/** What a text says of days and of times, apart. */
export interface Clock {
  /** The text without its times. */
  days: string;
  /** Times of day, `15:00`: none, the first alone, or first and last. */
  times: string[];
  /** The offset from UTC in minutes that stands beside them, as in UTC+9 or KST. */
  offset: number | undefined;
}

/** Finds the times of day in a text: 15:00-16:45, 3-4:45 pm, 오후 3시 30분, with the zone that is named beside. */
export function splitClock(text: string): Clock {
  const whole = simplify(text);
  const zone = zoneName.exec(whole);
  const plain = zone ? whole.replace(zone[0], ' ') : whole;
  const range = [...plain.matchAll(span)].flatMap((match) => {
    const times = readRange(match.slice(1));
    return times ? [{ match, times }] : [];
  })[0];
  const matches = range ? [range.match] : [...plain.matchAll(single)];
  const times =
    range?.times ?? matches.flatMap(([, h, m, half, alone]) => writeTime(h, m, half ?? alone) ?? []);
  const days = matches.reduceRight(
    (rest, { 0: found, index }) => `${rest.slice(0, index)} ${rest.slice(index + found.length)}`,
    plain,
  );
  return {
    days: days.replace(/^[\s,;~–-]+|[\s,;~–@-]+$/g, ''),
    times: times.slice(0, 2),
    offset: zone ? readOffset(zone) : undefined,
  };
}

/** Whether a text is a time of day, and says no day. */
export function isTimeAlone(text: string): boolean {
  const { times, days } = splitClock(text);
  return times.length > 0 && days === '';
}

/** One way to write a time: `3:30 pm`. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^(\s*\d{4}-\d{2}-\d{2})T(?=\d)/, '$1 ')
    .replaceAll(/(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?/g, '$1')
    .replaceAll(
      /(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분|\s*(반))?/g,
      (_, h: string, m?: string, half?: string) => `${h}:${half ? '30' : (m ?? '0').padStart(2, '0')}`,
    )
    .replaceAll(
      /(오전|오후|낮)\s*(\d{1,2}(?::\d{2})?)/g,
      (_, half: string, time: string) => `${time} ${half === '오전' ? 'am' : 'pm'}`,
    )
    .replaceAll(/(\d{1,2})h(\d{2})\b/gi, '$1:$2')
    .replaceAll(/\b([ap])\.\s?m\.?/gi, '$1m');
}

const single = /(?<![\d:.])(\d{1,2})(?::(\d{2})(?!\d)\s*([ap]m\b)?|\s*([ap]m)\b)/gi;
const span =
  /(?<![\d:./-])(\d{1,2})(?::(\d{2}))?\s*([ap]m\b)?\s*(?:[-~〜–—−]|\bto\b)\s*(\d{1,2})(?::(\d{2}))?(?![\d:./])\s*([ap]m\b)?/gi;

/** First and last time, if both are times: what stands at one end alone, such as pm, holds for both. */
function readRange([h, m, half, toH, toM, toHalf]: (string | undefined)[]): string[] | undefined {
  if (m === undefined && toM === undefined && half === undefined && toHalf === undefined) return undefined;
  if (half === undefined && toHalf === undefined && (m === undefined || toM === undefined)) return undefined;
  // 11:00-1:00 pm begins before noon, and am 11-1 ends after it.
  const isLater = Number(h) % 12 > Number(toH) % 12;
  const start = writeTime(h, m, half ?? (toHalf && isLater ? 'am' : toHalf));
  const end = writeTime(toH, toM, toHalf ?? (half && isLater ? 'pm' : half));
  return start !== undefined && end !== undefined ? [start, end] : undefined;
}

function writeTime(
  h: string | undefined,
  m: string | undefined,
  half: string | undefined,
): string | undefined {
  const hour = Number(h);
  const isAfternoon = half?.toLowerCase() === 'pm';
  if (half !== undefined && (hour < 1 || hour > 12) && !(isAfternoon && hour < 24)) return undefined;
  const clock = half === undefined || hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  if (clock > 23 || Number(m ?? 0) > 59) return undefined;
  return `${String(clock).padStart(2, '0')}:${m ?? '00'}`;
}

/** Short names of zones that are in use and stand for one offset only, in minutes. */
const offsets: Record<string, number> = {
  ...{ UTC: 0, GMT: 0, WET: 0, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180, ICT: 420, WIB: 420 },
  ...{ SGT: 480, HKT: 480, KST: 540, JST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
  ...{ EST: -300, EDT: -240, CDT: -300, MDT: -360, PST: -480, PDT: -420 },
};
const zoneName = new RegExp(
  `\\(?\\b(${Object.keys(offsets).join('|')})\\b(?:\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?)?\\)?`,
);

function readOffset([, name = '', sign, hours, minutes]: RegExpExecArray): number {
  const added = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return (offsets[name] ?? 0) + (sign === '-' ? -added : added);
}
