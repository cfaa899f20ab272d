import { describe, expect, it } from 'vitest';
import { kindOf, linksOf } from '../../../../web/work/outbox/links';

describe('Links of a mail', () => {
  it('are found once each, without the full stop behind them', () => {
    const text = 'Hier: https://a.example/s/x. Oder <https://a.example/w/x>, noch einmal https://a.example/s/x';
    expect(linksOf(text)).toEqual(['https://a.example/s/x', 'https://a.example/w/x']);
  });

  it('are only web addresses', () => {
    expect(linksOf('javascript:alert(1) mailto:a@b.example')).toEqual([]);
  });
});

describe('What a link of ours leads to', () => {
  it.each([
    ['https://a.example/s/x_-9', 'survey'],
    ['http://localhost:5360/w/x', 'objection'],
    ['https://a.example/s/x/y', null],
    ['https://a.example/s/', null],
    ['https://a.example/impressum', null],
  ])('%s', (link, kind) => expect(kindOf(link)).toBe(kind));
});
