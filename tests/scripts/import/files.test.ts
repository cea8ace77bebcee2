import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlainError } from '../../../src/pipeline/error.ts';
import { readOptions } from '../../../scripts/lib/import/options.ts';
import { decodeText } from '../../../scripts/lib/decode.ts';
import { readSource } from '../../../scripts/lib/import/source.ts';
import { readTable } from '../../../scripts/lib/import/table.ts';
import { readXlsx } from '../../../scripts/lib/import/xlsx.ts';
import { fixtures } from './site.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'import-files-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const open = (content: string | Uint8Array, name = 'file.csv') => {
  writeFileSync(join(dir, name), content);
  return readSource(join(dir, name));
};
async function cellsOf(content: string | Uint8Array): Promise<string[][]> {
  const source = await open(content);
  return 'sheets' in source ? (source.sheets[0]?.rows ?? []) : [];
}

describe('decodeText', () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

  it('reads UTF-8 and UTF-16, with or without a byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('\uFEFF이름'))).toEqual({ text: '이름' });
    expect(decodeText(utf16('\uFEFFName\t이름')).text).toBe('Name\t이름');
    expect(decodeText(utf16('Name\t이름')).text).toBe('Name\t이름');
    expect(decodeText(utf16('\uFEFFab').map((_, i, all) => all[i ^ 1] ?? 0)).text).toBe('ab');
  });

  it('detects the encoding of Korean Windows, and notes it', () => {
    const { text, note } = decodeText(readFileSync(join(fixtures, 'partners.csv')));
    expect(text).toContain('수영대학교,대한민국,부산,대학교');
    expect(note).toContain('CP949');
  });

  it.each(['Universität Zürich;é', 'Ärzte', 'Málaga, São Paulo', 'ÀÂÄ'])(
    'else reads Windows-1252, with a note: %s',
    (text) => {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      expect(decodeText(bytes)).toMatchObject({
        text,
        note: expect.stringContaining('Windows-1252') as string,
      });
    },
  );
});

