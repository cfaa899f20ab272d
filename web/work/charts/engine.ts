/** ECharts, only what is used here: lines with their points, drawn as SVG. Loaded with the first large chart; nothing
 * else imports it. No tooltip component: it writes HTML with inline styles, which the Content-Security-Policy forbids. */
import { LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './option';

use([LineChart, GridSimpleComponent, SVGRenderer]);

export interface Drawing {
  draw: (option: ChartOption) => void;
  resize: () => void;
  /** Without waiting for the screen. */
  show: () => void;
  /** Which category lies under a point of the element; null: none. */
  categoryAt: (x: number, y: number) => number | null;
  dispose: () => void;
}

export function drawingOn(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'svg' });
  // With a view box, the drawing can be set smaller on paper without being drawn anew.
  // Nor does it wait for the screen's next frame: on paper, and in a window that nobody sees, there is none.
  const show = () => {
    chart.getZr().flush();
    element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  };
  return {
    draw: (option) => {
      chart.setOption(option, { notMerge: true });
      show();
    },
    resize: () => {
      chart.resize({ width: element.clientWidth, height: element.clientHeight });
      show();
    },
    show,
    categoryAt: (x, y) => {
      if (!chart.containPixel({ gridIndex: 0 }, [x, y])) return null;
      const [category] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
      return typeof category === 'number' ? Math.round(category) : null;
    },
    dispose: () => chart.dispose(),
  };
}
