import type { Issue } from './issue.ts';

/** What is wrong with the host of an address. */
type HostIssue = Pick<Issue, 'code' | 'message' | 'fix'> & Partial<Pick<Issue, 'severity'>>;

/**
 * Reports an address on the web that has a user, no named host or no possible port, and one whose host may be taken
 * for another, since a part of its name mixes scripts (Unicode TR 39, section 5.2).
 * @param url an address that begins with https://
 */
export function explainHost(url: string): HostIssue[] {
  const authority = /^https:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
  if (authority.includes('@'))
    return [
      {
        code: 'link-host',
        message: `The address "${url}" has a user or a password before the "@".`,
        fix: `Write it without: ${url.replace(authority, authority.replace(/^.*@/, ''))}.`,
      },
    ];
  const problem = explainName(url);
  if (problem !== undefined)
    return [
      {
        code: 'link-host',
        message: `The address "${url}" ${problem}.`,
        fix: 'Open the page in a browser and copy its whole address, such as https://www.example.org/.',
      },
    ];
  const mixed = decodeHost(authority).split('.').find(isMixed);
  if (mixed === undefined) return [];
  return [
    {
      severity: 'warning',
      code: 'link-script',
      message: `The part "${mixed}" of the address "${url}" mixes letters of several scripts, so it may be taken for another.`,
      fix: 'Compare it letter by letter with the address that you mean, or type it anew.',
    },
  ];
}

function explainName(url: string): string | undefined {
  if (!URL.canParse(url)) return 'has a name or a port that is not possible';
  const labels = new URL(url).hostname.replace(/\.$/, '').split('.');
  // URL writes each form of an IPv4 address as four numbers, and IPv6 in brackets.
  if (/^\d+$|\]/.test(labels.at(-1) ?? '')) return 'has a number instead of a name';
  return labels.length < 2 || labels.includes('') ? 'does not have the full name of a site' : undefined;
}

function decodeHost(authority: string): string {
  try {
    return decodeURIComponent(authority);
  } catch {
    return authority;
  }
}

/** Whether a part of a name has letters of a script that nobody mixes with Latin or East Asian ones. */
function isMixed(label: string): boolean {
  const letters = label.match(/\p{L}/gu) ?? [];
  const usual = letters.filter((letter) =>
    /[\p{Script=Latin}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter),
  );
  return usual.length > 0 && usual.length < letters.length;
}
