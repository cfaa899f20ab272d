/** A measure over time: a line with the band of its 95 % intervals. */
import type { Figure } from '../../shared/api/types';
import { axisText, basis, type ChartOption, ink } from './option';

export interface TrendDot {
  label: string;
  figure: Figure;
  /** Not final yet: an open dot. */
  running?: boolean;
}

export interface TrendLook {
  /** Ends of the axis; null: as the figures need it. */
  min: number | null;
  max: number | null;
  /** How a value of the axis is written. */
  text: (value: number) => string;
  /** A rule across, e.g. zero of the NPS. */
  zero?: boolean;
}

/** @param at The point that is looked at. */
export function trendOption(dots: TrendDot[], look: TrendLook, at: number | null = null): ChartOption {
  const low = dots.map(({ figure }) => figure.low ?? figure.value);
  const high = dots.map(({ figure }) => figure.high ?? figure.value);
  return {
    ...basis(),
    grid: { left: 8, right: 16, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: dots.map((dot) => dot.label),
      boundaryGap: dots.length < 3,
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: { ...axisText, hideOverlap: true, alignMinLabel: null },
    },
    yAxis: {
      type: 'value',
      ...bounds(dots, look),
      axisLabel: { ...axisText, formatter: look.text, showMaxLabel: true },
      splitLine: { lineStyle: { color: ink.rule } },
    },
    series: [
      band('low', low, { opacity: 0 }),
      band(
        'band',
        high.map((top, index) => (top === null || low[index] == null ? null : top - (low[index] ?? 0))),
        { color: ink.line, opacity: 0.22 },
      ),
      {
        type: 'line',
        data: dots.map((dot, index) => ({
          value: dot.figure.value,
          symbolSize: index === at ? 13 : dot.running ? 7 : dots.length > 40 ? 3 : 8,
          itemStyle: dot.running
            ? { color: ink.paper, borderColor: ink.text, borderWidth: 2 }
            : { color: ink.text, borderColor: ink.paper, borderWidth: dots.length > 40 ? 0 : 1 },
        })),
        symbol: 'circle',
        connectNulls: false,
        lineStyle: { color: ink.text, width: 2 },
        emphasis: { disabled: true },
        silent: true,
        z: 3,
      },
    ],
  };
}

/** Two stacked areas make the band: one without a colour up to the lower end, one with up to the upper end. */
function band(name: string, data: (number | null)[], areaStyle: ChartOption): ChartOption {
  return {
    name,
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    data,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    areaStyle: { origin: 'start', ...areaStyle },
    emphasis: { disabled: true },
    silent: true,
  };
}

/** A little more than the intervals need, and never beyond the measure's own ends. */
export function bounds(dots: TrendDot[], { min, max, zero }: TrendLook): { min: number; max: number } {
  const values = dots
    .flatMap(({ figure }) => [figure.low, figure.value, figure.high])
    .filter((value) => value !== null);
  if (zero) values.push(0);
  if (values.length === 0) return { min: min ?? 0, max: max ?? 1 };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = roundStep(Math.max(most - least, 1e-9));
  const floor = Math.floor(least / step + 1e-9) * step;
  const ceiling = Math.ceil(most / step - 1e-9) * step;
  return {
    min: tidy(min === null ? floor : Math.max(min, floor)),
    max: tidy(max === null ? Math.max(ceiling, floor + step) : Math.min(max, Math.max(ceiling, floor + step))),
  };
}

/** 1, 2 or 5 times a power of ten, about a quarter of the range. */
function roundStep(range: number): number {
  const raw = range / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const times = [1, 2, 5, 10].find((each) => each * power >= raw) ?? 10;
  return times * power;
}

function tidy(value: number): number {
  return Number(value.toFixed(6));
}
