import type { MapLine, MapPlan, MapStation } from './plan.ts';

/** A station in its column, with the index of its line. */
export interface Placed {
  line: number;
  station: MapStation;
}

/** Stations of neighbouring lines in one column that share a topic; usually a single station. */
export type Group = [Placed, ...Placed[]];

/** A column of the map: the station of each line, if any. */
type Column = (MapStation | undefined)[];

/** Scores of the alignment: for a topic that two lines share in a column, and for a gap in a line. */
const score = { match: 2, gap: -1 } as const;

/**
 * Aligns the stations of all lines in columns, in each line's own order, so that neighbouring lines share as
 * many topics as possible with few gaps.
 * @returns the columns, first to last, each with its groups from the first line to the last
 */
export function alignLines(lines: MapLine[]): Group[][] {
  const columns = lines.reduce<Column[]>(
    (known, line, index) =>
      index === 0 ? line.stations.map((station) => [station]) : addLine(known, line.stations, index),
    [],
  );
  return columns.map(groupColumn);
}

/** Aligns two sequences (Needleman and Wunsch), from the end, so that gaps gather at the end. */
function addLine(columns: Column[], stations: MapStation[], line: number): Column[] {
  const gain = (column: number, station: number): number => {
    const topic = stations[station]?.topic;
    return topic !== undefined && columns[column]?.[line - 1]?.topic === topic ? score.match : 0;
  };
  const best: number[][] = columns.map(() => []);
  best.push([]);
  const at = (column: number, station: number) => best[column]?.[station] ?? -Infinity;
  const choices = (column: number, station: number): [both: number, gap: number, own: number] => [
    at(column + 1, station + 1) + gain(column, station),
    at(column + 1, station) + score.gap,
    at(column, station + 1) + score.gap,
  ];
  for (let column = columns.length; column >= 0; column--) {
    for (let station = stations.length; station >= 0; station--) {
      const last = column === columns.length && station === stations.length;
      const row = best[column];
      if (row) row[station] = last ? 0 : Math.max(...choices(column, station));
    }
  }
  const result: Column[] = [];
  let column = 0;
  let station = 0;
  while (column < columns.length || station < stations.length) {
    const [both, gap] = choices(column, station);
    const value = at(column, station);
    const takesColumn = value === both || value === gap;
    const takesStation = value === both || !takesColumn;
    const known = (takesColumn ? columns[column++] : undefined) ?? [];
    const entry: Column = Array.from({ length: line }, (_, index) => known[index]);
    result.push([...entry, takesStation ? stations[station++] : undefined]);
  }
  return result;
}

function groupColumn(column: Column): Group[] {
  const groups: Group[] = [];
  column.forEach((station, line) => {
    if (!station) return;
    const group = groups.at(-1);
    const above = group?.at(-1);
    const joins =
      above?.line === line - 1 && station.topic !== undefined && above.station.topic === station.topic;
    if (joins) group?.push({ line, station });
    else groups.push([{ line, station }]);
  });
  return groups;
}

/** Lists the other weeks of a station's topic outside its interchange: "II·4, III·2", or an empty string. */
export function listChanges(plan: MapPlan, group: Group, station: MapStation): string {
  if (station.topic === undefined) return '';
  const reached = new Set(group.map((placed) => placed.station.id));
  return plan.lines
    .flatMap(({ stations }) =>
      stations.filter(({ id, topic }) => topic === station.topic && !reached.has(id)).map(({ sign }) => sign),
    )
    .join(', ');
}
