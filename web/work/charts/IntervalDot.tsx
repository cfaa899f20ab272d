/** A value (dot) with its 95 % interval (line) on an axis that all rows share; a rule stands at the whole. Its row says the same in figures. */
import { type Axis, percent } from './scale';

interface IntervalDotProps {
  value: number;
  low: number | null;
  high: number | null;
  axis: Axis;
  /** Where all together stand. */
  whole: number | null;
}

export function IntervalDot({ value, low, high, axis, whole }: IntervalDotProps) {
  return (
    <svg class="chart-range" width="100%" height="24" aria-hidden="true" focusable="false">
      <line class="chart-axis" x1="0" x2="100%" y1="12" y2="12" />
      {whole !== null && (
        <line class="chart-whole" x1={percent(whole, axis)} x2={percent(whole, axis)} y1="0" y2="24" />
      )}
      {low !== null && high !== null && (
        <line class="chart-range-line" x1={percent(low, axis)} x2={percent(high, axis)} y1="12" y2="12" />
      )}
      <circle class="chart-dot chart-dot-ink" cx={percent(value, axis)} cy="12" r="5.5" />
    </svg>
  );
}
