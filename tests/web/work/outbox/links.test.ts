import { describe, expect, it } from 'vitest';
import { addressOf, isToCustomer, linksOf } from '../../../../web/work/outbox/links';

describe('Links of a mail', () => {
  it('are found once each, without the full stop behind them', () => {
    const text = 'Hier: https://a.example/s/x. Oder <https://a.example/w/x>, noch einmal https://a.example/s/x';
    expect(linksOf(text)).toEqual(['https://a.example/s/x', 'https://a.example/w/x']);
  });

  it('are only web addresses', () => {
    expect(linksOf('javascript:alert(1) mailto:a@b.example')).toEqual([]);
  });
});

describe('The way from a mail to its participant', () => {
  it('leads to the address, with or without a name, whatever the name holds', () => {
    expect(addressOf('Jana Berg <jana@kunde.example>')).toBe('jana@kunde.example');
    expect(addressOf('jana@kunde.example')).toBe('jana@kunde.example');
    expect(addressOf('<x@y.example> <jana@kunde.example>')).toBe('jana@kunde.example');
  });

  it('is there for mails to customers only', () => {
    expect(isToCustomer({ kind: 'reminder1' })).toBe(true);
    expect(isToCustomer({ kind: 'newsletter' })).toBe(false);
  });
});
