/**
 * Decodes a text of unknown encoding: UTF-8, UTF-16 ("Unicode text" of Excel), the encoding of Korean Windows (CP949,
 * `euc-kr` in the Encoding Standard), else Windows-1252. The note for the user says which one was guessed.
 */
export function decodeText(bytes: Uint8Array): { text: string; note?: string } {
  const utf16 = detectUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes) };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8 };
  const korean = hasKoreanPairs(bytes) ? decodeStrictly(bytes, 'euc-kr') : undefined;
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

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 by its byte order mark, or by a NUL in every other of the first bytes. */
function detectUtf16([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : undefined;
}

/** Whether bytes beyond ASCII come in pairs of 0xA1 or more, as in KS X 1001; accented letters mostly stand alone. */
function hasKoreanPairs(bytes: Uint8Array): boolean {
  const letters =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x80-\xFF][^]?/g) ?? [];
  const pairs = letters.filter((letter) => /^[\xA1-\xFF]{2}$/.test(letter)).length;
  return pairs > (letters.length - pairs) * 4;
}
