/** Current and desired level of each topic on one web: the way between the two is the gap. */
import { basis, type ChartOption, ink } from './option';

export interface RadarSpoke {
  name: string;
  current: number | null;
  desired: number | null;
}

export function radarOption(
  spokes: RadarSpoke[],
  levels: number,
  names: { current: string; desired: string },
): ChartOption {
  return {
    ...basis(),
    radar: {
      indicator: spokes.map((_, index) => ({ name: String(index + 1), min: 0, max: levels })),
      splitNumber: levels,
      radius: '82%',
      axisName: { color: ink.quiet, fontSize: 13 },
      axisNameGap: 8,
      axisLine: { lineStyle: { color: ink.rule } },
      splitLine: { lineStyle: { color: ink.rule } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        silent: true,
        emphasis: { disabled: true },
        data: [
          {
            name: names.desired,
            value: spokes.map((spoke) => spoke.desired),
            symbol: 'diamond',
            symbolSize: 10,
            itemStyle: { color: ink.paper, borderColor: ink.text, borderWidth: 2 },
            lineStyle: { color: ink.text, width: 2, type: 'dashed' },
          },
          {
            name: names.current,
            value: spokes.map((spoke) => spoke.current),
            symbol: 'circle',
            symbolSize: 8,
            itemStyle: { color: ink.good },
            lineStyle: { color: ink.good, width: 2 },
            areaStyle: { color: ink.good, opacity: 0.14 },
          },
        ],
      },
    ],
  };
}
