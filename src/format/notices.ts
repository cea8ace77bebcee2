import { exportAddressOf, feedAddressOf } from '../model/address.ts';
import { currentProgramme, type Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { formatDay } from './dates.ts';
import { describePublisher } from './publisher.ts';

/** The pages about the site itself, which every site has. */
export const noticePages = ['about', 'privacy', 'accessibility', 'licence'] as const;
export type NoticePage = (typeof noticePages)[number];

export interface NoticeSection {
  title: string;
  paragraphs: string[];
  items?: readonly string[];
  links?: readonly NoticeLink[];
}

export interface NoticeLink {
  label: string;
  /** An address of this site, without base and language, or a full URL. */
  to: string;
}

/** Writes a page about the site from what site.yaml says. What it does not say is said to be missing. */
export function describeNotice(page: NoticePage, site: Site, t: Translate): NoticeSection[] {
  return sectionsOf[page](site, t);
}

const sectionsOf: Record<NoticePage, (site: Site, t: Translate) => NoticeSection[]> = {
  about: (site, t) => [
    {
      title: t('about.publisher.title'),
      paragraphs: [
        describePublisher(site, t),
        ...(site.publisher
          ? [site.publisher.address?.text ?? []].flat()
          : [t('about.publisher.none', { organiser: site.organiser.name.text })]),
      ],
      links: listContacts(site),
    },
    { title: t('about.voices.title'), paragraphs: [t('about.voices.text'), t('about.voices.translations')] },
    { title: t('sources.title'), paragraphs: [t('about.sources.text')] },
    {
      title: t('about.corrections.title'),
      paragraphs: [t(site.publisher ? 'about.corrections.text' : 'contact.none')],
      links: listContacts(site),
    },
    { title: t('about.marks.title'), paragraphs: [t('about.marks.text')] },
    { title: t('about.reviewed.title'), paragraphs: [describeReview(site, t)] },
  ],

  privacy: (site, t) => [
    { title: t('privacy.short.title'), paragraphs: [t('footer.privacy')] },
    {
      title: t('privacy.browser.title'),
      paragraphs: [t('privacy.browser.text')],
      items: [t('privacy.browser.zone'), t('privacy.browser.key')],
    },
    {
      title: t('privacy.host.title'),
      paragraphs: [
        site.host ? t('privacy.host.named', { name: site.host.name.text }) : t('privacy.host.none'),
        t('privacy.host.text'),
      ],
      links: site.host?.url === undefined ? [] : [{ label: site.host.name.text, to: site.host.url }],
    },
    { title: t('privacy.links.title'), paragraphs: [t('privacy.links.text'), t('privacy.links.calendar')] },
    {
      title: t('privacy.contact.title'),
      paragraphs: [t(site.publisher ? 'privacy.contact.text' : 'contact.none')],
      links: listContacts(site),
    },
  ],

  accessibility: (site, t) => {
    const { accessibility, publisher } = site;
    const faults = accessibility?.faults.map(({ text }) => text) ?? [];
    return [
      {
        title: t('accessibility.aim.title'),
        paragraphs: [t('accessibility.aim.text'), t('accessibility.kwcag')],
      },
      {
        title: t('accessibility.status.title'),
        paragraphs: accessibility
          ? [
              t(`accessibility.status.${accessibility.status}`),
              t('accessibility.assessed', { date: formatDay(accessibility.date, t('locale')) }),
              accessibility.method.text,
            ]
          : [t('accessibility.status.unknown')],
      },
      {
        title: t('accessibility.does.title'),
        paragraphs: [],
        items: (['text', 'keyboard', 'themes', 'script', 'calendar'] as const).map((item) =>
          t(`accessibility.does.${item}`),
        ),
      },
      {
        title: t('accessibility.limits.title'),
        paragraphs: [
          t('accessibility.limits.text'),
          ...(accessibility && faults.length === 0 ? [t('accessibility.faults.none')] : []),
        ],
        items: faults,
      },
      {
        title: t('accessibility.help.title'),
        paragraphs: [
          publisher ? t('accessibility.help.text', { name: publisher.name.text }) : t('contact.none'),
        ],
        links: listContacts(site),
      },
    ];
  },

  licence: (site, t) => {
    const { license, name } = site;
    const edition = currentProgramme(site)?.edition;
    return [
      {
        title: t('licence.covers.title'),
        paragraphs: license
          ? [
              t('licence.covers.text', { name: license.name.text }),
              t('licence.attribution', { name: name.text }),
            ]
          : [t('licence.none')],
        links: license ? [{ label: license.name.text, to: license.url }] : [],
      },
      {
        title: t('licence.excludes.title'),
        paragraphs: [t('licence.excludes.text')],
        items: (['quotations', 'names', 'logos', 'sources'] as const).map((item) =>
          t(`licence.excludes.${item}`),
        ),
      },
      {
        title: t('licence.data.title'),
        paragraphs: [t('licence.data.text')],
        links: edition === undefined ? [] : listData(edition, t),
      },
    ];
  },
};

function describeReview({ reviewed }: Site, t: Translate): string {
  return reviewed === undefined
    ? t('about.reviewed.never')
    : t('about.reviewed.text', { date: formatDay(reviewed, t('locale')) });
}

/** The e-mail address and the page of the publisher. */
function listContacts({ publisher }: Site): NoticeLink[] {
  if (!publisher) return [];
  const { email, url } = publisher;
  return [
    { label: email, to: `mailto:${email}` },
    ...(url === undefined ? [] : [{ label: url.replace(/^https:\/\/|\/$/g, ''), to: url }]),
  ];
}

const listData = (edition: string, t: Translate): NoticeLink[] => [
  { label: t('licence.data.json'), to: exportAddressOf.programme(edition) },
  { label: t('licence.data.csv'), to: exportAddressOf.schedule(edition) },
  { label: t('licence.data.ics'), to: feedAddressOf.edition(edition) },
  { label: t('licence.data.atom'), to: exportAddressOf.changes(edition) },
];
