/** A rate as a bar, its 95 % interval as a line below. The figure stands beside it as text; the drawing is for the eye only. */
import { type Axis, percent, share } from './scale';

interface RateBarProps {
  rate: number;
  low: number | null;
  high: number | null;
  axis: Axis;
  /** Not final yet: hatched by a lighter fill and an outline. */
  running: boolean;
}

export function RateBar({ rate, low, high, axis, running }: RateBarProps) {
  const width = `${share(rate, axis)}%`;
  return (
    <svg class="chart-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect class="chart-track" x="0" y="2" width="100%" height="10" />
      <rect class={running ? 'chart-fill chart-fill-running' : 'chart-fill'} x="0" y="2" width={width} height="10" />
      {low !== null && high !== null && (
        <line class="chart-interval" x1={percent(low, axis)} x2={percent(high, axis)} y1="16" y2="16" />
      )}
    </svg>
  );
}
