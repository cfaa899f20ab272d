/** How answers are shared out over the steps of a scale: one bar, its parts side by side, from the lowest step to the highest. */
interface StackProps {
  counts: number[];
  /** CSS class of each part. */
  tones: string[];
  sentence: string;
}

export function Stack({ counts, tones, sentence }: StackProps) {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (sum === 0) return null;
  let before = 0;
  return (
    <svg class="chart-stack" width="100%" height="20" role="img" aria-label={sentence}>
      {counts.map((count, index) => {
        const x = (before / sum) * 100;
        before += count;
        return (
          <rect
            key={index}
            class={`stack-part ${tones[index] ?? ''}`}
            x={`${x}%`}
            width={`${(count / sum) * 100}%`}
            height="20"
          />
        );
      })}
    </svg>
  );
}

/** From poor to good over any number of steps: the middle is grey. */
export function stepTones(steps: number): string[] {
  return Array.from({ length: steps }, (_, index) => {
    const place = steps < 2 ? 0.5 : index / (steps - 1);
    if (place < 0.2) return 'step-worst';
    if (place < 0.45) return 'step-poor';
    if (place <= 0.55) return 'step-middle';
    return place <= 0.8 ? 'step-good' : 'step-best';
  });
}

/** Detractors 0–6, passives 7–8, promoters 9–10. */
export const npsTones = Array.from({ length: 11 }, (_, step) =>
  step <= 6 ? 'step-worst' : step <= 8 ? 'step-middle' : 'step-best',
);
