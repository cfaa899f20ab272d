import type { Figure, OwnResults } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { largestGap, shownAs } from './results';

/** NPS, satisfaction and return at a glance, each with its interval and n; then strengths and the largest gap. */
export function KeyFigures({ of }: { of: OwnResults }) {
  const { t, f } = useWords();
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t.results.figures}</h2>
      <dl class="figures">
        <KeyFigure name={t.results.nps} help={t.results.npsHelp} figure={of.nps} text={f.npsFigure(of.nps)} />
        <KeyFigure
          name={t.results.satisfaction}
          help={t.results.satisfactionHelp}
          figure={of.satisfaction}
          text={f.meanFigure(of.satisfaction)}
        />
        <KeyFigure name={t.results.csat} help={t.results.csatHelp} figure={of.csat} text={f.shareFigure(of.csat)} />
        {of.fcr.n > 0 && (
          <KeyFigure
            name={t.results.fcr}
            help={t.results.fcrHelp(of.fcrUnknown, f.count(of.fcrUnknown))}
            figure={of.fcr}
            text={f.shareFigure(of.fcr)}
          />
        )}
        <KeyFigure
          name={t.results.responseRate}
          help={t.results.rateHelp(f.count(of.delivered))}
          figure={of.responseRate}
          text={f.shareFigure(of.responseRate)}
        />
      </dl>
      <Strengths of={of} />
    </section>
  );
}

function KeyFigure({ name, help, figure, text }: { name: string; help: string; figure: Figure; text: string }) {
  const { t, f } = useWords();
  const shown = shownAs(figure);
  const [value, interval] = splitFigure(text);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {shown === 'figure' && (
          <>
            <span class="figure-value">{value}</span>{' '}
            <span class="figure-interval">
              {interval} · {f.n(figure.n)}
            </span>
          </>
        )}
        {shown === 'withheld' && <span class="quiet">{t.common.withheld(figure.missing)}</span>}
        {shown === 'none' && <span class="quiet">{t.common.noAnswers}</span>}
        <span class="hint">{help}</span>
      </dd>
    </div>
  );
}

/** The large part and the small part of a figure: `+54` and `± 19`. */
export function splitFigure(text: string): [value: string, interval: string] {
  const at = text.search(/\s(?=[±(])/u);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function Strengths({ of }: { of: OwnResults }) {
  const { t, f } = useWords();
  const gap = largestGap([...of.factors, ...of.fields]);
  if (of.strengths.length === 0 && !gap) return null;
  return (
    <dl class="remarks">
      {of.strengths.length > 0 && (
        <div>
          <dt>{t.results.strengths}</dt>
          <dd>
            {of.strengths.map((each, index) => (
              <span key={each.id}>
                {index > 0 && ' · '}
                {each.name} <strong>{each.figure.value === null ? '' : f.mean(each.figure.value)}</strong>
              </span>
            ))}
          </dd>
        </div>
      )}
      {gap && gap.self !== null && (
        <div>
          <dt>{t.results.largestGap}</dt>
          <dd>
            {gap.name}: {t.results.gapOf(f.mean(gap.self), f.meanFigure(gap.figure))}
          </dd>
        </div>
      )}
    </dl>
  );
}
