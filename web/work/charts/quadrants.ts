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
  const sides = labelSides(
    points.map(({ performance, importance }) => [
      (performance - left) / (right - left),
      (top - importance) / (top - bottom),
    ]),
  );
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
        // Points alone: a line that is not drawn.
        type: 'line',
        symbol: 'circle',
        symbolSize: 14,
        showAllSymbol: true,
        lineStyle: { opacity: 0 },
        silent: true,
        emphasis: { disabled: true },
        data: points.map((point, index) => ({
          name: String(index + 1),
          value: [point.performance, point.importance],
          itemStyle: { color: colours[quadrantOf(point, points)] },
          label: { position: sides[index] },
        })),
        label: { show: true, formatter: '{b}', color: ink.text, fontSize: 13 },
      },
    ],
  };
}

export type Side = 'right' | 'left' | 'top' | 'bottom';

/** The narrowest drawing there is, in px: labels that keep apart there keep apart everywhere. */
const narrow = { width: 210, height: 300 };

/** On which side of its point each number stands, so that it touches neither another number nor another point.
 * @param places From the left and from the top, 0 to 1. */
export function labelSides(places: [x: number, y: number][]): Side[] {
  const dots = places.map(([x, y]) => box(x * narrow.width, y * narrow.height, 14, 14));
  const taken: Box[] = [];
  return dots.map((dot, index) => {
    const others = [...dots.filter((_, other) => other !== index), ...taken];
    const at = { x: (dot.left + dot.right) / 2, y: (dot.top + dot.bottom) / 2 };
    const tried = (['right', 'left', 'top', 'bottom'] as const).map((side) => {
      const label = labelBox(side, at);
      return { side, label, touched: others.reduce((sum, other) => sum + overlap(label, other), 0) };
    });
    const best = tried.reduce((a, b) => (b.touched < a.touched ? b : a));
    taken.push(best.label);
    return best.side;
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function box(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Two digits, 5 px from the point. */
function labelBox(side: Side, { x, y }: { x: number; y: number }): Box {
  const [beside, above] = [7 + 5 + 8, 7 + 5 + 7];
  if (side === 'right') return box(x + beside, y, 16, 14);
  if (side === 'left') return box(x - beside, y, 16, 14);
  return box(x, side === 'top' ? y - above : y + above, 16, 14);
}

/** The area that both cover. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
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
