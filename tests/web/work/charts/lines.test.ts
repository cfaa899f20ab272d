import { describe, expect, it } from 'vitest';
import { bounds, trendOption } from '../../../../web/work/charts/lines';
import { figure } from '../examples';
import { nps } from '../results/views';

const look = { min: -100, max: 100, text: String };
const dot = (value: number, running = false) => ({ label: `M ${value}`, figure: nps(value), running });

describe('A line over time', () => {
  it('has an axis that holds every interval and ends on round figures', () => {
    expect(bounds([dot(30), dot(54)], look)).toEqual({ min: 20, max: 80 });
  });

  it('never reaches beyond what the measure can be', () => {
    expect(bounds([{ label: 'a', figure: nps(95, 20) }], look).max).toBe(100);
    expect(bounds([{ label: 'a', figure: nps(-95, 20) }], look).min).toBe(-100);
  });

  it('has the whole axis while there is nothing', () => {
    expect(bounds([{ label: 'a', figure: figure() }], look)).toEqual({ min: -100, max: 100 });
  });

  it('draws its band from the lower to the upper end, and nothing where there is no value', () => {
    const option = trendOption([dot(30), { label: 'b', figure: figure() }], look);
    const [low, band, line] = option.series as { data: unknown[] }[];
    expect(low?.data).toEqual([20, null]);
    expect(band?.data).toEqual([20, null]);
    expect(line?.data).toMatchObject([{ value: 30 }, { value: null }]);
  });

  it('marks what is not final by an open dot', () => {
    const option = trendOption([dot(30), dot(40, true)], look);
    const points = (option.series as { data: { itemStyle: { color: string } }[] }[])[2]?.data;
    expect(points?.map((point) => point.itemStyle.color)).toEqual(['var(--ink)', 'var(--paper)']);
  });

  it('has no tooltip, whose inline styles the Content-Security-Policy forbids', () => {
    expect(trendOption([dot(30)], look)).not.toHaveProperty('tooltip');
  });
});
