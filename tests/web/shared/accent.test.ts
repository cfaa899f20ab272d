import { describe, expect, it } from 'vitest';
import { accentShades, contrast, parseHex, type Rgb } from '../../../web/shared/accent';

const paper = {
  light: [255, 255, 255],
  dark: [22, 24, 28],
} as const satisfies Record<string, Rgb>;

describe('The accent of an institute', () => {
  const colours = ['#ff0000', '#c8102e', '#ffcc00', '#003399', '#000000', '#ffffff', '#00a651', '#7f7f7f', '#F60'];

  for (const scheme of ['light', 'dark'] as const) {
    it.each(colours)(`%s can be read on ${scheme} paper and carries readable text`, (colour) => {
      const shades = accentShades(colour, scheme);
      const accent = parseHex(shades.accent) as Rgb;
      expect(contrast(accent, paper[scheme])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parseHex(shades.onAccent) as Rgb, accent)).toBeGreaterThanOrEqual(4.5);
    });
  }

  it('stays as it is where it is readable already', () => {
    expect(accentShades('#c8102e', 'light').accent).toBe('#c8102e');
  });

  it('falls back to a quiet blue when it is no colour', () => {
    expect(accentShades('url(x)', 'light').accent).toBe(accentShades('#1f4e79', 'light').accent);
  });
});

describe('Contrast', () => {
  it('is 21 between black and white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  });
});
