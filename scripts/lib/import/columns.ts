import { findNearest } from '../../../src/model/nearest.ts';
import type { Field } from './reading.ts';
import { plainName } from './text.ts';

/** What can be imported. */
export const kinds = ['weeks', 'events', 'partners', 'prizes'] as const;
export type Kind = (typeof kinds)[number];

type Heads = Partial<Record<Field, string>>;

const dates: Heads = {
  start:
    'Start, Start date, Starts, From, Begin, Begins, First day, 시작, 시작일, 시작일자, 시작 날짜, 개시일, 개강일',
  end: 'End, End date, Ends, To, Until, Finish, Last day, 종료, 종료일, 종료일자, 종료 날짜, 마감일, 종강일',
  dates:
    'Date, Dates, Day, Days, Period, When, Duration, Schedule, 날짜, 일자, 기간, 일정, 일시, 날짜 및 시간',
};

const status: Heads = {
  status: 'Status, State, 상태, 진행 상태, 진행 여부',
  statusNote: 'Status note, Reason, Reason for change, 사유, 변경 사유, 취소 사유',
};

const body: Heads = {
  body: 'Description, Details, Content, Contents, About, Abstract, Text, Summary, 설명, 내용, 상세, 상세 내용, 소개, 개요',
};

/** The heads of columns that say a field, by what is imported: in English and Korean, as sheets have them. */
const heads: Record<Kind, Heads> = {
  weeks: {
    id: 'id, Identifier, File, 아이디, 식별자',
    phase: 'Phase, Stage, Part, 단계, 과정, 구분 단계',
    number: 'Week, Week no, Week number, Week nr, Weeks, No, Number, Nr, 주차, 주, 회차, 번호, 순번',
    ...dates,
    topic:
      'Topic, Title, Theme, Subject, Lecture, Lecture title, Name, 주제, 강의 주제, 강의명, 제목, 강의, 과목, 교육 주제',
    kind: 'Type, Kind, Category, 구분, 종류, 유형',
    activity: 'Activity, Activities, 활동, 활동 내용',
    ...status,
    ...body,
  },
  events: {
    id: 'id, Identifier, File, 아이디, 식별자',
    title:
      'Title, Event, Event name, Event title, Name, Topic, Subject, Session, Programme, Program, 행사, 행사명, 이벤트, 제목, 주제, 명칭, 프로그램, 프로그램명',
    ...dates,
    times: 'Time, Times, Hours, Time of day, 시간, 시각',
    startTime: 'Start time, Starts at, 시작 시간, 시작 시각',
    endTime: 'End time, Ends at, 종료 시간, 종료 시각',
    timezone: 'Time zone, Timezone, Zone, TZ, 시간대, 표준시',
    attendance:
      'Attendance, Online, Mode, Format, Online or onsite, 참석, 참석 방식, 참여 방식, 온라인, 온라인 여부, 방식, 진행 방식',
    place: 'Where, Place, Location, Venue, Venues, Site, 장소, 위치, 개최지, 개최 장소',
    room: 'Room, Floor, Hall, 호실, 층, 강의실',
    address: 'Address, Street, 주소',
    city: 'City, Town, 도시, 시',
    country: 'Country, 국가, 나라',
    join: 'Join, Link, Join link, Zoom, Zoom link, Meeting link, URL, Online link, 링크, 접속 링크, 참여 링크, 줌 링크',
    ...status,
    ...body,
  },
  partners: {
    id: 'id, Identifier, File, 아이디, 식별자',
    name: 'Name, Partner, Partner name, Organisation, Organization, Institution, Institute, University, School, 기관명, 기관, 이름, 명칭, 협력 기관, 협력기관명, 파트너, 파트너명, 대학명, 학교명',
    list: 'List, Domestic or international, Group, Region, 목록, 국내외, 국내 해외, 지역',
    kind: 'Type, Kind, Category, 구분, 종류, 유형, 기관 유형, 기관 구분',
    order: 'Order, Position, 순서, 정렬 순서',
    country: 'Country, Nation, 국가, 나라, 소재 국가',
    city: 'City, Town, 도시, 소재지, 소재 도시',
    url: 'URL, Website, Web site, Homepage, Home page, Web, Link, Site, 홈페이지, 웹사이트, 웹 사이트, 누리집, 링크, 주소',
  },
  prizes: {
    id: 'id, Identifier, File, 아이디, 식별자',
    title:
      'Title, Prize, Award, Name, Prize name, Award name, 상, 상명, 시상명, 상훈, 상 이름, 명칭, 제목, 이름',
    kind: 'Type, Kind, Category, 구분, 종류, 유형, 상 구분',
    order: 'Order, Position, 순서, 정렬 순서',
    rank: 'Rank, Place, Ranking, Placement, 순위, 등수, 등위, 등급',
    amount: 'Amount, Prize money, Money, Cash, Cash prize, Value, Sum, 상금, 금액, 시상금, 상금액',
    currency: 'Currency, 통화, 화폐, 통화 단위',
    givenBy:
      'Given by, Awarded by, Presented by, Signed by, Sponsor, 수여, 수여 기관, 수여 기관명, 수여자, 시상 기관, 후원',
    ...body,
  },
};

