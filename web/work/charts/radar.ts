/** Where the corners of a web lie. */
export interface RadarSpoke {
  name: string;
  current: number | null;
  desired: number | null;
}

export type Corner = [x: number, y: number];

const radius = 100;

/** @param share 0: the middle, 1: the outer ring. The first spoke points up; the others follow clockwise. */
export function corner(index: number, spokes: number, share: number): Corner {
  const turn = (index / spokes) * 2 * Math.PI;
  return [tidy(Math.sin(turn) * share * radius), tidy(-Math.cos(turn) * share * radius)];
}

/** The corners that are known, and the way from each to its neighbour: where a level is missing, the web is open. */
export function webOf(
  spokes: RadarSpoke[],
  levels: number,
  which: 'current' | 'desired',
): { corners: Corner[]; path: string } {
  const all = spokes.map(({ [which]: level }, index) =>
    level === null ? null : corner(index, spokes.length, level / levels),
  );
  const corners = all.filter((each) => each !== null);
  if (corners.length === all.length) return { corners, path: `M${corners.map((each) => each.join(' ')).join('L')}Z` };
  const ways = all.map((from, index) => {
    const to = all[(index + 1) % all.length];
    return from && to ? `M${from.join(' ')}L${to.join(' ')}` : '';
  });
  return { corners, path: ways.join('') };
}

function tidy(value: number): number {
  return Number(value.toFixed(2));
}
