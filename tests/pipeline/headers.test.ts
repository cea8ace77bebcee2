import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHeaders } from '../../src/pipeline/headers.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'headers-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function read(text: string) {
  writeFileSync(join(dir, '_headers'), text);
  return readHeaders(dir);
}

describe('readHeaders', () => {
  it('has no rules without a file', async () => {
    expect((await readHeaders(dir))('/')).toEqual({});
  });

  it('gives a path the headers of every rule that covers it', async () => {
    const rules = await read(`# for all
/*
  X-Content-Type-Options: nosniff
/*.ics
  Content-Type: text/calendar; charset=utf-8
/:edition/calendar.ics
  Cache-Control: public, max-age=300
`);
    expect(rules('/2022/')).toEqual({ 'X-Content-Type-Options': 'nosniff' });
    expect(rules('/2022/weeks/a.ics')).toMatchObject({ 'Content-Type': 'text/calendar; charset=utf-8' });
    // A dot is a dot: the parser's own pattern takes this address for a feed.
    expect(rules('/2022/topics/')).toEqual({ 'X-Content-Type-Options': 'nosniff' });
    expect(rules('/2022/calendar.ics')).toEqual({
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    });
  });

  it('takes the later of two rules for one header, however it is written', async () => {
    const rules = await read('/*\n  Cache-Control: no-cache\n/a\n  cache-control: max-age=1\n');
    expect(rules('/a')).toEqual({ 'Cache-Control': 'max-age=1' });
  });

  it('joins a header that one rule has twice', async () => {
    const rules = await read('/\n  Link: </a>\n  Link: </b>\n');
    expect(rules('/')).toEqual({ Link: '</a>, </b>' });
  });

  it('says which line it cannot read', async () => {
    await expect(read('  X-Early: 1\n/a\n  X-Empty:\n')).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: The file _headers cannot be read.
      Could not parse header line 3:
        X-Empty:
      Missing header value
      Path should come before header "X-Early"]
    `);
  });
});
