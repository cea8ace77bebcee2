import type en from '../i18n/en.json';

/** A key of the UI translations, as en.json has them. */
export type MessageKey = keyof typeof en;

/** Translates a key into one language, with values for the placeholders of its message. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;
