/** Means per factor or field: the chart is drawn inside the table that says the same in figures. */
import type { ScoreLine } from '../../shared/api/types';
import { Distribution, MeanRange } from '../charts';
import { useWords } from '../frame/context';
import { Scroll } from '../frame/Scroll';
import { distributionText, extremes, shownAs, shownLines } from './results';

interface ScoreTableProps {
  id: string;
  title: string;
  /** Heading of the first column. */
  head: string;
  lines: ScoreLine[];
  scale: { min: number; max: number };
}

export function ScoreTable({ id, title, head, lines, scale }: ScoreTableProps) {
  const { t } = useWords();
  const shown = shownLines(lines);
  const hasSelf = shown.some((line) => line.self !== null);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Sentence lines={shown} />
      <table class={hasSelf ? 'scores scores-self' : 'scores'}>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="scores-chart">
              <span class="scores-scale" aria-hidden="true">
                <span>{scale.min}</span>
                <span>{scale.max}</span>
              </span>
              <span class="visually-hidden">{t.results.distribution}</span>
            </th>
            <th scope="col">{t.results.customers}</th>
            {hasSelf && <th scope="col">{t.results.self}</th>}
            {hasSelf && <th scope="col">{t.results.gap}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Line key={line.id} of={line} scale={scale} hasSelf={hasSelf} />
          ))}
        </tbody>
      </table>
      <p class="hint measure">
        {t.results.chartKey}
        {hasSelf && ` ${t.results.gapNote}`}
      </p>
      <Numbers title={title} head={head} lines={shown} scale={scale} />
    </section>
  );
}

function Sentence({ lines }: { lines: ScoreLine[] }) {
  const { t, f } = useWords();
  const ends = extremes(lines);
  if (!ends) return null;
  if (ends.open) return <p class="measure">{t.results.chartOpen}</p>;
  const { best, worst } = ends;
  return (
    <p class="measure">
      {t.results.chartSentence(best.name, f.meanFigure(best.figure), worst.name, f.meanFigure(worst.figure))}
    </p>
  );
}

function Line({ of, scale, hasSelf }: { of: ScoreLine; scale: ScoreTableProps['scale']; hasSelf: boolean }) {
  const { t, f } = useWords();
  const { figure, self, gap } = of;
  return (
    <tr>
      <th scope="row">
        {of.name}
        {of.personal !== null && (
          <span class="second">{of.personal ? t.results.factorsPersonal : t.results.factorsInstitute}</span>
        )}
      </th>
      <td class="scores-chart">
        <div class="scores-drawing">
          {figure.value !== null && (
            <MeanRange mean={figure.value} low={figure.low} high={figure.high} self={self} axis={scale} />
          )}
          {of.distribution.length > 0 && (
            <Distribution
              counts={of.distribution}
              sentence={t.results.distributionOf(distributionText(of.distribution, scale.min))}
            />
          )}
        </div>
      </td>
      <td data-label={t.results.customers}>
        {shownAs(figure) === 'figure' && (
          <>
            <strong>{f.meanFigure(figure)}</strong> <span class="second">{t.results.ratings(figure.n)}</span>
          </>
        )}
        {shownAs(figure) === 'withheld' && <span class="quiet">{t.common.withheld(figure.missing)}</span>}
        {shownAs(figure) === 'none' && <span class="quiet">{t.common.noAnswers}</span>}
      </td>
      {hasSelf && <td data-label={t.results.self}>{self === null ? t.common.none : f.mean(self)}</td>}
      {hasSelf && (
        <td data-label={t.results.gap}>
          {gap === null ? t.common.none : of.gapMarked ? <strong>{f.difference(gap)}</strong> : f.difference(gap)}
          {of.gapMarked && <span class="second">{t.results.gapMarked}</span>}
        </td>
      )}
    </tr>
  );
}

/** Every figure behind the chart, the distribution step by step. */
function Numbers({ title, head, lines, scale }: Omit<ScoreTableProps, 'id'>) {
  const { t, f } = useWords();
  const steps =
    lines.find((line) => line.distribution.length > 0)?.distribution.map((_, index) => scale.min + index) ?? [];
  return (
    <details class="more-detail">
      <summary>{t.common.asTable}</summary>
      <Scroll label={title}>
        <table class="table">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" class="figure">
                n
              </th>
              <th scope="col" class="figure">
                {t.results.mean}
              </th>
              <th scope="col">{t.results.interval}</th>
              {steps.map((step) => (
                <th key={step} scope="col" class="figure">
                  {step}
                </th>
              ))}
              <th scope="col" class="figure">
                {t.results.cannotJudge}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name, figure, distribution, cannotJudge }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td class="figure">{f.count(figure.n)}</td>
                <td class="figure">{figure.value === null ? t.common.none : f.mean(figure.value)}</td>
                <td>{f.meanRange(figure) || t.common.none}</td>
                {steps.map((step, index) => (
                  <td key={step} class="figure">
                    {distribution[index] === undefined ? t.common.none : f.count(distribution[index])}
                  </td>
                ))}
                <td class="figure">{f.count(cannotJudge)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
