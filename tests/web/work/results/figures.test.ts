import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { texts } from '../../../../web/shared/texts/texts';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import {
  diffText,
  figureCells,
  figureColumns,
  fullText,
  rangeText,
} from '../../../../web/work/results/figures/figures';
import { headNotes, headParts } from '../../../../web/work/results/views/head';
import { figure } from '../examples';
import { compared, diff, head, mean, nps } from './views';

const f = createFormats('de', 'Europe/Berlin');
const [t, v] = [texts.de, viewTexts];
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('A figure', () => {
  it('stands with its interval and n', () => {
    expect(plain(fullText(f, t, 'mean', mean(4.3, 57)))).toBe('4,3 ± 0,2 · n = 57');
    expect(plain(fullText(f, t, 'nps', nps(54, 19)))).toBe('+54 ± 19 · n = 41');
  });

  it('says why there is none', () => {
    expect(fullText(f, t, 'mean', figure({ n: 3, missing: 2 }))).toBe('zu wenige Antworten (noch 2)');
    expect(fullText(f, t, 'mean', figure())).toBe('noch keine Antworten');
  });

  it('has its interval from end to end', () => {
    expect(plain(rangeText(f, 'nps', nps(54, 19)))).toBe('+35 bis +73');
    expect(plain(rangeText(f, 'share', figure({ n: 9, value: 0.3, low: 0.23, high: 0.5 })))).toBe('23 bis 50 %');
    expect(rangeText(f, 'mean', figure())).toBe('');
  });

  it('has a cell for each of its columns', () => {
    expect(figureCells(f, t, 'mean', mean(4.3))).toHaveLength(figureColumns(v.slice).length);
    expect(figureCells(f, t, 'mean', mean(4.3)).map((cell) => cell.value)).toEqual([
      4.3,
      '4,1\u00a0bis\u00a04,5',
      4.3 - 0.2,
      4.5,
      20,
    ]);
  });
});

describe('A difference', () => {
  it('is told only where it is reliable', () => {
    expect(diffText(f, v.slice, 'mean', diff(0.3))).toBe('+0,30 (+0,20 bis +0,40)');
    expect(diffText(f, v.slice, 'mean', diff(0.3, false))).toBe('kein verlässlicher Unterschied');
  });

  it('has as many decimals as the one above it, and never seems to reach zero while it is reliable', () => {
    const small = { value: 0.08, low: 0.02, high: 0.14, reliable: true };
    expect(diffText(f, v.slice, 'mean', small)).toBe('+0,08 (+0,02 bis +0,14)');
  });

  it('of shares is in percentage points', () => {
    const points = { value: 0.04, low: 0.02, high: 0.06, reliable: true };
    expect(diffText(f, v.slice, 'share', points)).toBe('+4 Prozentpunkte (+2 bis +6)');
  });

  it('without an interval stands alone', () => {
    expect(diffText(f, v.slice, 'nps', { value: -8, low: null, high: null, reliable: true })).toBe('−8');
  });
});

describe('The head of a view', () => {
  it('says whose results, from when and of how many', () => {
    expect(headParts(head(), v.slice, f).map(plain)).toEqual([
      'Sparkasse Musterstadt',
      '23. Nov. 2025 bis 22. Nov. 2026',
      '812 Antwortbögen',
    ]);
  });

  it('says what it is compared with', () => {
    expect(plain(headParts(head({ compare: compared() }), v.slice, f).at(-1) ?? '')).toBe(
      'verglichen mit: Zeitraum davor, 23. Nov. 2024 bis 22. Nov. 2025 (640 Antwortbögen)',
    );
  });

  it('says what is withheld before anything else', () => {
    const withheld = [{ survey: { id: 'service', name: 'Kundenservice' }, missing: 2 }];
    expect(headNotes(head({ withheld, notes: ['Ein Satz.'] }), v.slice)).toEqual([
      '„Kundenservice“: zu wenige Antworten (noch 2)',
      'Ein Satz.',
    ]);
  });
});
