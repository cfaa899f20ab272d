import { describe, expect, it } from 'vitest';
import { texts } from '../../../web/shared/texts/texts';
import { viewTexts as germanViews } from '../../../web/shared/texts/de/viewTexts';
import { viewTexts as englishViews } from '../../../web/shared/texts/en/viewTexts';

/** Every text by its path, functions called with numbers and words alike. */
function flat(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    return [1, 2].map((n) => [`${path}(${n})`, String(node(...Array(node.length).fill(n)))]);
  }
  return Object.entries(node as object).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
}

const german = flat({ ...texts.de, ...germanViews });
const english = flat({ ...texts.en, ...englishViews });

describe('The texts', () => {
  it('have the same keys in both languages', () => {
    expect(english.map(([key]) => key)).toEqual(german.map(([key]) => key));
  });

  it.each([...german, ...english])('%s is written and calm', (_key, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/[!]|undefined|TODO|\b(du|dein|euer)\b/i);
  });

  it('are not German left over in English', () => {
    const both = ['Activity Index', 'NPS, CSAT, FCR'];
    const same = german.filter(
      ([key, text]) => text.length > 12 && !both.includes(text) && english.some(([k, e]) => k === key && e === text),
    );
    expect(same).toEqual([]);
  });

  it('count one and many', () => {
    expect(texts.de.week.rows(1)).toBe('1 Zeile');
    expect(texts.de.week.rows(1204)).toBe('1.204 Zeilen');
    expect(texts.en.week.rows(1204)).toBe('1,204 rows');
  });
});
