import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '../../project.ts';
import { copyFixture } from './fixture.ts';

let project: Project;
beforeEach(() => {
  project = copyFixture();
});
afterEach(() => project.remove());

const home = () => readFileSync(join(project.root, 'dist/index.html'), 'utf8');

describe('npm start', () => {
  it('builds, serves, prints the address, and ends on Ctrl-C', async () => {
    let served: Promise<[number, string]> | undefined;
    const { code, output } = await project.run('start', {
      env: { PORT: '0', BASE_PATH: '/some-repo/' },
      watch: (printed, end) => {
        const url = /is served at (\S+)/.exec(printed)?.[1];
        if (url === undefined || served) return;
        served = fetch(url).then(async (response) => [response.status, await response.text()]);
        void served.finally(() => end('SIGINT'));
      },
    });
    expect(await served).toEqual([200, home()]);
    expect(output).toMatch(/dist\/ is served at http:\/\/127\.0\.0\.1:\d+\/some-repo\//);
    expect(code).toBe(0);
  });
});
