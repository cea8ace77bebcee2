/** Parameters of a property, such as `{ TZID: 'Asia/Seoul' }`. */
export type Parameters = Readonly<Record<string, string>>;

const lineOctets = 75;
const encoder = new TextEncoder();

/**
 * Writes a component (RFC 5545, section 3.6).
 * @param name such as VEVENT
 * @param content properties and components as the functions of this module return them
 * @returns lines that each end in CRLF
 */
export function writeComponent(name: string, content: readonly string[]): string {
  return `BEGIN:${name}\r\n${content.join('')}END:${name}\r\n`;
}

/** Writes a property of type TEXT (section 3.3.11). */
export function writeText(name: string, value: string, parameters?: Parameters): string {
  return writeLine(name, escapeText(value), parameters);
}

/** Writes a property with a list of TEXT values, such as CATEGORIES. */
export function writeTexts(name: string, values: readonly string[], parameters?: Parameters): string {
  return writeLine(name, values.map(escapeText).join(','), parameters);
}

/**
 * Writes a property of type URI (section 3.3.13), percent-encoded and not escaped as TEXT.
 * @throws TypeError if the value is not an absolute URL
 */
export function writeUri(name: string, value: string, parameters?: Parameters): string {
  return writeLine(name, new URL(value).href, parameters);
}

/** Writes a property of type DATE (section 3.3.4). @param day such as `2022-03-07` */
export function writeDate(name: string, day: string): string {
  return writeLine(name, day.replaceAll('-', ''), { VALUE: 'DATE' });
}

/**
 * Writes a property of type DATE-TIME (section 3.3.5).
 * @param time a wall-clock time `2022-02-23T15:00`, with or without seconds, or an instant in UTC that ends in Z
 * @param parameters TZID for a wall-clock time
 * @throws TypeError if the value is neither
 */
export function writeTime(name: string, time: string, parameters?: Parameters): string {
  const [, minutes = '', seconds = '00', utc = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(Z?)$/.exec(time) ?? [];
  if (!minutes) throw new TypeError(`Not a date-time: "${time}".`);
  return writeLine(name, `${minutes.replaceAll(/[-:]/g, '')}${seconds}${utc}`, parameters);
}

/** Writes a value that needs no escaping: a keyword of the standard, a number or a rule. */
export function writeToken(name: string, value: string | number, parameters?: Parameters): string {
  return writeLine(name, String(value), parameters);
}

/**
 * Removes characters that iCalendar text must not have, and normalises to NFC.
 *
 * Control characters are not allowed (section 3.1). Characters that some parsers take for line ends become line
 * breaks. Bidi embeddings, overrides and isolates are removed: a client that truncates a title would leave them
 * open, and they would reverse the text after it. Bidi marks (U+200E, U+200F) stay.
 */
export function cleanText(value: string): string {
  return value
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Noncharacter_Code_Point}/gu, '')
    .toWellFormed()
    .normalize('NFC');
}

function escapeText(value: string): string {
  return cleanText(value)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

function writeLine(name: string, value: string, parameters: Parameters = {}): string {
  const written = Object.entries(parameters).map(([key, text]) => `;${key}=${writeParameter(text)}`);
  return `${fold(`${name}${written.join('')}:${value}`)}\r\n`;
}

/** Encodes a parameter value by RFC 6868, in quotation marks where it has a delimiter. */
function writeParameter(value: string): string {
  const encoded = cleanText(value).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /[,;:]/.test(encoded) ? `"${encoded}"` : encoded;
}

/** Folds a line after at most 75 octets, never inside a code point (section 3.1). */
function fold(line: string): string {
  if (line.length <= lineOctets && encoder.encode(line).length <= lineOctets) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + width > lineOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += width;
  }
  return folded;
}

/** The length of a code point in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
