// The questions of ResultsQueries.cs as SQL, over the same answer sheets, in memory: node results.mjs FILE TIMES THREADS
// One column for each question, which suits every one of these questions better than one row for each answer; statements are prepared
// before they are timed. Prints JSON: for each question its times in ms and its numbers, line by line as ResultsQueries prints them.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, times, threads] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const surveys = [0, 1, 2, 3];
const ratings = Array.from({ length: 17 }, (_, q) => q);
const factor = (q) => 1 + (q % 10);
const field = (survey, q) => 1 + ((q + survey) % 5);
const names = [...ratings.map((q) => `rating${q}`), 'nps', 'csat', 'fcr'];

/** Columns by group. */
function groups(pairs) {
  const found = new Map();
  for (const [key, q] of pairs) found.set(key, [...(found.get(key) ?? []), q]);
  return found;
}

const grid = (survey) =>
  groups(
    ratings.flatMap((q) => [
      [`${field(survey, q)}/${factor(q)}`, q],
      [`${field(survey, q)}/`, q],
      [`/${factor(q)}`, q],
      ['/', q],
    ]),
  );
const factors = groups(ratings.map((q) => [`${factor(q)}`, q]));
const scores = groups([17, 18, 19].map((q) => [names[q], q]));
const single = groups(names.map((name, q) => [name, q]));

/**
 * Three kinds of rows, by part: how many sheets there are; how many have each code in a column; and, for each group of several columns, how
 * many customers gave c answers that add up to s. Grouping by such small numbers is what this database does fastest: ten times as fast
 * as its aggregates histogram(), FILTER or sums of squares over each group.
 */
function select(of, where, part = '0') {
  const columns = [...new Set([...of.values()].flat())].sort((a, b) => a - b);
  const several = [...of].filter(([, members]) => members.length > 1);
  const queries = [
    `SELECT ${part}::INTEGER AS part, -1 AS kind, 0 AS a, 0 AS b, count(*) AS n FROM sheets WHERE ${where} GROUP BY ALL`,
    ...columns.map((q) => `SELECT ${part}::INTEGER, ${q}, q${q}, 0, count(*) FROM sheets WHERE ${where} GROUP BY ALL`),
    ...several.map(([, members], g) => {
      const score = members.map((q) => `greatest(q${q}, 2)::USMALLINT - 2`).join(' + ');
      const answers = members.map((q) => `(q${q} > 1)::UTINYINT`).join(' + ');
      return `SELECT ${part}::INTEGER, ${100 + g}, ${score}, ${answers}, count(*) FROM sheets WHERE ${where} GROUP BY ALL`;
    }),
  ];
  return { sql: queries.join(' UNION ALL '), of, several };
}

const lastYear = 'month >= 48 AND month < 60';
const bySurvey = (where) => surveys.map((survey) => select(grid(survey), `survey = ${survey} AND ${where}`));
const queries = {
  grid: { parts: false, selects: bySurvey('true') },
  scores: { parts: false, selects: [select(scores, 'true')] },
  trend: { parts: true, selects: [select(scores, 'true', 'month')] },
  units: { parts: true, selects: [select(scores, 'true', 'unit - 1')] },
  advisors: { parts: true, selects: [select(factors, lastYear, 'advisor - 1')] },
  questions: { parts: false, selects: [select(single, 'survey = 0')] },
  slice: { parts: false, selects: bySurvey(`unit BETWEEN 1 AND 5 AND segment = 2 AND ${lastYear}`) },
  advisor: { parts: false, selects: bySurvey('advisor = 43') },
};

/** Sheets, and by group the counts of codes 1 to 12 and the five sums, over the rows of one part. */
function lines(rows) {
  let sheets = 0;
  const totals = new Map();
  for (const [own, { of, several }] of rows) {
    const columns = new Map();
    const sums = several.map(() => [0, 0, 0, 0, 0]);
    for (const { kind, a, b, n } of own) {
      if (kind < 0) {
        sheets += n;
      } else if (kind < 100) {
        if (!columns.has(kind)) columns.set(kind, Array(13).fill(0));
        columns.get(kind)[a] += n;
      } else if (b > 0) {
        [1, a, a * a, a * b, b * b].forEach((value, i) => (sums[kind - 100][i] += value * n));
      }
    }
    for (const [key, members] of of) {
      const total = totals.get(key) ?? { counts: Array(13).fill(0), sums: [0, 0, 0, 0, 0] };
      totals.set(key, total);
      const counts = Array(13).fill(0);
      for (const q of members) columns.get(q)?.forEach((n, code) => (counts[code] += n));
      total.counts = total.counts.map((count, code) => count + counts[code]);
      const g = several.findIndex(([other]) => other === key);
      const found = g >= 0 ? sums[g] : key === 'fcr' ? [0, 0, 0, 0, 0] : ofCounts(counts);
      total.sums = total.sums.map((sum, i) => sum + found[i]);
    }
  }
  const text = [...totals].map(([key, { counts, sums }]) => `${key} ${counts.slice(1).join(',')} ${sums.join(',')}`);
  return [`sheets ${sheets}`, ...text.sort((a, b) => (a < b ? -1 : 1))];
}

/** One answer a customer. */
function ofCounts(counts) {
  const sum = (of) => counts.reduce((all, count, code) => (code > 1 ? all + count * of(code - 2) : all), 0);
  return [sum(() => 1), sum((s) => s), sum((s) => s * s), sum((s) => s), sum(() => 1)];
}

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const columns = ['survey', 'month', 'advisor', 'unit', 'segment', 'channel', ...names.map((_, q) => `q${q}`)];
const types = columns.map((name) => `'${name}': '${name === 'advisor' ? 'USMALLINT' : 'UTINYINT'}'`).join(', ');
await connection.run(`CREATE TABLE sheets AS SELECT * FROM read_csv('${file}', header = false, columns = {${types}})`);
const answers = {};
for (const [name, { selects }] of Object.entries(queries)) {
  const prepared = await Promise.all(selects.map(({ sql }) => connection.prepare(sql)));
  const ms = [];
  let results;
  for (let n = 0; n < times + 2; n++) {
    const start = performance.now();
    results = [];
    for (const statement of prepared) results.push(await statement.runAndReadAll());
    if (n >= 2) ms.push(performance.now() - start);
  }
  const parts = new Map();
  for (const [i, result] of results.entries()) {
    for (const row of result.getRowObjects()) {
      const numbers = { kind: Number(row.kind), a: Number(row.a), b: Number(row.b), n: Number(row.n) };
      const part = Number(row.part);
      if (!parts.has(part)) parts.set(part, selects.map((select) => [[], select]));
      parts.get(part)[i][0].push(numbers);
    }
  }
  answers[name] = {
    ms,
    lines: queries[name].parts
      ? [...parts.keys()].sort((a, b) => a - b).flatMap((part) => lines(parts.get(part)).map((line) => `${part} ${line}`))
      : lines(parts.get(0)),
  };
}
console.log(JSON.stringify(answers));
