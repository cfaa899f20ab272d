/** *Einzelfragen*: every question of the slice with how its answers are shared out. */
import type { QuestionLine, QuestionsView } from '../../../shared/api/types';
import { npsTones, Stack, stepTones } from '../../charts';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { Empty } from '../../frame/states';
import { diffText } from '../figures/figures';
import { FigureLine } from '../figures/Parts';
import { distributionText } from '../results';
import { changed } from '../slice/slice';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { ViewFrame } from '../views/ViewFrame';
import { Choices } from './Choices';
import { questionKind, questionsTable } from './questions';

export function QuestionsPage() {
  return <ViewFrame<QuestionsView>>{(data) => <Questions of={data} />}</ViewFrame>;
}

function Questions({ of }: { of: QuestionsView }) {
  const { t, f } = useWords();
  const { slice, head, v } = useView();
  const texts = v.views.questions;
  const { field, factor } = head.slice;
  const narrowed = [field?.name, factor?.name].filter((name) => name !== undefined);
  return (
    <>
      {narrowed.length > 0 && (
        <p class="actions">
          <strong>{texts.narrowed(narrowed.join(' × '))}</strong>
          {(['fields', 'factors'] as const).map((grid) => (
            <a key={grid} href={viewHref(grid, changed(slice, { field: '', factor: '' }))}>
              {texts.toGrid(v.slice.names[grid])}
            </a>
          ))}
          <a href={viewHref('comments', slice)}>{texts.comments}</a>
        </p>
      )}
      {of.questions.length === 0 ? (
        <Empty>{v.slice.emptyHere}</Empty>
      ) : (
        <ChartSection
          title={texts.title}
          sentence={texts.sentence(texts.count(of.questions.length))}
          table={questionsTable(of.questions, t, f, v)}
          note={`${texts.answers}. ${t.results.intervalNote}`}
        >
          <table class="scores questions">
            <caption class="visually-hidden">{texts.title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.question}</th>
                <th scope="col" class="scores-chart">
                  {v.views.distribution}
                </th>
                <th scope="col">{texts.score}</th>
                {head.compare && <th scope="col">{v.slice.difference}</th>}
              </tr>
            </thead>
            <tbody>
              {of.questions.map((question) => (
                <Question key={`${question.survey.id} ${question.id}`} of={question} />
              ))}
            </tbody>
          </table>
        </ChartSection>
      )}
    </>
  );
}

function Question({ of }: { of: QuestionLine }) {
  const { t, f } = useWords();
  const { head, v } = useView();
  const texts = v.views.questions;
  const kind = questionKind(of);
  return (
    <tr>
      <th scope="row">
        {of.text}
        <span class="second">{texts.inSurveys(f.list(of.surveys.length > 0 ? of.surveys : [of.survey.name]))}</span>
      </th>
      <td class="scores-chart">
        {of.choices ? (
          <Choices of={of.choices} />
        ) : (
          <Steps counts={of.distribution} min={of.scale?.min ?? 0} nps={kind === 'nps'} />
        )}
        {of.desired && <Steps counts={of.desired.distribution} min={of.scale?.min ?? 0} name={texts.desired} />}
        {of.cannotJudge > 0 && (
          <span class="second">
            {v.views.cannotJudge}: {f.count(of.cannotJudge)}
          </span>
        )}
      </td>
      <td data-label={texts.score}>
        {kind ? <FigureLine figure={of.figure} kind={kind} /> : <span class="quiet">{f.n(of.figure.n)}</span>}
        {of.desired && (
          <span class="second">
            {texts.desired}: <FigureLine figure={of.desired.figure} kind="mean" />
          </span>
        )}
      </td>
      {head.compare && (
        <td data-label={v.slice.difference} class={of.diff?.reliable ? 'sure' : 'quiet'}>
          {of.diff ? diffText(f, v.slice, kind ?? 'share', of.diff) : t.common.none}
        </td>
      )}
    </tr>
  );
}

/** One bar, and its counts below it: the figure is always printed. */
interface StepsProps {
  counts: number[];
  min: number;
  name?: string;
  nps?: boolean;
}

function Steps({ counts, min, name, nps = false }: StepsProps) {
  const { t, f } = useWords();
  if (counts.every((count) => count === 0)) return null;
  return (
    <div class="steps">
      {name && <span class="second">{name}</span>}
      <Stack
        counts={counts}
        tones={nps ? npsTones : stepTones(counts.length)}
        sentence={t.results.distributionOf(distributionText(counts, min))}
      />
      <span class="steps-counts" aria-hidden="true">
        {counts.map((count, index) => (
          <span key={index}>
            <span class="quiet">{min + index}:</span> {f.count(count)}
          </span>
        ))}
      </span>
    </div>
  );
}
