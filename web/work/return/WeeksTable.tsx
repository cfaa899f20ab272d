/** The send weeks with their funnel: a bar each with the interval of its rate, and all together at the foot. */
import type { ReturnWeek } from '../../shared/api/types';
import { RateBar, rateAxis } from '../charts';
import { useWords } from '../frame/context';
import { Scroll } from '../frame/Scroll';
import { repeats, together } from './funnel';

export function WeeksTable({ of }: { of: ReturnWeek[] }) {
  const { t, f } = useWords();
  const axis = rateAxis(of.map((week) => week.high));
  const total = together(of);
  const withYear = repeats(of);
  const known = (value: number | null) => (value === null ? t.common.none : f.count(value));
  return (
    <Scroll label={t.return.caption}>
      <table class="table funnel">
        <caption>
          <span class="caption-stays">{t.return.caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.return.week}</th>
            <th scope="col" class="funnel-bar">
              {t.return.rate}
            </th>
            <th scope="col">{t.return.interval}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="figure">
                {t.return[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((week) => (
            <tr key={week.week}>
              <th scope="row">{f.week(week.week, withYear)}</th>
              <td class="funnel-bar">
                <span class="funnel-rate">
                  <strong>{week.rate === null ? t.common.none : f.percent(week.rate)}</strong>
                  {week.running && <span class="quiet"> {t.week.running}</span>}
                </span>
                {week.rate !== null && (
                  <RateBar rate={week.rate} low={week.low} high={week.high} axis={axis} running={week.running} />
                )}
              </td>
              <td class="date">{f.shareRange(week) || t.common.none}</td>
              {columns.map((column) => (
                <td key={column} class="figure">
                  {known(week[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.return.total}</th>
            <td class="funnel-bar">
              <strong>{total.rate === null ? t.common.none : f.percent(total.rate)}</strong>
            </td>
            <td />
            {columns.map((column) => (
              <td key={column} class="figure">
                {known(total[column])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

const columns = ['sent', 'bounced', 'opened', 'started', 'answered', 'declined'] as const;
