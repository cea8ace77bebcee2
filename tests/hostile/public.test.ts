import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examinePublic, listPublic, removeMetadata } from '../../src/pipeline/public.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hostile-public-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
}

async function examine(verificationFiles?: string[]): Promise<string[]> {
  const issues = await examinePublic(dir, listPublic(dir), verificationFiles);
  return issues.map(({ code, file }) => `${code} ${file.slice(file.indexOf('hostile-public-') + 22)}`);
}

const picture = (width = 8, height = 4) =>
  sharp({ create: { width, height, channels: 3, background: '#2fbf8b' } });
const location = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 0/1' }, IFD0: { Copyright: 'Mara' } };
const html = '<!doctype html><script>alert(1)</script>';

describe('examinePublic', () => {
  it('accepts pictures, documents, plain text and what hosts read', async () => {
    write('a.jpg', await picture().jpeg().toBuffer());
    write('b.JPEG', await picture().jpeg().toBuffer());
    write('c.png', await picture().png().toBuffer());
    write('d.webp', await picture().webp().toBuffer());
    write('e.gif', await picture().gif().toBuffer());
    write('f.avif', await picture().avif().toBuffer());
    write('g.pdf', '%PDF-1.7\n');
    write('h.pptx', 'PK\u0003\u0004');
    for (const name of ['robots.txt', 'CNAME', '_redirects', '.nojekyll', '.well-known/security.txt'])
      write(name, 'Text: 가 < b\n');
    expect(await examine()).toEqual([]);
  });

  it.each(['page.html', 'page.htm', 'page.xhtml', 'feed.xml', 'worker.js', 'style.css', 'old.swf', 'a.svgz'])(
    'refuses %s by its ending',
    async (name) => {
      write(name, 'harmless');
      expect(await examine()).toEqual([`public-kind ${name}`]);
    },
  );

  it.each(['a.txt', 'a.pdf', 'a.png', 'a.csv', 'CNAME', 'a.ico'])('refuses a page named %s', async (name) => {
    write(name, html);
    expect(await examine()).toEqual([`public-type ${name}`]);
  });

  it('refuses a picture under the ending of another kind', async () => {
    write('a.png', await picture().jpeg().toBuffer());
    write('b.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    write('c.webp', Buffer.from('RIFFxxxxWEBPVP8 nothing'));
    expect(await examine()).toEqual(['public-type a.png', 'public-type b.jpg', 'public-type c.webp']);
  });

  it('refuses a text in another encoding', async () => {
    write('a.txt', Buffer.from('Café', 'latin1'));
    write('b.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le'));
    expect(await examine()).toEqual(['public-type a.txt', 'svg-unsafe b.svg']);
  });

  it('examines drawings', async () => {
    write('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect(await examine()).toEqual(['svg-unsafe logo.svg']);
  });

  it('publishes a page that site.yaml names, by its whole path', async () => {
    write('google0123.html', 'google-site-verification: google0123.html');
    write('other/google0123.html', html);
    expect(await examine(['google0123.html'])).toEqual(['public-kind other/google0123.html']);
  });

  it('refuses a picture of 900 million pixels without reading them', async () => {
    const png = await picture().png().toBuffer();
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    write('a.png', png);
    expect(await examine()).toEqual(['public-pixels a.png']);
  });

  it('counts the pixels of all frames', async () => {
    const pixels = Buffer.concat([1, 200, 90].map((grey) => Buffer.alloc(8 * 4 * 3, grey)));
    const raw = { width: 8, height: 12, channels: 3, pageHeight: 4 } as const;
    const gif = await sharp(pixels, { raw }).gif().toBuffer();
    // The size stands in the header, and in the descriptor of each frame.
    const size = Buffer.from([8, 0, 4, 0]);
    for (let at = gif.indexOf(size); at >= 0; at = gif.indexOf(size, at)) {
      gif.writeUInt16LE(5000, at);
      gif.writeUInt16LE(4000, at + 2);
    }
    write('a.gif', gif);
    expect(await examine()).toEqual(['public-pixels a.gif']);
  });

  it('warns of rules that are appended to the headers of the build', async () => {
    write('_headers', '/*\n  X-Test: 1\n');
    const [issue] = await examinePublic(dir, listPublic(dir));
    expect(issue).toMatchObject({ code: 'public-headers', severity: 'warning' });
  });
});

describe('removeMetadata', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'removes the place of a photograph from %s',
    async (format) => {
      const bytes = await picture().withExif(location).toFormat(format).toBuffer();
      expect((await sharp(bytes).metadata()).exif).toBeDefined();
      write(`a.${format}`, bytes);
      expect(await removeMetadata(dir, [`a.${format}`, 'robots.txt'])).toBe(1);
      const after = readFileSync(join(dir, `a.${format}`));
      const { exif, xmp, iptc, width, height } = await sharp(after).metadata();
      expect({ exif, xmp, iptc, width, height }).toEqual({ width: 8, height: 4 });
      expect(after.includes('Mara')).toBe(false);
    },
  );

  it('turns a picture as its metadata say', async () => {
    write('a.jpg', await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    await removeMetadata(dir, ['a.jpg']);
    const { orientation, width, height } = await sharp(join(dir, 'a.jpg')).metadata();
    expect({ orientation, width, height }).toEqual({ width: 4, height: 8 });
  });

  it('removes XMP, and keeps the colours of a profile', async () => {
    const bytes = await picture()
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Mara</x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    write('a.jpg', bytes);
    await removeMetadata(dir, ['a.jpg']);
    const { xmp, icc } = await sharp(join(dir, 'a.jpg')).metadata();
    expect([xmp, icc === undefined]).toEqual([undefined, false]);
  });

  it('leaves a picture without metadata as it is, to the byte', async () => {
    const bytes = await picture().jpeg().toBuffer();
    write('a.jpg', bytes);
    expect(await removeMetadata(dir, ['a.jpg'])).toBe(0);
    expect(readFileSync(join(dir, 'a.jpg')).equals(bytes)).toBe(true);
  });
});
