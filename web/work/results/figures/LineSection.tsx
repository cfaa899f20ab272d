/** Means of factors or fields: each row draws its mean with interval and distribution, and says both in figures. */
import type { ComponentChildren } from 'preact';
import type { ResultLine } from '../../../shared/api/types';
import { Distribution, MeanRange } from '../../charts';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { useWords } from '../../frame/context';
import { distributionText, shownLines } from '../results';
import { useView } from '../views/context';
import { diffText } from './figures';
import { linesSentence, linesTable } from './lines';
import { FigureLine } from './Parts';

interface LineSectionProps {
  title: string;
  /** What a row is: *Faktor*. */
  nameOf: string;
  lines: ResultLine[];
  /** Where a row leads. */
  hrefOf?: (line: ResultLine) => string;
  note?: ComponentChildren;
  /** What is seen, where it is not which line stands highest. */
  sentence?: string;
}

export function LineSection({ title, nameOf, lines, hrefOf, note, sentence }: LineSectionProps) {
  const { t, f } = useWords();
  const { head, v } = useView();
  const shown = shownLines(lines);
  if (shown.length === 0) return null;
  const { scale } = head;
  const withDiff = head.compare !== null || shown.some((line) => line.diff);
  const words = { t, f, v };
  const table = linesTable(title, nameOf, shown, scale, words);
  return (
    <ChartSection title={title} sentence={sentence ?? linesSentence(shown, words)} table={table} note={note}>
      <table class="scores">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{nameOf}</th>
            <th scope="col" class="scores-chart">
              <span class="scores-scale" aria-hidden="true">
                <span>{scale.min}</span>
                <span>{scale.max}</span>
              </span>
              <span class="visually-hidden">{v.views.distribution}</span>
            </th>
            <th scope="col">{v.views.means}</th>
            {withDiff && <th scope="col">{v.slice.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <th scope="row">{hrefOf ? <a href={hrefOf(line)}>{line.name}</a> : line.name}</th>
              <td class="scores-chart">
                <div class="scores-drawing">
                  {line.figure.value !== null && (
                    <MeanRange
                      mean={line.figure.value}
                      low={line.figure.low}
                      high={line.figure.high}
                      self={null}
                      axis={scale}
                    />
                  )}
                  {line.distribution.length > 0 && (
                    <Distribution
                      counts={line.distribution}
                      sentence={t.results.distributionOf(distributionText(line.distribution, scale.min))}
                    />
                  )}
                </div>
              </td>
              <td data-label={v.views.means}>
                <FigureLine figure={line.figure} kind="mean" />
              </td>
              {withDiff && (
                <td data-label={v.slice.difference} class={line.diff?.reliable ? 'sure' : 'quiet'}>
                  {line.diff ? diffText(f, v.slice, 'mean', line.diff) : t.common.none}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <details class="more-detail">
        <summary>{t.common.asTable}</summary>
        <DataTable of={table} />
      </details>
    </ChartSection>
  );
}