/** A column of a sheet, and what it is understood to say. */
export interface Column {
  /** Counted from 0. */
  index: number;
  /** As the sheet heads it. */
  head: string;
  /** Undefined where it is not used. */
  field: Field | undefined;
  /** What stands in brackets in the head, such as a currency: "Prize money (KRW)". */
  unit: string | undefined;
  /** Why it is not used, or what it is nearly. */
  note?: string | undefined;
}

/** The field that a head means, as it stands or without what is in brackets. */
function matchHead(head: string, kind: Kind): Field | undefined {
  const names = namesOf(kind);
  return names.get(plainName(head)) ?? names.get(plainName(head.replaceAll(brackets, ' ')));
}

const brackets = /[([{（]([^)\]}）]*)[)\]}）]/g;

/** Reads a row as the heads of columns. Of two that say the same, the first counts. */
export function matchColumns(cells: readonly string[], kind: Kind): Column[] {
  const fields = cells.map((head) => (head === '' ? undefined : matchHead(head, kind)));
  // A column of contents is what a week or an event is about, where no other column says that.
  const subject = subjects[kind];
  const contents =
    subject === undefined || fields.includes(subject)
      ? -1
      : cells.findIndex((head) => isContents.test(plainName(head)));
  if (contents !== -1) fields[contents] = subject;
  return cells.flatMap((head, index): Column[] => {
    const field = fields[index];
    const unit = [...head.matchAll(brackets)].at(-1)?.[1]?.trim();
    const first = field && fields.indexOf(field);
    if (head === '') return [];
    if (first !== undefined && first < index)
      return [{ index, head, unit, field: undefined, note: `“${cells[first]}” says it already` }];
    const nearest = field ? undefined : findNearest(plainName(head), [...namesOf(kind).keys()]);
    const note = nearest && `did you mean “${titleOf(nearest, kind)}”?`;
    return [{ index, head, field, unit, note }];
  });
}

const subjects: Partial<Record<Kind, Field>> = { weeks: 'topic', events: 'title' };
const isContents = /^(?:contents?|내용|강의내용|교육내용|행사내용)$/;

/** Heads that a sheet can have, for someone who has to name them: of each field the first one. */
export const listHeads = (kind: Kind): string[] =>
  Object.values(heads[kind]).map((names) => names.split(', ')[0] ?? '');

const cache = new Map<Kind, Map<string, Field>>();

function namesOf(kind: Kind): Map<string, Field> {
  const known = cache.get(kind);
  if (known) return known;
  const pairs = (Object.entries(heads[kind]) as [Field, string][]).flatMap(([field, names]) =>
    names.split(', ').map((name): [string, Field] => [plainName(name), field]),
  );
  const names = new Map(pairs.toReversed());
  cache.set(kind, names);
  return names;
}

const titleOf = (plain: string, kind: Kind) =>
  Object.values(heads[kind])
    .flatMap((names) => names.split(', '))
    .find((name) => plainName(name) === plain) ?? plain;
