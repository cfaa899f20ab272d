/** How often each step of a scale was answered: a column each, its count above, its step below. */
interface ColumnsProps {
  counts: number[];
  /** The step of the first column. */
  min: number;
  /** CSS class of each column. */
  tones: string[];
  sentence: string;
}

const [top, height, bottom] = [20, 112, 22];

export function Columns({ counts, min, tones, sentence }: ColumnsProps) {
  const most = Math.max(1, ...counts);
  const width = 100 / counts.length;
  return (
    <svg class="chart-columns" width="100%" height={top + height + bottom} role="img" aria-label={sentence}>
      {counts.map((count, index) => {
        const tall = Math.max(1, Math.round((count / most) * height));
        const middle = `${(index + 0.5) * width}%`;
        return (
          <g key={index}>
            <rect
              class={tones[index]}
              x={`${(index + 0.12) * width}%`}
              width={`${0.76 * width}%`}
              y={top + height - tall}
              height={tall}
            />
            <text class="columns-count" x={middle} y={top + height - tall - 5}>
              {count}
            </text>
            <text class="columns-step" x={middle} y={top + height + 16}>
              {min + index}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
