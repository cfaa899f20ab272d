/** *Selbstbild / Fremdbild*: how advisors see themselves beside how customers see them, factor by factor. */
import type { ResultLine, SelfImageView } from '../../../shared/api/types';
import { Dumbbell, MeanRange } from '../../charts';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { Empty } from '../../frame/states';
import { FigureLine } from '../figures/Parts';
import { shownLines } from '../results';
import { useView } from '../views/context';
import { ViewFrame } from '../views/ViewFrame';
import { gapSentence, selfImageTable } from './selfImage';

export function SelfImagePage() {
  return <ViewFrame<SelfImageView>>{(data) => <SelfImage of={data} />}</ViewFrame>;
}

function SelfImage({ of }: { of: SelfImageView }) {
  const { v } = useView();
  const texts = v.views.selfImage;
  if (of.advisors === 0 || of.lines.every((line) => line.self === null)) {
    return (
      <>
        {of.note && <p class="note">{of.note}</p>}
        <Empty>{texts.empty}</Empty>
      </>
    );
  }
  return (
    <>
      <p class="measure">
        {texts.sentence(texts.advisors(of.advisors))} {of.note ?? texts.lenient}
      </p>
      <Lines title={texts.title} nameOf={texts.factor} lines={of.lines} />
      {of.questions.length > 0 && (
        <details class="more-detail">
          <summary>{texts.questions}</summary>
          <Lines title={texts.questions} nameOf={texts.question} lines={of.questions} />
        </details>
      )}
    </>
  );
}

function Lines({ title, nameOf, lines }: { title: string; nameOf: string; lines: ResultLine[] }) {
  const { t, f } = useWords();
  const { head, v } = useView();
  const texts = v.views.selfImage;
  const shown = shownLines(lines);
  if (shown.length === 0) return null;
  return (
    <ChartSection
      title={title}
      sentence={gapSentence(shown, f, v)}
      table={selfImageTable(title, nameOf, shown, t, f, v)}
      note={`${texts.key} ${texts.rule}`}
    >
      <table class="scores">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{nameOf}</th>
            <th scope="col" class="scores-chart">
              <span class="ends-of-scale" aria-hidden="true">
                <span>{head.scale.min}</span>
                <span>{head.scale.max}</span>
              </span>
              <span class="visually-hidden">{title}</span>
            </th>
            <th scope="col">{texts.customers}</th>
            <th scope="col">{texts.self}</th>
            <th scope="col">{texts.gap}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row key={line.id} of={line} />
          ))}
        </tbody>
      </table>
    </ChartSection>
  );
}

function Row({ of }: { of: ResultLine }) {
  const { t, f } = useWords();
  const { head, v } = useView();
  const texts = v.views.selfImage;
  const { figure, self, gap, gapMarked } = of;
  const ends = { low: figure.low, high: figure.high, axis: head.scale };
  return (
    <tr>
      <th scope="row">{of.name}</th>
      <td class="scores-chart">
        {figure.value !== null && self !== null && (
          <Dumbbell mean={figure.value} self={self} marked={gapMarked} {...ends} />
        )}
        {figure.value !== null && self === null && <MeanRange mean={figure.value} self={null} {...ends} />}
      </td>
      <td data-label={texts.customers}>
        <FigureLine figure={figure} kind="mean" />
      </td>
      <td data-label={texts.self}>{self === null ? t.common.none : f.mean(self)}</td>
      <td data-label={texts.gap}>
        {gap === null ? t.common.none : gapMarked ? <strong>{f.difference(gap)}</strong> : f.difference(gap)}
        {gapMarked && <span class="second">{texts.marked}</span>}
      </td>
    </tr>
  );
}
