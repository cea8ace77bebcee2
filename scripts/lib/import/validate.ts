import type { Settings } from '../../../src/pipeline/settings.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { findIssues, labelOf, type Content } from '../../../src/pipeline/content.ts';
import { findAdded, tryFiles } from '../trial.ts';
import type { Kind } from './columns.ts';
import type { Proposal } from './proposal.ts';

/** Proposals that bring no new error with the content that they make, and those that do, with their errors. */
export interface Validation {
  valid: Proposal[];
  invalid: Map<Proposal, Issue[]>;
  content: Content;
}

/**
 * Validates the content as it would be with all proposals. A proposal is invalid if errors go away without it: of two
 * weeks that overlap both are, since nobody can tell which one is wrong, unless one has further errors. This is
 * repeated until no new error is left.
 */
export function validateProposals(
  settings: Settings,
  content: Content,
  kind: Kind,
  proposals: readonly Proposal[],
): Validation {
  const label = labelOf(settings);
  const files = new Map(proposals.map(({ file, text }) => [file.slice(label.length + 1), text]));
  const after = files.size > 0 ? tryFiles(settings, files).content : content;
  const contentWith = (some: readonly Proposal[]) => mixContent(content, after, kind, some);
  const errorsOf = (some: Content) =>
    findIssues(settings, some, label).filter(({ severity }) => severity === 'error');
  const before = errorsOf(content);
  const errorsWith = (some: readonly Proposal[]) => findAdded(before, errorsOf(contentWith(some)));
  const invalid = new Map<Proposal, Issue[]>();
  let valid = [...proposals];
  for (let errors = errorsWith(valid); errors.length > 0; errors = errorsWith(valid)) {
    const causes = valid.flatMap((proposal) => {
      const others = errorsWith(valid.filter((other) => other !== proposal));
      const gone = findAdded(others, errors);
      return gone.length > 0 ? [{ proposal, gone }] : [];
    });
    // If all errors of one go away without another too, and more besides, that other one alone is the cause.
    const worst = causes.filter(
      ({ gone }) =>
        !causes.some((other) => other.gone.length > gone.length && findAdded(other.gone, gone).length === 0),
    );
    for (const { proposal, gone } of worst) invalid.set(proposal, gone);
    if (worst.length === 0) for (const proposal of valid) invalid.set(proposal, errors);
    valid = valid.filter((proposal) => !invalid.has(proposal));
  }
  return { valid, invalid, content: contentWith(valid) };
}

/** The content before, with the files of some proposals as they are after. */
function mixContent(before: Content, after: Content, kind: Kind, proposals: readonly Proposal[]): Content {
  const files = new Set(proposals.map(({ file }) => file));
  const mix = <T extends { file: string }>(old: readonly T[], now: readonly T[]) =>
    [...old.filter(({ file }) => !files.has(file)), ...now.filter(({ file }) => files.has(file))].toSorted(
      (a, b) => (a.file < b.file ? -1 : 1),
    );
  const { originals, unreadable } = before.library;
  const known = new Set(unreadable.map((each) => JSON.stringify(each)));
  const added = after.library.unreadable.filter(
    (each) => !known.has(JSON.stringify(each)) && proposals.some(({ id }) => id === each.id),
  );
  return {
    ...before,
    issues: mix(before.issues, after.issues),
    library: {
      ...before.library,
      originals: { ...originals, [kind]: mix<Entry>(originals[kind], after.library.originals[kind]) },
      unreadable: [...unreadable, ...added],
    },
  };
}
