import { describe, expect, it } from 'vitest';
import { csvOf, fileName } from '../../../../web/work/charts/csv';
import { type ChartTable, number, tableFor, text } from '../../../../web/work/charts/table';

const table: ChartTable = {
  caption: 'Faktoren',
  columns: [
    { key: 'name', name: 'Faktor', kind: 'text' },
    { key: 'value', name: 'Mittel', kind: 'figure' },
    { key: 'interval', name: '95-%-Bereich', kind: 'figure', only: 'page' },
    { key: 'low', name: 'untere Grenze', kind: 'figure', only: 'export' },
  ],
  rows: [
    [text('Preis; "fair"'), number(4.234567, '4,2'), text('4,1 bis 4,4'), number(4.1, '')],
    [text('=HYPERLINK("x")'), number(-12.5, '−13'), text('–'), number(null, '')],
  ],
};

describe("The export of a chart's data", () => {
  it('is UTF-8 with BOM, separated by semicolons, with CRLF, all quoted', () => {
    const csv = csvOf(table, true);
    expect(csv.startsWith('\ufeff"Faktor";"Mittel";"untere Grenze"\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"Preis; ""fair""";"4,2346";"4,1"\r\n');
  });

  it('neutralises text that could be a formula, and leaves numbers numbers', () => {
    const csv = csvOf(table, true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")";"-12,5";""`);
  });

  it.each(['=1', '+1', '-1', '@a', '\tx', '\rx', ' =1', "'=1", '\u200b@a', '＝1'])('neutralises %j', (cell) => {
    const csv = csvOf({ caption: '', columns: [{ key: 'a', name: cell, kind: 'text' }], rows: [[text(cell)]] }, true);
    expect(csv).toBe(`\ufeff"'${cell}"\r\n"'${cell}"\r\n`);
  });

  it('writes decimals as the language does', () => {
    expect(csvOf(table, false)).toContain('"4.2346"');
  });

  it('has names as they are, without the places where a page may break them', () => {
    const rows = [[text('Beratungs\u00adqualität')]];
    expect(csvOf({ caption: '', columns: [{ key: 'a', name: 'a', kind: 'text' }], rows }, true)).toContain(
      '"Beratungsqualität"',
    );
  });

  it('has what the page has, but intervals as two columns', () => {
    expect(tableFor('page', table).columns.map((column) => column.key)).toEqual(['name', 'value', 'interval']);
    expect(tableFor('page', table).rows[0]).toHaveLength(3);
    expect(tableFor('export', table).columns.map((column) => column.key)).toEqual(['name', 'value', 'low']);
  });

  it('has a name that every system takes', () => {
    expect(fileName('NPS je Monat – Größe/Süd')).toBe('nps-je-monat-groesse-sued.csv');
    expect(fileName('…')).toBe('see360.csv');
  });
});
