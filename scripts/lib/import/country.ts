import { findNearest } from '../../../src/model/nearest.ts';
import type { Reading } from './reading.ts';
import { plainName } from './text.ts';

/** Names in use that Intl does not give. */
const aliases: Record<string, string> = {
  ...{ korea: 'KR', republicofkorea: 'KR', rok: 'KR', 한국: 'KR', 남한: 'KR' },
  ...{ usa: 'US', unitedstatesofamerica: 'US', 미합중국: 'US', uk: 'GB', greatbritain: 'GB', england: 'GB' },
  ...{ czechrepublic: 'CZ', turkey: 'TR', russianfederation: 'RU', holland: 'NL', uae: 'AE', prc: 'CN' },
  ...{ thenetherlands: 'NL', thephilippines: 'PH', ivorycoast: 'CI', burma: 'MM' },
};

/** Reads a country by its code or its name in English or Korean. Gives the code of ISO 3166. */
export function readCountry(text: string): Reading<string> {
  const names = listNames();
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && [...names.values()].includes(code)) return { value: code };
  const found = names.get(plainName(text));
  if (found !== undefined) return { value: found };
  const nearest = findNearest(plainName(text), [...names.keys()]);
  const meant = nearest === undefined ? undefined : names.get(nearest);
  return {
    why: 'There is no country of that name.',
    fix: meant
      ? `Write ${meant} if you mean ${new Intl.DisplayNames('en', { type: 'region' }).of(meant) ?? meant}.`
      : 'Write its name in English or Korean, or its code of ISO 3166, such as KR or CH.',
  };
}

let known: Map<string, string> | undefined;

/** Codes by plain name. Intl knows the names and lists no codes, so each of two letters is tried. */
function listNames(): Map<string, string> {
  if (known) return known;
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    // UK and GB are one country: the code that Intl itself writes counts.
    .filter((code) => new Intl.Locale(`und-${code}`).region === code && !isNoCountry.test(code));
  const words = (['en', 'ko'] as const).flatMap((language) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style }),
    ),
  );
  known = new Map([
    ...Object.entries(aliases),
    ...words.flatMap((names) =>
      codes.flatMap((code): [string, string][] => {
        const name = names.of(code);
        return name === undefined ? [] : [[plainName(name), code]];
      }),
    ),
  ]);
  return known;
}

/** Unions, regions and codes for private use (ISO 3166-1, user-assigned and exceptionally reserved). */
const isNoCountry = /^(AA|EU|EZ|UN|Q[M-Z]|X[A-JL-Z]|ZZ)$/;
