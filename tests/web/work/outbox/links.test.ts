import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../../web/work/outbox/links';

describe('Links of a mail', () => {
  it('are found once each, without the full stop behind them', () => {
    const text = 'Hier: https://a.example/s/x. Oder <https://a.example/w/x>, noch einmal https://a.example/s/x';
    expect(linksOf(text)).toEqual(['https://a.example/s/x', 'https://a.example/w/x']);
  });

  it('are only web addresses', () => {
    expect(linksOf('javascript:alert(1) mailto:a@b.example')).toEqual([]);
  });
});
