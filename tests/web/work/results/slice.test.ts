import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import { areaOptions, chosenArea, topOf } from '../../../../web/work/results/slice/areas';
import {
  changed,
  comparesFor,
  ownPeriod,
  quarters,
  sliceOf,
  sliceQuery,
  withSurvey,
} from '../../../../web/work/results/slice/slice';
import { chips, inWords, periodText } from '../../../../web/work/results/slice/words';
import { viewHref, viewPath } from '../../../../web/work/results/views/routes';
import { viewAt } from '../../../../web/work/results/views/routes';
import { choices } from './views';

const s = viewTexts.slice;
const f = createFormats('de', 'Europe/Berlin');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('The slice in the address', () => {
  it('reads what it knows and nothing else', () => {
    expect(sliceOf(new URLSearchParams('unit=10&period=6m&step=week&segment='))).toEqual({ unit: '10', period: '6m' });
  });

  it('is written in one order, so that the same view has the same address', () => {
    expect(sliceQuery({ compare: 'previous', surveys: 'a,b', unit: '10' })).toBe(
      '?surveys=a%2Cb&unit=10&compare=previous',
    );
  });

  it("goes to a page and to the API under the API's names", () => {
    expect(viewHref('questions', { field: 'financing' })).toBe('/ergebnisse/fragen?field=financing');
    expect(viewPath('factors', { unit: '10' })).toBe('/api/results/grid?unit=10');
    expect(viewPath('trend', {}, { step: 'week' })).toBe('/api/results/trend?step=week');
    expect(viewAt('/ergebnisse/felder/')).toBe('fields');
    expect(viewAt('/ergebnisse/gibt-es-nicht')).toBeNull();
  });
});

describe('Choosing otherwise', () => {
  it('leaves out what is usual', () => {
    expect(changed({ period: '6m' }, { period: '12m' })).toEqual({});
    expect(changed({ segment: 'Privatkunden' }, { segment: '' })).toEqual({});
  });

  it('has a unit or a person, never both', () => {
    expect(changed({ unit: '10' }, { advisor: 'a@b.example' })).toEqual({ advisor: 'a@b.example' });
    expect(changed({ advisor: 'a@b.example' }, { unit: '10' })).toEqual({ unit: '10' });
  });

  it('drops a version with its survey', () => {
    expect(changed({ surveys: 'loans', version: '2' }, { surveys: 'wealth' })).toEqual({ surveys: 'wealth' });
    expect(changed({ surveys: 'loans', version: '2' }, { period: '6m' })).toMatchObject({ version: '2' });
    expect(changed({ surveys: 'loans' }, { version: '2' })).toEqual({ surveys: 'loans', version: '2' });
  });

  it('compares only what can be compared', () => {
    expect(changed({ unit: '10', compare: 'institute' }, { unit: '' })).toEqual({});
    expect(changed({ compare: 'previous' }, { period: 'all' })).toEqual({ period: 'all' });
    expect(comparesFor({})).toEqual(['previous', 'lastYear']);
    expect(comparesFor({ unit: '10', period: 'all' })).toEqual(['institute']);
  });

  it('adds and takes surveys in the order of the choices', () => {
    const both = withSurvey({ surveys: 'wealth' }, 'loans', true, choices);
    expect(both.surveys).toBe('loans,wealth');
    expect(withSurvey(both, 'loans', false, choices)).toEqual({ surveys: 'wealth' });
    expect(withSurvey({ surveys: 'wealth' }, 'wealth', false, choices)).toEqual({});
  });
});

describe('Periods', () => {
  it('offer the last four quarters', () => {
    expect(quarters('2026-02-03')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
  });

  it('are named', () => {
    expect(periodText(undefined, s, f)).toBe('letzte 12 Monate');
    expect(periodText('2026-Q3', s, f)).toBe('3. Quartal 2026');
    expect(plain(periodText('2026-01-01..2026-06-30', s, f))).toBe('1. Jan. 2026 bis 30. Juni 2026');
    expect(periodText('gestern', s, f)).toBe('gestern');
  });

  it('are two days only where they are written so', () => {
    expect(ownPeriod('2026-01-01..2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(ownPeriod('12m')).toBeNull();
  });
});

describe('The slice in words', () => {
  it('says what a folded bar has chosen', () => {
    expect(inWords({}, choices, s, f)).toBe('letzte 12 Monate');
    expect(inWords({ unit: '10', surveys: 'loans', compare: 'previous' }, choices, s, f)).toBe(
      'letzte 12 Monate · Baufinanzierung · Region Nord · mit dem Zeitraum davor',
    );
  });

  it('names what the choices do not know by itself', () => {
    expect(chips({ unit: '999' }, choices, s, f)).toEqual([{ key: 'unit', name: 'Bereich', text: '999' }]);
    expect(chips({ surveys: 'loans,wealth' }, null, s, f)[0]?.text).toBe('2 Umfragen');
  });

  it('lists units as a tree and marks a person', () => {
    const own = { ...choices, own: 'a@b.example', advisors: [{ userName: 'a@b.example', name: 'A', unit: '10' }] };
    expect(areaOptions(own, s).map(([value]) => value)).toEqual(['', 'advisor:a@b.example', '10', '101']);
    expect(areaOptions(own, s)[1]?.[1]).toBe('ich selbst');
    expect(areaOptions(own, s)[3]?.[1]).toBe('\u2003Filiale Altstadt');
    expect(chosenArea({ advisor: 'a@b.example' }, own.units)).toBe('advisor:a@b.example');
    expect(chosenArea({ unit: '10' }, own.units)).toBe('10');
  });

  it('takes the unit at the top for the institute', () => {
    expect(topOf(choices.units)).toBe('1');
    expect(chosenArea({ unit: '1' }, choices.units)).toBe('');
    expect(comparesFor({ unit: '1' }, '1')).toEqual(['previous', 'lastYear']);
    expect(topOf([...choices.units, { number: '2', name: 'B', parent: null, depth: 0 }])).toBeNull();
  });
});
