import type { UnitLine } from '../../shared/api/types';

export interface UnitNode extends UnitLine {
  children: UnitNode[];
}

/** The units as a tree, in the order in which they came. What hangs in a circle hangs at the top instead: nothing is lost. */
export function nested(units: UnitLine[]): UnitNode[] {
  const nodes = new Map(units.map((unit) => [unit.number, { ...unit, children: [] as UnitNode[] }]));
  const top: UnitNode[] = [];
  for (const node of nodes.values()) {
    const above = ancestors(units, node.number);
    const parent = node.parent === null || above.includes(node.number) ? undefined : nodes.get(node.parent);
    (parent?.children ?? top).push(node);
  }
  return top;
}

/** The numbers of the units above, the nearest first; of a unit in a circle it is one of them itself. */
export function ancestors(units: UnitLine[], number: string): string[] {
  const parents = new Map(units.map((unit) => [unit.number, unit.parent]));
  const above: string[] = [];
  for (let at = parents.get(number); at && !above.includes(at) && parents.has(at); at = parents.get(at)) above.push(at);
  return above;
}

/** What is open when the page opens: the top, and the way to the chosen unit. */
export function openAtFirst(units: UnitLine[], chosen: string | null): Set<string> {
  const top = nested(units).map((unit) => unit.number);
  return new Set([...top, ...(chosen === null ? [] : ancestors(units, chosen))]);
}
