import type { ReturnWeek } from '../../shared/api/types';
import { RateBar, rateAxis } from '../charts';
import { useWords } from '../frame/context';

/** The return of the last weeks: bar and figure in one line of a table. */
export function ReturnBars({ weeks }: { weeks: ReturnWeek[] }) {
  const { t, f } = useWords();
  const axis = rateAxis(weeks.map((week) => week.high));
  return (
    <section aria-labelledby="return">
      <h2 id="return">{t.week.return}</h2>
      {weeks.length === 0 ? (
        <p class="quiet measure">{t.week.noReturn}</p>
      ) : (
        <>
          <table class="bars">
            <caption class="visually-hidden">{t.return.chart}</caption>
            <thead class="visually-hidden">
              <tr>
                <th scope="col">{t.return.week}</th>
                <th scope="col">{t.return.rate}</th>
                <th scope="col">{t.return.answered}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.week}>
                  <th scope="row">{f.week(week.week)}</th>
                  <td class="bars-bar">
                    {week.rate !== null && (
                      <RateBar rate={week.rate} low={week.low} high={week.high} axis={axis} running={week.running} />
                    )}
                  </td>
                  <td class="bars-figure">
                    <strong>{week.rate === null ? t.common.none : f.percent(week.rate)}</strong>{' '}
                    <span class="quiet">
                      {t.common.shownOf(week.answered, week.delivered)}
                      {week.running && <span class="bars-running"> · {t.week.running}</span>}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href="/ruecklauf">{t.week.allWeeks}</a>
          </p>
        </>
      )}
    </section>
  );
}
