import { addressOf } from '../model/address.ts';
import type { Programme } from '../model/site.ts';
import type { Text } from '../model/text.ts';

/** A breadcrumb. */
export interface Crumb {
  label: string | Text;
  /** Absent for the page itself, the last breadcrumb. */
  address?: string;
}

/** The breadcrumbs of a page of an edition: the edition's home, a parent page, the page itself. */
export function crumbsOf(programme: Programme, own: Crumb['label'], parent?: Crumb): Crumb[] {
  const home = { label: programme.title, address: addressOf.edition(programme.edition) };
  return [home, ...(parent ? [parent] : []), { label: own }];
}
