/**
 * Gives the words of the interface for a key, in one language, with values put into their places. Pure
 * code takes it as an argument and names the keys that it needs, so that every catalogue has them.
 */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;
