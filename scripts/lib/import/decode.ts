/** A text, and what it was found to be written in. */
export interface Decoded {
  text: string;
  /** Said to the person at the keyboard, where it is not UTF-8 and so a guess. */
  note: string | undefined;
}

/**
 * Decodes a text of which nobody says how it is encoded: UTF-8, UTF-16 (what Excel calls "Unicode text"), the
 * encoding of Korean Windows (CP949, which the Encoding Standard calls euc-kr), and last Windows-1252.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = findWide(bytes);
  const strict = (encoding: string) => tryDecode(bytes, encoding);
  if (wide) return { text: strict(wide) ?? new TextDecoder(wide).decode(bytes), note: undefined };
  const text = strict('utf-8');
  if (text !== undefined) return { text, note: undefined };
  const korean = isKorean(bytes) ? strict('euc-kr') : undefined;
  if (korean !== undefined)
    return {
      text: korean,
      note: 'The text was read as Korean (CP949). If letters look wrong, save it as UTF-8.',
    };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    note: 'The text is not UTF-8 and was read as Western European (Windows-1252). If letters look wrong, save it as “CSV UTF-8”.',
  };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 says so with its first two bytes, or has a NUL in every other byte of its first letters. */
function findWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : undefined;
}

/**
 * Says whether bytes beyond ASCII come in pairs as in KS X 1001, whose bytes are both 0xA1 or more. Letters with
 * accents of Western Europe stand alone between others.
 */
function isKorean(bytes: Uint8Array): boolean {
  let [pairs, odd] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const [lead = 0, trail = 0] = bytes.subarray(index, index + 2);
    if (lead < 0x80) continue;
    index += 1;
    if (lead >= 0xa1 && trail >= 0xa1) pairs += 1;
    else odd += 1;
  }
  return pairs > odd * 4;
}
