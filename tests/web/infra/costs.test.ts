import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const page = readFileSync(fileURLToPath(new URL('../../../docs/costs.md', import.meta.url)), 'utf8');
const institutes = [1, 100, 1000];
const weeks = 4.345;

/** The rows of the table whose head begins with this, cell by cell. */
function table(head: string): string[][] {
  const lines = page.split('\n');
  const at = lines.findIndex((line) => line.startsWith(head));
  if (at < 0) throw new Error(`There is no table ${head}`);
  const end = lines.findIndex((line, i) => i > at && !line.startsWith('|'));
  return lines.slice(at + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const number = (cell = ''): number => Number(cell.replaceAll(',', '').replace('−', '-') || 0);
const cents = (value: number): number => Math.round(value * 100) / 100;

const weekly = table('| id | what | a week: installation');
const monthly = table('| id | what | installation | institute');
const quantities = new Map(
  [...weekly.map((r) => [r[0], r[4], r[5]]), ...monthly.map((r) => [r[0], r[2], r[3]])].map(([id, all, each]) => [
    id,
    { all: number(all), each: number(each) },
  ]),
);
const prices = table('| id | price').map(([id, price, unit, free]) => ({
  id,
  price: number(price),
  unit: number(unit),
  free: number(free),
}));
const cost = (id: string | undefined, count: number): number => {
  const [price, quantity] = [prices.find((one) => one.id === id), quantities.get(id)];
  if (!price || !quantity) throw new Error(`${id} has no price or no quantity`);
  return cents((Math.max(0, quantity.all + count * quantity.each - price.free) / price.unit) * price.price);
};

describe('the costs on paper', () => {
  const rows = table('| id | 1 | 100 | 1,000 |');
  const sums = institutes.map((count) => cents(prices.reduce((sum, { id }) => sum + cost(id, count), 0)));

  it('price everything that is used, and nothing else', () => {
    expect(prices.map(({ id }) => id).sort()).toEqual([...quantities.keys()].sort());
  });

  it('make months of weeks', () => {
    for (const [id, , all, each, allMonth, eachMonth] of weekly) {
      const digits = id === 'logGb' ? 10_000 : 1;
      expect([id, number(allMonth), number(eachMonth)]).toEqual([
        id,
        Math.round(number(all) * weeks * digits) / digits,
        Math.round(number(each) * weeks * digits) / digits,
      ]);
    }
  });

  it('are right in each row and in the sum', () => {
    for (const [id, ...cells] of rows.slice(0, -1)) {
      expect([id, ...cells.map(number)]).toEqual([id, ...institutes.map((count) => cost(id, count))]);
    }
    expect(rows.slice(0, -1).map(([id]) => id)).toEqual(prices.map(({ id }) => id));
    expect(rows.at(-1)?.slice(1).map(number)).toEqual(sums);
  });

  it('say the same in short', () => {
    const [all, fixed, each] = table('| | 1 | 100 | 1,000 |').map(([, ...cells]) => cells.map(number));
    const nobody = cents(prices.reduce((sum, { id }) => sum + cost(id, 0), 0));
    expect([all, fixed, each]).toEqual([
      sums,
      sums.map(() => nobody),
      sums.map((sum, i) => cents(sum / (institutes[i] ?? 1))),
    ]);
    expect(number(table('| option')[1]?.[1])).toBe(cents(9 * nobody));
    expect(number(table('| option')[2]?.[1])).toBe(-cost('sftpHours', 1));
    expect(number(table('| option')[3]?.[1])).toBe(-cost('readyGbs', 1));
  });

  it('add the parts of the week up', () => {
    const parts = table('| part | executions').map(([part, ...cells]) => ({ part, counts: cells.map(number) }));
    const sum = parts
      .slice(0, -1)
      .reduce((all, { counts }) => all.map((value, i) => value + (counts[i] ?? 0)), [0, 0, 0, 0, 0, 0]);
    expect(parts.at(-1)?.counts).toEqual(sum);
  });
});
