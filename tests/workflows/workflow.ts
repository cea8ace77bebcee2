import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');

export interface Step {
  id?: string;
  name?: string;
  run?: string;
  uses?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  /** The workflow that the job calls, which has its steps. */
  uses?: string;
  steps?: Step[];
}

export interface Workflow {
  /** The file's name. */
  file: string;
  text: string;
  name: string;
  on: Record<string, { workflows?: string[] } | null>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

export function parseWorkflow(file: string, text: string): Workflow {
  return { ...(parse(text) as Omit<Workflow, 'file' | 'text'>), file, text };
}

export const workflows: Workflow[] = readdirSync(folder)
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => parseWorkflow(name, readFileSync(join(folder, name), 'utf8')));

export function findWorkflow(file: string): Workflow {
  const found = workflows.find((workflow) => workflow.file === file);
  if (!found) throw new Error(`There is no workflow ${file}.`);
  return found;
}

/** The shell script of a step. */
export function findShell(file: string, name: string): string {
  const steps = Object.values(findWorkflow(file).jobs).flatMap((job) => job.steps ?? []);
  const found = steps.find((step) => step.name === name)?.run;
  if (found === undefined) throw new Error(`${file} has no step "${name}".`);
  return found;
}

/** The permissions of each job, such as `ci.yml test: contents read`. */
export function listRights({ file, permissions, jobs }: Workflow): string[] {
  return Object.entries(jobs).map(([name, job]) => {
    const rights = Object.entries(job.permissions ?? permissions ?? { everything: 'by default' });
    const words = rights.map((right) => right.join(' ')).join(', ');
    return `${file} ${name}: ${words || 'nothing'}`;
  });
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Jobs that push. All others check out without persisting the token. */
const pushingJobs = new Set(['publication.yml push']);

/** Events whose workflows process untrusted artifacts: they check out the default branch alone. */
const privilegedEvents = new Set(['workflow_run']);

/** Checks the rules for all workflows. */
export function findFaults(workflow: Workflow): string[] {
  const { file, text, on, permissions, jobs } = workflow;
  const faults = 'pull_request_target' in on ? ['has pull_request_target'] : [];
  for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
    if (!/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d)/.test(line))
      faults.push(`does not pin ${line.trim()}`);
  }
  const wide = Object.entries(permissions ?? { everything: 'write' }).filter(
    (right) => right.join(' ') !== 'contents read',
  );
  faults.push(...wide.map((right) => `gives every job ${right.join(' ')}`));
  for (const [name, job] of Object.entries(jobs)) {
    const { uses, steps = [] } = job;
    if (job['timeout-minutes'] === undefined && uses === undefined) faults.push(`${name} has no timeout`);
    faults.push(...steps.flatMap(findStepFaults).map((fault) => `${name} ${fault}`));
    for (const { with: options = {} } of steps.filter(isCheckout)) {
      if (options['persist-credentials'] !== pushingJobs.has(`${file} ${name}`))
        faults.push(`${name} keeps the token`);
      const chosen = 'ref' in options || 'repository' in options;
      if (chosen && Object.keys(on).some((event) => privilegedEvents.has(event)))
        faults.push(`${name} checks out a branch`);
    }
  }
  return faults;
}

const isCheckout = ({ uses = '' }: Step) => uses.startsWith('actions/checkout@');

/** Expressions are inserted before the shell parses a script, so their values could inject commands. */
function findStepFaults({ run = '' }: Step): string[] {
  const commands = [...run.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  return [
    ...(run.includes('${{') ? ['has an expression in its script'] : []),
    ...commands
      .filter((name) => !(name in scripts))
      .map((name) => `runs npm run ${name}, which is not there`),
  ];
}
