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

/** One row for each part: sheets, how often each code occurs in each column, and the sums of groups of several columns. */
function select(of, where, part = '0') {
  const columns = [...new Set([...of.values()].flat())].sort((a, b) => a - b);
  const several = [...of].filter(([, members]) => members.length > 1);
  const inner = several.flatMap(([, members], g) => [
    `(${members.map((q) => `greatest(q${q}, 2)::INTEGER - 2`).join(' + ')}) AS s${g}`,
    `(${members.map((q) => `(q${q} > 1)::INTEGER`).join(' + ')}) AS c${g}`,
  ]);
  const outer = [
    `${part}::INTEGER AS part`,
    'count(*) AS sheets',
    ...columns.map((q) => `histogram(q${q}) AS h${q}`),
    ...several.map(
      (_, g) => `[sum((c${g} > 0)::INTEGER), sum(s${g}), sum(s${g} * s${g}), sum(s${g} * c${g}), sum(c${g} * c${g})] AS g${g}`,
    ),
  ];
  const from = inner.length > 0 ? `(SELECT *, ${inner.join(', ')} FROM sheets WHERE ${where})` : `sheets WHERE ${where}`;
  return { sql: `SELECT ${outer.join(', ')} FROM ${from} GROUP BY ALL`, of, columns, several };
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
  for (const [row, { of, several }] of rows) {
    sheets += Number(row.sheets);
    for (const [key, members] of of) {
      const total = totals.get(key) ?? { counts: Array(13).fill(0), sums: [0, 0, 0, 0, 0] };
      totals.set(key, total);
      const counts = Array(13).fill(0);
      for (const q of members) {
        for (const { key: code, value } of row[`h${q}`].entries) counts[code] += Number(value);
      }
      total.counts = total.counts.map((count, code) => count + counts[code]);
      const g = several.findIndex(([other]) => other === key);
      const sums = g >= 0 ? row[`g${g}`].items.map(Number) : key === 'fcr' ? [0, 0, 0, 0, 0] : ofCounts(counts);
      total.sums = total.sums.map((sum, i) => sum + sums[i]);
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
for (const [name, { parts, selects }] of Object.entries(queries)) {
  const prepared = await Promise.all(selects.map(({ sql }) => connection.prepare(sql)));
  const ms = [];
  let rows;
  for (let n = 0; n < times + 2; n++) {
    const start = performance.now();
    rows = [];
    for (const [i, statement] of prepared.entries()) {
      for (const row of (await statement.runAndReadAll()).getRowObjects()) rows.push([row, selects[i]]);
    }
    if (n >= 2) ms.push(performance.now() - start);
  }
  const byPart = new Map();
  for (const row of rows) byPart.set(Number(row[0].part), [...(byPart.get(Number(row[0].part)) ?? []), row]);
  answers[name] = {
    ms,
    lines: parts
      ? [...byPart.keys()].sort((a, b) => a - b).flatMap((part) => lines(byPart.get(part)).map((line) => `${part} ${line}`))
      : lines(rows),
  };
}
console.log(JSON.stringify(answers));
