/** Customers' mean (dot) and the self-image (diamond) on one scale; the line between them is the gap. */
import { MeanRange } from './MeanRange';
import { type Axis, percent } from './scale';

interface DumbbellProps {
  mean: number;
  low: number | null;
  high: number | null;
  self: number;
  marked: boolean;
  axis: Axis;
}

export function Dumbbell({ mean, low, high, self, marked, axis }: DumbbellProps) {
  return (
    <span class={marked ? 'dumbbell dumbbell-marked' : 'dumbbell'}>
      <svg width="100%" height="24" aria-hidden="true" focusable="false">
        <line class="dumbbell-gap" x1={percent(mean, axis)} x2={percent(self, axis)} y1="12" y2="12" />
      </svg>
      <MeanRange mean={mean} low={low} high={high} self={self} axis={axis} />
    </span>
  );
}
