import type { Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

/** Says who publishes the site, in a sentence; without a publisher, that it is an unofficial preview. */
export function describePublisher({ publisher, organiser }: Site, t: Translate): string {
  if (!publisher) return t('publisher.none');
  return t(`publisher.${publisher.relation}`, {
    name: publisher.name.text,
    organiser: organiser.name.text,
  });
}

/** The licence of texts and data with its address, in a sentence; undefined if none was chosen. */
export function describeLicence({ license }: Site, t: Translate): string | undefined {
  return license && t('licence.line', { name: license.name.text, url: license.url });
}
