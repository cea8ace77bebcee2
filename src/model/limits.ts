/**
 * The limits of what is read: content files, public/, imports. Each keeps a check below five seconds or pages
 * within what browsers and calendars can show, and has a plain message where it is exceeded.
 */
export const limits = {
  /** Characters of a date with its time in a cell of a sheet. */
  dateLength: 200,
  /** Characters of a cell of a sheet. */
  cellLength: 20_000,
  /** Bytes of a content file. */
  fileBytes: 1_000_000,
  /** Bytes of a ledger: some 20,000 weeks and events. */
  ledgerBytes: 20_000_000,
  /** Bytes of a file in public/. */
  publicFileBytes: 10_000_000,
  /** Files below content/ or below public/. */
  files: 20_000,
  /** Folders inside one another below content/ or public/. */
  folderDepth: 8,
  /** Pixels of a picture, all frames together: twice what a camera of 24 megapixels takes. */
  picturePixels: 50_000_000,
  /** Bytes of an SVG. */
  svgBytes: 1_000_000,
  /** Elements inside one another in an SVG. */
  svgDepth: 50,
  /** Elements of an SVG as it is drawn: what is referred to counts once for each reference. */
  svgElements: 50_000,
  /** Characters of a body: some 5,000 words. The time of the parser grows with the square of it. */
  bodyLength: 30_000,
  /** Curly brackets of a body: MDX reads up to the end of the body for each of them. */
  brackets: 1_000,
  /** Characters of the fields of a content file. */
  fieldsLength: 50_000,
  /** Characters of one field. */
  fieldLength: 5_000,
  /** Characters of a calendar id; RFC 7986, section 5.3, has 255 octets. */
  uidLength: 255,
  /** Characters of an address or a word for which the nearest known one is looked for. */
  nearestLength: 200,
  /** Items of a list, or keys of a mapping, in the fields of a content file. */
  items: 500,
  /** Lists, quotations, components and emphasis inside one another in a body, or fields inside one another. */
  depth: 20,
  /** Amounts of prize money, in units of their currency. */
  amount: 1_000_000_000_000,
  /** SEQUENCE in calendars, a signed 32-bit integer (RFC 5545, section 3.3.8). */
  sequence: 2_147_483_647,
} as const;
