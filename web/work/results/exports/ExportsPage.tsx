/** *Mitgenommene Ergebnisse*: who has taken which results along, the newest first. */
import type { ExportLine, ResultChoices, RetentionView } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { useWords } from '../../frame/context';
import { type Loaded, useLive } from '../../frame/live';
import { More } from '../../frame/More';
import { Page } from '../../frame/Page';
import { useParts } from '../../frame/parts';
import { Empty, ErrorNote, Loading } from '../../frame/states';
import { viewHref } from '../views/routes';
import { WithViewTexts } from '../views/WithViewTexts';
import { exportedSlice, keptSentence, sliceText } from './exports';

export function ExportsPage() {
  const { t } = useWords();
  const list = useParts<ExportLine>('/api/results/exports');
  const choices = useLive<ResultChoices>('/api/results/choices');
  const retention = useLive<RetentionView>('/api/retention');
  // The list alone is needed: without the two others it has numbers for names.
  const ready = list.data !== null && settled(choices) && settled(retention);
  return (
    <Page title={t.exports.title} back={{ href: '/freigaben', text: t.approvals.title }}>
      <p class="lead">{t.exports.lead}</p>
      {list.error && <ErrorNote error={list.error} retry={list.reload} />}
      {!ready && !list.error && <Loading />}
      {ready && (
        <>
          <p class="measure">
            {list.items.length > 0 && `${t.exports.asToday} `}
            {keptSentence(retention.data, t)} <a href="/freigaben/aufbewahrung">{t.retention.toPage}</a>
          </p>
          {list.items.length === 0 ? (
            <Empty>{t.exports.empty}</Empty>
          ) : (
            <>
              <WithViewTexts>{(v) => <Lines of={list.items} choices={choices.data} s={v.slice} />}</WithViewTexts>
              <More of={list} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

function settled(loaded: Loaded<unknown>): boolean {
  return loaded.data !== null || loaded.error !== null;
}

interface LinesProps {
  of: ExportLine[];
  choices: ResultChoices | null;
  s: ViewTexts['slice'];
}

function Lines({ of, choices, s }: LinesProps) {
  const { t, f } = useWords();
  return (
    <table class="table stacking">
      <caption class="visually-hidden">{t.exports.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.exports.at}</th>
          <th scope="col">{t.exports.by}</th>
          <th scope="col">{t.exports.slice}</th>
          <th scope="col">{t.exports.format}</th>
          <th scope="col" class="figure">
            {t.exports.sheets}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map((line, place) => {
          const slice = exportedSlice(line);
          return (
            <tr key={place}>
              <td class="date">
                <time dateTime={line.at}>{f.instant(line.at)}</time>
              </td>
              <td data-label={t.exports.by} class="break">
                {line.name}
              </td>
              <td data-label={t.exports.slice} class="break">
                <a href={viewHref('overview', slice)}>{sliceText(slice, choices, s, f)}</a>
              </td>
              <td data-label={t.exports.format}>{s.formats[line.format]}</td>
              <td class="figure" data-label={t.exports.sheets}>
                {f.count(line.sheets)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
