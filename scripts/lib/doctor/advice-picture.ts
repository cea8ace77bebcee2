import type { Advice } from './advice.ts';
import { decodeAddress } from '../../../src/model/address.ts';
import { findPosition, type Library } from '../../../src/model/entry.ts';
import { capitalise } from '../../../src/model/field-name.ts';
import type { Place } from './advice-link.ts';

/** What a file of public/ turned out to be. */
export interface Picture {
  /** Its path below public/, with forward slashes. */
  path: string;
  bytes: number;
  /** Its size in pixels; undefined for drawings, which have none, and where it cannot be read. */
  pixels: { width: number; height: number } | undefined;
  /** Whether it could be read as a picture. */
  isSound: boolean;
}

/** What a picture may weigh: on a slow connection (1.6 Mbit/s) these take a second and a half. */
const mostBytes = 300_000;
/** The longer side: twice what pages show at their widest (styles/tokens.css, --page), for screens of fine pixels. */
const mostPixels = 2_400;

const endings = /\.(jpe?g|png|webp|avif|gif|svg|tiff?)$/i;

/** Says by its name whether a file is a picture. */
export const isPicture = (path: string): boolean => endings.test(path);

/** The first place that shows each picture of public/, by its path there. */
export function indexPictures(library: Library): Map<string, Place> {
  const places = new Map<string, Place>();
  const note = (path: string, place: Place) => {
    if (!places.has(path)) places.set(path, place);
  };
  for (const { file, data, positions } of library.originals.partners) {
    if (data.logo) note(data.logo.file, { file, ...findPosition(positions, 'logo.file') });
  }
  for (const { file, body } of [...Object.values(library.originals).flat(), ...library.translations])
    for (const { src, line, column } of body?.images ?? [])
      note(decodeAddress(src).replace(/^\//, ''), { file, line, column });
  return places;
}

/**
 * Says of a picture that it is heavier than it needs to be, or none.
 * @param place where it is shown, or undefined if nothing in the content shows it
 * @param folder how advice names public/
 */
export function advisePicture(picture: Picture, place: Place | undefined, folder: string): Advice[] {
  const { path, bytes, pixels, isSound } = picture;
  const longest = Math.max(pixels?.width ?? 0, pixels?.height ?? 0);
  const file = `${folder}/${path}`;
  const found = { topic: 'pictures' as const, ...(place ?? { file, line: 1, column: 1 }) };
  if (!isSound)
    return [
      { ...found, message: `${file} cannot be read as a picture.`, fix: 'Open it, and save it again.' },
    ];
  if (bytes <= mostBytes && longest <= mostPixels) return [];
  const size = pixels ? `, ${pixels.width} × ${pixels.height} pixels` : '';
  return [
    {
      ...found,
      message: `${file} is heavy: ${kilobytes(bytes)}${size}. Pages open quickly with ${kilobytes(mostBytes)} and ${mostPixels} pixels at the most.`,
      fix: adviseHow(picture, longest),
    },
  ];
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;

function adviseHow({ path, pixels }: Picture, longest: number): string {
  if (!pixels)
    return 'Save it again as a plain SVG with no photograph in it. If it has a great many lines, save it as a picture of pixels.';
  const save = /\.(jpe?g|webp|avif)$/i.test(path)
    ? 'save it again with a quality of about 75'
    : 'save it as WebP or JPEG, and write its new name where it is shown';
  const scale = `scale it to ${mostPixels} pixels on its longer side, then `;
  return capitalise(`${longest > mostPixels ? scale : ''}${save}: any program for pictures does that.`);
}
