import type { MapPlan } from '../../src/map/plan.ts';
import { makeEvent, makeLine, type Stop } from './fixture.ts';

const topics = [
  'Introduction to Smart City & SDGs (11)',
  'Emerging Smart Technologies and Leveraging Open Data',
  'Emerging Challenges of Digitalization, Globalization, and Urbanization',
  'Cybersecurity Threats in the Age of Rapid Digitalization',
  'Urban Retrofitting for Greater Resilience: Nature Based Solutions',
  'Ethics of Data Management in Smart Cities',
];
const koreanTopics = [
  '스마트시티와 지속가능발전목표(11) 입문',
  '새롭게 떠오르는 스마트 기술과 공공데이터의 활용',
  '디지털화, 세계화, 도시화가 불러오는 새로운 도전 과제',
  '급속한 디지털화 시대의 사이버보안 위협',
  '더 큰 회복력을 위한 도시 재정비: 자연기반해법',
  '스마트시티 데이터 관리의 윤리',
];
const orientation: Stop = { kind: 'orientation', title: 'Orientation Day' };
const pause: Stop = { kind: 'break', title: 'Break' };
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`);

/** Makes the plan of 2022 in one language. */
function makeYear(titles: string[], phases: [string, string], events: [string, string, string]): MapPlan {
  const shared = titles.map((title, index) => ({ topic: `t${index}`, title }));
  const first = { ...orientation, start: '2022-03-04', end: '2022-03-04' };
  return {
    lines: [
      makeLine(1, '2022-02-28', [first, ...shared, pause], phases[0]),
      makeLine(2, '2022-04-25', [orientation, ...shared], phases[1]),
    ],
    events: [
      makeEvent('kick-off', events[0], '2022-02-23'),
      makeEvent('workshop-1', events[1], '2022-05-13'),
      makeEvent('workshop-2', events[2], '2022-05-20'),
    ],
  };
}

const long = 'Governance, participation and the many unforeseeable consequences of interoperability '.repeat(
  2,
);
const twenty = names('Topic', 20);
const three = [
  makeLine(1, '2022-01-03', twenty),
  makeLine(2, '2022-06-06', twenty),
  makeLine(3, '2022-11-07', twenty),
];

/** Plans that must be drawn without faults: real, unusual and extreme ones. */
export const plans: Record<string, MapPlan> = {
  'the edition of 2022': makeYear(
    topics,
    ['Smart City Conceptual Foundation', 'Smart City Capacity Building'],
    ['2022 Activities Kick-off', 'Phase II workshop 1', 'Phase II workshop 2'],
  ),
  'the edition of 2022 in Korean': makeYear(
    koreanTopics,
    ['스마트시티 개념 기초', '스마트시티 역량 강화'],
    ['2022 활동 킥오프', '2단계 워크숍 1', '2단계 워크숍 2'],
  ),
  'one phase of three weeks': {
    lines: [makeLine(1, '2024-09-02', ['Soil and water', 'Seeds', 'Harvest and trade'])],
    events: [makeEvent('fair', 'Village fair', '2024-09-12')],
  },
  'one week': { lines: [makeLine(1, '2024-09-02', ['Everything at once'])], events: [] },
  'three phases of twenty weeks, topics shared by all': {
    lines: three,
    events: [
      makeEvent('a', 'Opening night', '2021-12-20'),
      makeEvent('b', 'Mid-term fair', '2022-02-10'),
      makeEvent('c', 'Excursion', '2022-07-14'),
      makeEvent('d', 'Gala', '2023-04-30'),
    ],
  },
  'one phase of twenty weeks': { lines: [makeLine(1, '2022-01-03', twenty)], events: [] },
  'three short phases': {
    lines: [
      makeLine(1, '2022-01-03', [orientation, 'Water', 'Energy', 'Waste', pause]),
      makeLine(2, '2022-02-07', ['Water', 'Energy', 'Finance', 'Law']),
      makeLine(3, '2022-03-07', ['Water', 'Energy', 'Finance', 'Law', 'Closing']),
    ],
    events: [
      makeEvent('x', 'Hackathon', '2022-02-17'),
      makeEvent('y', 'Second hackathon', '2022-02-18'),
      makeEvent('z', 'Showcase', '2022-03-16'),
    ],
  },
  'a topic of three weeks, two of them in one phase': {
    lines: [
      makeLine(1, '2022-01-03', ['Data', 'Streets', 'Data', 'Homes']),
      makeLine(2, '2022-02-07', ['Data', 'Parks', 'Homes']),
    ],
    events: [],
  },
  'another order in the second phase': {
    lines: [
      makeLine(1, '2022-01-03', ['A first topic', 'B second', 'C third', 'D fourth', 'E fifth']),
      makeLine(2, '2022-02-14', ['E fifth', 'C third', 'A first topic', 'D fourth', 'B second']),
    ],
    events: [],
  },
  'no shared topics': {
    lines: [makeLine(1, '2022-01-03', names('Lecture', 6)), makeLine(2, '2022-03-07', names('Studio', 4))],
    events: [],
  },
  'phases that run at once': {
    lines: [makeLine(1, '2022-01-03', names('Morning', 5)), makeLine(2, '2022-01-10', names('Evening', 5))],
    events: [],
  },
  'very long titles': {
    lines: [
      makeLine(
        1,
        '2022-01-03',
        [long, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 'Short'],
        long,
      ),
      makeLine(2, '2022-02-07', [{ title: long }, long], long),
    ],
    events: [makeEvent('e', long, '2021-12-01'), makeEvent('f', long, '2022-02-10')],
  },
  'events before, between and after': {
    lines: [makeLine(1, '2022-01-03', ['Water', 'Energy']), makeLine(2, '2022-02-07', ['Water', 'Energy'])],
    events: [
      makeEvent('early', 'Information evening', '2021-11-02'),
      makeEvent('eve', 'Kick-off', '2022-01-02'),
      makeEvent('mid', 'Open day', '2022-01-20'),
      makeEvent('mid2', 'Second open day', '2022-01-25'),
      makeEvent('in', 'Workshop', '2022-02-15'),
      makeEvent('in2', 'Evening talk', '2022-02-16'),
      makeEvent('end', 'Award ceremony', '2022-06-01'),
    ],
  },
  'cancelled and postponed': {
    lines: [
      makeLine(1, '2022-01-03', [
        { topic: 'w', title: 'Water', status: 'cancelled' },
        { topic: 'e', title: 'Energy', status: 'postponed' },
        { ...pause },
      ]),
      makeLine(2, '2022-02-07', [
        { topic: 'w', title: 'Water' },
        { topic: 'e', title: 'Energy', status: 'cancelled' },
      ]),
    ],
    events: [makeEvent('t', 'Talk', '2022-02-09', '2022-02-09', 'cancelled')],
  },
  'a phase that begins with its first topic': {
    lines: [
      makeLine(1, '2022-01-03', [orientation, 'Water', 'Energy', 'Waste']),
      makeLine(2, '2022-02-07', ['Water', 'Energy', 'Waste']),
    ],
    events: [],
  },
  'long titles side by side, events at the ends': {
    lines: [1, 2, 3].map((number) =>
      makeLine(number, `2022-0${number * 2}-07`, [
        { title: 'Interoperability and accountability of infrastructures' },
        { title: 'Administrations, representatives and responsibilities' },
      ]),
    ),
    events: [2, 4, 6].flatMap((month) => [
      makeEvent(`last-${month}`, 'Demonstration of the prototypes by all teams', `2022-0${month}-16`),
      makeEvent(`after-${month}`, 'Announcement of the administrative consequences', `2022-0${month}-26`),
    ]),
  },
};
