/** CSV as German spreadsheets open it without a question: UTF-8 with BOM, `;`, CRLF, all quoted, and no text that could
 * be taken for a formula. */
import { type ChartTable, tableFor } from './table';

/** @param comma Whether decimals stand behind a comma. */
export function csvOf(table: ChartTable, comma: boolean): string {
  const { columns, rows } = tableFor('export', table);
  const lines = [columns.map((column) => column.name), ...rows.map((row) => row.map((cell) => cell.value))];
  return `\ufeff${lines.map((line) => line.map((value) => written(value, comma)).join(';')).join('\r\n')}\r\n`;
}

/** Where a long name may break on a page; in a file it would make the name another one. */
const softHyphen = '\u00ad';

/** A number is written by us and stays a number, its minus too; everything else is text that somebody may have typed. */
function written(value: string | number | null, comma: boolean): string {
  if (value === null) return '""';
  if (typeof value === 'string') return `"${neutral(value.replaceAll(softHyphen, '')).replaceAll('"', '""')}"`;
  const plain = String(Number(value.toFixed(4)));
  return `"${comma ? plain.replace('.', ',') : plain}"`;
}

/** The same rule as the server's: an apostrophe before what begins a formula, also behind what a spreadsheet drops. */
function neutral(value: string): string {
  return /^['\s\p{Cc}\p{Cf}\p{Mn}]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/u.test(value) ? `'${value}` : value;
}

/** `See360 Gesamtsicht – NPS je Monat` → `see360-gesamtsicht-nps-je-monat.csv` */
export function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(softHyphen, '')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain || 'see360'}.csv`;
}
