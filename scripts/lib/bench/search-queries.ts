/** What somebody types, and the page that should come first. */
export interface SearchQuery {
  locale: string;
  query: string;
  /** The address that is expected, with its language; of equals any may come first. */
  pages: string[];
}

const week = (phase: number, number: number) => `/2022/weeks/phase-${phase}-week-${number}/`;
const topic = (id: string) => `/2022/topics/${id}/`;
const partners = '/2022/partners/';
const prizes = '/2022/prizes/';
const kickOff = '/2022/events/kick-off/';
const home = '/2022/';
const security = topic('cybersecurity-threats');
const sdgs = topic('smart-city-and-sdgs');
const ethics = topic('data-ethics');
const retrofitting = topic('urban-retrofitting');

const english: Record<string, string[]> = {
  cyber: [security],
  'cyber security': [security],
  ransomware: [security],
  'march 28': [week(1, 5)],
  '28 March': [week(1, 5)],
  '2022-03-28': [week(1, 5)],
  'may 13': ['/2022/events/workshop-1/'],
  'SDG 11': [sdgs],
  'sustainable development goal 11': [sdgs],
  geneva: [partners],
  Harvard: [partners],
  Italy: [partners],
  '3,000,000': [prizes],
  '3000000': [prizes],
  'prize money': [prizes],
  mayor: [prizes],
  'week 5': [week(1, 5), week(2, 5)],
  'phase II week 3': [week(2, 3)],
  'phase 2 week 3': [week(2, 3)],
  zoom: [kickOff],
  'kick-off': [kickOff],
  'Jenny Joung': [kickOff],
  orientation: [week(1, 1)],
  ethics: [ethics],
  'open data': [topic('smart-technologies-and-open-data')],
  trees: [retrofitting],
  resilience: [retrofitting],
  'free of charge': [home, '/2022/questions/', '/2022/take-part/'],
  Baku: ['/editions/'],
  subscribe: ['/2022/calendar/'],
  accessibility: ['/accessibility/'],
};

const korean: Record<string, string[]> = {
  서울: [partners, prizes],
  시티: [sdgs, ethics, home],
  스마트시티: [sdgs, ethics, home],
  사이버: [security],
  윤리: [ethics],
  '3월 28일': [week(1, 5)],
  '2단계 3주차': [week(2, 3)],
  '3,000,000': [prizes],
  제네바: [partners],
  zoom: [kickOff],
};

const ask = (locale: string, queries: Record<string, string[]>, prefix: string): SearchQuery[] =>
  Object.entries(queries).map(([query, pages]) => ({
    locale,
    query,
    pages: pages.map((page) => prefix + page),
  }));

/** What people type into the search of the edition of 2022. */
export const queries: SearchQuery[] = [...ask('en', english, ''), ...ask('ko', korean, '/ko')];