describe('readCsv', () => {
  it.each([',', ';', '\t'])('detects the delimiter %j', async (sign) => {
    const rows = [
      ['Name', 'City', 'Type'],
      ['A; B, C', 'Seoul', 'School'],
      ['D "E"', 'Genève', ''],
    ];
    const text = rows
      .map((row) =>
        row.map((cell) => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(sign),
      )
      .join('\r\n');
    expect(await cellsOf(text)).toEqual(rows);
    expect(await cellsOf(`sep=${sign}\r\n${text}`)).toEqual([[''], ...rows]);
  });

  it('keeps row numbers after empty rows and line breaks in cells', async () => {
    const source = await open('Name,City\n\n"Two\nlines",Seoul\n\nLast,Geneva');
    const [sheet] = 'sheets' in source ? source.sheets : [];
    expect(
      sheet &&
        readTable([sheet], 'file.csv', readOptions(['file.csv', '--as', 'partners'])).rows.map(
          ({ place }) => place,
        ),
    ).toEqual(['row 3', 'row 5']);
  });

  it('refuses an unclosed quotation mark', async () => {
    await expect(open('Name,City\n"Seoul,Korea\nA,B')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PlainError: The quotation marks in line 3 do not match: one is never closed, or stands inside a value. Inside a value in quotation marks, write it twice: "".]`,
    );
  });
});

describe('readXlsx', () => {
  const day = (text: string) => new Date(`${text}Z`);
  const makeSheet = (rows: Parameters<typeof writeXlsx>[0]['sheets'][number]) =>
    writeXlsx({ sheets: [rows] });

  it('gives dates, times, numbers and texts as shown', async () => {
    const book = await makeSheet({
      name: 'A',
      rows: [
        [day('2030-03-28T00:00'), day('2030-03-28T15:30'), 3_000_000, true, ' text '],
        [1.5, null, 'ｗｉｄｅ', false, 44648],
      ],
    });
    const [sheet] = await readXlsx(book);
    expect(sheet?.rows).toEqual([
      ['2030-03-28', '2030-03-28T15:30', '3000000', 'true', 'text'],
      ['1.5', '', 'ｗｉｄｅ', 'false', '44648'],
    ]);
  });

  it('gives values of formulas and merged cells, and rounds times', async () => {
    const [schedule] = await readXlsx(readFileSync(join(fixtures, 'schedule.xlsx')));
    expect(schedule?.rows[7]).toEqual([
      '1단계',
      '5주차',
      '2022-03-29',
      '2022-04-03',
      '불안정한 계절 시대의 서리 피해 위협',
      '하루 연기',
    ]);
    const [events] = await readXlsx(readFileSync(join(fixtures, 'events.xlsx')));
    expect(events?.rows[2]?.slice(0, 4)).toEqual(['2022-02-23', '2022 Season Kick-off', '15:00', '17:00']);
    expect(events?.rows[9]?.slice(0, 2)).toEqual(['#DIV/0!', 'Session 2']);
  });

  it('refuses a ZIP bomb', async () => {
    const packed = deflateRawSync(new Uint8Array(20 * 1024 * 1024), { level: 1 });
    await expect(readXlsx(zip('xl/workbook.xml', packed, 101 * 1024 * 1024))).rejects.toThrow('100 MB');
    // One that lies about its size is unpacked no further than it says.
    await expect(readXlsx(zip('[Content_Types].xml', packed, 1000))).rejects.toThrow(PlainError);
  });

  it('readSource explains why a file cannot be read', async () => {
    const refusal = async (content: string | Uint8Array, name: string) =>
      open(content, name).then(
        () => '',
        (error: unknown) => (error instanceof PlainError ? error.message : ''),
      );
    expect({
      old: await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'old.xls'),
      pdf: await refusal('%PDF-1.7', 'slides.pdf'),
      empty: await refusal(' \n', 'empty.csv'),
      binary: await refusal(Uint8Array.of(1, 2, 0, 3, 4), 'picture.csv'),
      broken: (await refusal('PK\u0003\u0004 and no more', 'broken.xlsx')).replace(/\(.*?\)/, '(…)'),
      damaged: await refusal('\u0001\u0002PK rest of a workbook', 'damaged.xlsx'),
      large: await refusal(new Uint8Array(11 * 1024 * 1024), 'large.csv'),
      many: await refusal('a,b\n'.repeat(5001), 'many.csv'),
    }).toMatchInlineSnapshot(`
      {
        "binary": "picture.csv is no text and no workbook. Import a file that ends in .csv, .xlsx or .ics.",
        "broken": "The file cannot be read as a workbook of Excel (…). Open it in Excel, save it as “Excel Workbook (.xlsx)”, and import that.",
        "damaged": "damaged.xlsx is damaged, or no workbook. Open it in Excel, save it as “Excel Workbook (.xlsx)”, and import that.",
        "empty": "empty.csv is empty.",
        "large": "large.csv is larger than 10 MB. Save the one sheet that is meant in a file of its own.",
        "many": "many.csv has more than 5000 rows. Delete what is not meant to be imported.",
        "old": "old.xls is of an old kind (.xls) or protected with a password. Open it in Excel, save it as “Excel Workbook (.xlsx)” without a password, and import that.",
        "pdf": "slides.pdf is a PDF, which has no columns. Import the sheet that it was made from.",
      }
    `);
    await expect(readSource(dir)).rejects.toThrow('is a folder');
    await expect(readSource(join(dir, 'none.csv'))).rejects.toThrow('There is no file');
  });
});

/** A ZIP archive with one file, compressed already, whose header gives `size` as its uncompressed size. */
function zip(name: string, packed: Uint8Array, size: number): Uint8Array {
  const fields = (...parts: [bytes: number, value: number][]) =>
    Buffer.concat(
      parts.map(([bytes, value]) => {
        const part = Buffer.alloc(bytes);
        part.writeUIntLE(value, 0, bytes);
        return part;
      }),
    );
  const about: [number, number][] = [
    [2, 20],
    [2, 0],
    [2, 8],
    [4, 0],
    [4, 0],
    [4, packed.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields(...about), Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    fields([2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
    Buffer.from(name),
  ]);
  const end = fields([2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, local.length], [2, 0]);
  return new Uint8Array(Buffer.concat([local, entry, Buffer.from('PK\u0005\u0006'), end]));
}
