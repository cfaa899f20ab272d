/** What all large charts share. Colours are the tokens themselves (`var(--ink)`): the drawing is SVG, and so follows
 * light, dark and print without being drawn anew. */

/** As ECharts takes it; its own type would pull the whole library's types into every page. */
export type ChartOption = Record<string, unknown>;

export const ink = {
  text: 'var(--ink)',
  quiet: 'var(--grey-strong)',
  line: 'var(--grey)',
  rule: 'var(--grey-faint)',
  paper: 'var(--paper)',
  good: 'var(--good)',
  middle: 'var(--middle)',
  poor: 'var(--poor)',
  accent: 'var(--accent)',
} as const;

export const axisText = { color: ink.quiet, fontSize: 13 };

/** Nothing moves when the page opens; a change takes 120 ms, and none with reduced motion. */
export function basis(still = prefersStill()): ChartOption {
  return {
    animation: !still,
    animationDuration: 0,
    animationDurationUpdate: 120,
    textStyle: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif' },
    stateAnimation: { duration: 0 },
  };
}

function prefersStill(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
