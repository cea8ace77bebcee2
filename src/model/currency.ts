/** The codes of currencies (ISO 4217) that Intl knows, sorted. Funds, metals and test codes are not among them. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency');

/** Says whether a text is the code of a currency, in capital letters. */
export const isCurrency = (code: string): boolean => currencies.includes(code);
