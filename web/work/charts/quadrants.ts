/** Importance × performance: one point a factor, and the two middles that part the plane into four. */
import { axisText, basis, type ChartOption, ink } from './option';

export interface QuadrantPoint {
  name: string;
  /** x */
  performance: number;
  /** y */
  importance: number;
}

export interface QuadrantLook {
  performanceName: string;
  importanceName: string;
  /** How the values of the axes are written. */
  performance: (value: number) => string;
  importance: (value: number) => string;
}

export type Quadrant = 'keep' | 'improve' | 'watch' | 'ease';

export function middle(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Important and well done: keep; important and less well done: improve first; unimportant: watch, or ease. */
export function quadrantOf(point: QuadrantPoint, all: QuadrantPoint[]): Quadrant {
  const important = point.importance >= middle(all.map((each) => each.importance));
  const good = point.performance >= middle(all.map((each) => each.performance));
  if (important) return good ? 'keep' : 'improve';
  return good ? 'ease' : 'watch';
}

export function quadrantOption(points: QuadrantPoint[], look: QuadrantLook): ChartOption {
  const x = points.map((point) => point.performance);
  const y = points.map((point) => point.importance);
  const [left, right] = around(x);
  const [bottom, top] = around(y);
  const axis = (name: string, text: (value: number) => string, [min, max]: [number, number]) => ({
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 32,
    nameTextStyle: axisText,
    min,
    max,
    axisLabel: { ...axisText, formatter: text, showMinLabel: false, showMaxLabel: false },
    axisLine: { show: true, lineStyle: { color: ink.line } },
    axisTick: { show: false },
    splitLine: { show: false },
  });
  return {
    ...basis(),
    grid: { left: 56, right: 16, top: 12, bottom: 52 },
    xAxis: axis(look.performanceName, look.performance, [left, right]),
    yAxis: axis(look.importanceName, look.importance, [bottom, top]),
    series: [
      rule([
        [middle(x), bottom],
        [middle(x), top],
      ]),
      rule([
        [left, middle(y)],
        [right, middle(y)],
      ]),
      {
        type: 'scatter',
        symbolSize: 14,
        silent: true,
        emphasis: { disabled: true },
        data: points.map((point, index) => ({
          name: String(index + 1),
          value: [point.performance, point.importance],
          itemStyle: { color: colours[quadrantOf(point, points)] },
        })),
        label: { show: true, position: 'right', formatter: '{b}', color: ink.text, fontSize: 13 },
      },
    ],
  };
}

const colours: Record<Quadrant, string> = { keep: ink.good, improve: ink.poor, watch: ink.middle, ease: ink.middle };

function around(values: number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((most - least) * 0.15, 0.05);
  return [least - air, most + air];
}

function rule(data: number[][]): ChartOption {
  return {
    type: 'line',
    data,
    symbol: 'none',
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: ink.line, width: 1, type: 'dashed' },
  };
}
