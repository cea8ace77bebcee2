/** Codes that ISO 3166 leaves to users or that name no country, but for XK, which everybody uses for Kosovo. */
const reserved = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Says whether a text is the code of a country (ISO 3166-1 alpha-2) that is in use: GB and not UK. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || reserved.test(code)) return false;
  return regions.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}
