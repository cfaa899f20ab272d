import { describe, expect, it } from 'vitest';
import { initialLanguage } from '../../../../web/work/frame/language';
import { isCurrent, navigationFor, startPage } from '../../../../web/work/frame/navigation';
import { match, query } from '../../../../web/work/frame/router';
import { session } from '../examples';

describe('A route', () => {
  it('matches its own path and reads its names', () => {
    expect(match('/woche', '/woche')).toEqual({});
    expect(match('/importe/:id', '/importe/b%201')).toEqual({ id: 'b 1' });
    expect(match('/importe/:id', '/importe/b1/')).toEqual({ id: 'b1' });
  });

  it('does not match another path, a missing name or a deeper one', () => {
    expect(match('/woche', '/wochen')).toBeNull();
    expect(match('/importe/:id', '/importe/')).toBeNull();
    expect(match('/importe/:id', '/importe/b1/rows')).toBeNull();
  });

  it('bears a damaged address', () => {
    expect(match('/importe/:id', '/importe/%E0%A4%A')).toEqual({
      id: '%E0%A4%A',
    });
  });
});

describe('A query', () => {
  it('leaves out what is empty', () => {
    expect(query({ week: '', state: null, q: 'Müller & Co', take: 50 })).toBe('?q=M%C3%BCller+%26+Co&take=50');
    expect(query({ week: '' })).toBe('');
  });
});

describe('The menu', () => {
  it('of an advisor begins with the own results, and opens all views with them', () => {
    const own = session(['advisor']);
    expect(navigationFor(own).map((item) => item.href)).toEqual(['/meine-ergebnisse', '/ergebnisse']);
    expect(navigationFor(own)[1]?.search).toBe('?advisor=jana.berg%40sparkasse-musterstadt.example');
    expect(startPage(own)).toBe('/meine-ergebnisse');
  });

  it('of a head begins with the results of the whole bank', () => {
    expect(navigationFor(session(['head']))).toEqual([{ href: '/ergebnisse', key: 'results', search: '' }]);
    expect(navigationFor(session(['head', 'advisor']))[1]?.search).toBe('');
  });

  it('of sales management begins with the week, and has the outbox only where there is one', () => {
    const withOutbox = { ...session(['salesManagement']), hasOutbox: true };
    expect(startPage(withOutbox)).toBe('/woche');
    expect(navigationFor(withOutbox).map((item) => item.key)).toContain('outbox');
    expect(navigationFor(session(['salesManagement'])).map((item) => item.key)).not.toContain('outbox');
  });

  it('marks the page that one is on, an import as part of the week', () => {
    expect(isCurrent('/teilnehmer', '/teilnehmer/p1')).toBe(true);
    expect(isCurrent('/woche', '/importe/b1')).toBe(true);
    expect(isCurrent('/woche', '/teilnehmer')).toBe(false);
  });
});

describe('The language', () => {
  it('is German unless English was chosen or is wanted first', () => {
    expect(initialLanguage(null, [])).toBe('de');
    expect(initialLanguage(null, ['fr-FR', 'en-US', 'de'])).toBe('en');
    expect(initialLanguage('de', ['en'])).toBe('de');
    expect(initialLanguage('xx', ['tr'])).toBe('de');
  });
});
