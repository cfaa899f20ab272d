/** Current and desired level of each topic on one web: the way between the two is the gap. The spokes are numbered from the
 * top, clockwise, as the table beside it is. */
import { corner, type RadarSpoke, webOf } from './radar';

interface RadarProps {
  spokes: RadarSpoke[];
  levels: number;
  sentence: string;
}

export function Radar({ spokes, levels, sentence }: RadarProps) {
  const ring = (level: number) => spokes.map((_, index) => corner(index, spokes.length, level / levels));
  const [today, wished] = [webOf(spokes, levels, 'current'), webOf(spokes, levels, 'desired')];
  return (
    <div class="chart">
      <svg class="chart-radar" viewBox="-120 -120 240 240" role="img" aria-label={sentence}>
        {Array.from({ length: levels }, (_, index) => (
          <polygon key={index} class="radar-web" points={ring(index + 1).join(' ')} />
        ))}
        {spokes.map((_, index) => {
          const [x, y] = corner(index, spokes.length, 1.12);
          return (
            <g key={index}>
              <polyline class="radar-web" points={`0,0 ${corner(index, spokes.length, 1).join(',')}`} />
              <text class="radar-number" x={x} y={y}>
                {index + 1}
              </text>
            </g>
          );
        })}
        <path class="radar-wished" d={wished.path} />
        <path class="radar-today" d={today.path} />
        {wished.corners.map(([x, y]) => (
          <path key={`${x} ${y}`} class="radar-diamond" d={`M${x} ${y - 5}l5 5l-5 5l-5 -5Z`} />
        ))}
        {today.corners.map(([x, y]) => (
          <circle key={`${x} ${y}`} class="radar-dot" cx={x} cy={y} r="3.5" />
        ))}
      </svg>
    </div>
  );
}
