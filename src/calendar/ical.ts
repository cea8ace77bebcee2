/** Parameters of a property, such as `{ TZID: 'Asia/Seoul' }`. */
export type Parameters = Readonly<Record<string, string>>;

const lineOctets = 75;
const encoder = new TextEncoder();

/**
 * Writes a component (RFC 5545, section 3.6): a block between BEGIN and END.
 * @param name such as VEVENT
 * @param content what the functions below and this one give, in the order in which it shall stand
 * @returns lines that each end in CRLF, the last one too
 */
export function writeComponent(name: string, content: readonly string[]): string {
  return `BEGIN:${name}\r\n${content.join('')}END:${name}\r\n`;
}

/** Writes a property of type TEXT (section 3.3.11). */
export function writeText(name: string, value: string, parameters?: Parameters): string {
  return writeLine(name, escapeText(value), parameters);
}

/** Writes a property that lists TEXT values, such as CATEGORIES. */
export function writeTexts(name: string, values: readonly string[], parameters?: Parameters): string {
  return writeLine(name, values.map(escapeText).join(','), parameters);
}

/**
 * Writes a property of type URI (section 3.3.13), which is not escaped as TEXT is: signs that an address
 * must not have are percent-encoded.
 * @throws TypeError if the value is no absolute address
 */
export function writeUri(name: string, value: string, parameters?: Parameters): string {
  return writeLine(name, new URL(value).href, parameters);
}

/** Writes a day (section 3.3.4). @param day such as `2022-03-07` */
export function writeDate(name: string, day: string): string {
  return writeLine(name, day.replaceAll('-', ''), { VALUE: 'DATE' });
}

/**
 * Writes a time (section 3.3.5).
 * @param time a wall-clock time `2022-02-23T15:00`, with or without seconds, or an instant in UTC with a Z at its end
 * @param parameters TZID for a wall-clock time
 */
export function writeTime(name: string, time: string, parameters?: Parameters): string {
  const [, minutes = '', seconds = '00', utc = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(Z?)$/.exec(time) ?? [];
  if (!minutes) throw new TypeError(`"${time}" is no time.`);
  return writeLine(name, `${minutes.replaceAll(/[-:]/g, '')}${seconds}${utc}`, parameters);
}

/** Writes a value that is a word of the standard, a number or a rule. It must hold nothing to be escaped. */
export function writeToken(name: string, value: string | number, parameters?: Parameters): string {
  return writeLine(name, String(value), parameters);
}

/**
 * Removes what must not stand in a text, and puts it in the normal form C.
 *
 * Control characters are not allowed (section 3.1). Characters that some readers take for the end of a line
 * become line breaks. Embeddings, overrides and isolates of writing direction go: a client that cuts a
 * title short would leave them open, and they would turn round what follows. Marks (U+200E, U+200F) stay.
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

/** A parameter's value by RFC 6868, in quotation marks where it holds what would end it. */
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

/** How many octets a code point takes in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
