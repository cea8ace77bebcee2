/** The name of a country by its code (ISO 3166-1), where there is one. */
export function nameCountry(code: string | undefined, locale: string): string | undefined {
  return code === undefined ? undefined : new Intl.DisplayNames(locale, { type: 'region' }).of(code);
}

/** The name of a language by its code (BCP 47), in the language `locale`. */
export function nameLanguage(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}
