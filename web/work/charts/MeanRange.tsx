/** Customers' mean (dot) with its 95 % interval (line) and the self-image (diamond) on one scale. Its row of the
 * table says the same in figures. */
import { type Axis, percent, steps } from './scale';

interface MeanRangeProps {
  mean: number;
  low: number | null;
  high: number | null;
  self: number | null;
  axis: Axis;
}

export function MeanRange({ mean, low, high, self, axis }: MeanRangeProps) {
  return (
    <svg class="chart-range" width="100%" height="24" aria-hidden="true" focusable="false">
      <line class="chart-axis" x1="0" x2="100%" y1="12" y2="12" />
      {steps(axis).map((step) => (
        <line key={step} class="chart-tick" x1={percent(step, axis)} x2={percent(step, axis)} y1="8" y2="16" />
      ))}
      {low !== null && high !== null && (
        <line class="chart-range-line" x1={percent(low, axis)} x2={percent(high, axis)} y1="12" y2="12" />
      )}
      <circle class={`chart-dot ${tone(mean, axis)}`} cx={percent(mean, axis)} cy="12" r="6" />
      {self !== null && (
        <svg x={percent(self, axis)} y="12" overflow="visible" aria-hidden="true">
          <path class="chart-self" d="M0 -7 L7 0 L0 7 L-7 0 Z" />
        </svg>
      )}
    </svg>
  );
}

/** Blue in the upper quarter of the scale, orange in the lower half, grey between; the figure says it, too. */
export function tone(value: number, { min, max }: Axis): 'good' | 'middle' | 'poor' {
  const place = (value - min) / (max - min);
  if (place >= 0.75) return 'good';
  return place < 0.5 ? 'poor' : 'middle';
}
