/** How often each step was chosen, as small columns; the words for screen readers come from the caller. */

export function Distribution({ counts, sentence }: { counts: number[]; sentence: string }) {
  const most = Math.max(1, ...counts);
  const width = 100 / counts.length;
  return (
    <svg class="chart-distribution" width={counts.length * 12} height="24" role="img" aria-label={sentence}>
      {counts.map((count, index) => {
        const height = Math.max(1, Math.round((count / most) * 23));
        return (
          <rect
            key={index}
            class={count > 0 ? 'chart-column' : 'chart-column-none'}
            x={`${index * width + 1.5}%`}
            width={`${width - 3}%`}
            y={24 - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}
