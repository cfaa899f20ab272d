/**
 * The institute's colour, made safe to read. A bank's corporate colour may be too light for text or too dark for a
 * dark background; it is moved along its lightness until the contrast holds, and its hue stays.
 */

export type Rgb = readonly [number, number, number];

/** `#abc` or `#aabbcc`; null for anything else. */
export function parseHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const parts = short ? short.slice(1).map((digit) => digit + digit) : long?.slice(1);
  if (!parts) return null;
  const [r = '0', g = '0', b = '0'] = parts;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, "relative luminance": 0 (black) to 1 (white). */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself if it reaches `ratio` on the background, else the nearest mix with black or white that does. */
export function readable(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const towards: Rgb = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, background) >= ratio) return mixed;
  }
  return towards;
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const [r, g, b] = colour.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share)) as [
    number,
    number,
    number,
  ];
  return [r, g, b];
}

/** The accent's variants for one scheme, as the custom properties of tokens.css take them. */
export interface AccentShades {
  /** For text, links, focus rings and shapes on paper: at least 4.5:1. */
  accent: string;
  /** For text on a surface filled with `accent`: at least 4.5:1. */
  onAccent: string;
}

const papers = { light: [255, 255, 255], dark: [22, 24, 28] } as const satisfies Record<string, Rgb>;
const fallback: Rgb = [31, 78, 121];

/** Shades for a scheme; an accent that cannot be read falls back to a quiet blue. */
export function accentShades(hex: string, scheme: 'light' | 'dark'): AccentShades {
  // 4.9 on plain paper keeps 4.5 on the slightly tinted surfaces, too.
  const accent = readable(parseHex(hex) ?? fallback, papers[scheme], 4.9);
  const white: Rgb = [255, 255, 255];
  const onAccent: Rgb = contrast(white, accent) >= 4.5 ? white : [16, 18, 22];
  return { accent: toHex(accent), onAccent: toHex(onAccent) };
}

/** Sets the institute's colour on the page, for both schemes: the style sheet chooses. */
export function applyAccent(hex: string, root: HTMLElement = document.documentElement): void {
  for (const scheme of ['light', 'dark'] as const) {
    const shades = accentShades(hex, scheme);
    root.style.setProperty(`--accent-${scheme}`, shades.accent);
    root.style.setProperty(`--on-accent-${scheme}`, shades.onAccent);
  }
}
