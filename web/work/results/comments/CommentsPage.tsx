/** *Kommentare*: praise first; filtered by score and topic, which stand in the address, and by words, which do not. */
import { useEffect, useState } from 'preact/hooks';
import type { CommentsView } from '../../../shared/api/types';
import { ChartSection } from '../../charts/ChartSection';
import { useApi, useWords } from '../../frame/context';
import { Filters } from '../../frame/Filters';
import { useCommand } from '../../frame/live';
import { navigate, useLocation } from '../../frame/router';
import { Select } from '../../frame/Select';
import { Empty, ErrorNote } from '../../frame/states';
import { Comment } from '../Praise';
import { useView } from '../views/context';
import { viewHref, viewPath } from '../views/routes';
import { ViewFrame } from '../views/ViewFrame';
import { commentsTable, joined, scoreGroups, scoreOf } from './comments';

export function CommentsPage() {
  const { search, words } = useLocation();
  const score = scoreOf(search.get('score'));
  const topic = search.get('topic');
  return (
    <ViewFrame<CommentsView> further={{ score, topic }} words={words} needsSheets={false}>
      {(data) => (
        <>
          <Filter of={data} score={score ?? ''} topic={topic ?? ''} words={words} />
          <List of={data} score={score} topic={topic} words={words} />
        </>
      )}
    </ViewFrame>
  );
}

function Filter({ of, score, topic, words }: { of: CommentsView; score: string; topic: string; words: string }) {
  const { slice, v } = useView();
  const texts = v.views.comments;
  const go = (nextScore: string, nextTopic: string, next: string) =>
    navigate(viewHref('comments', slice, { score: nextScore, topic: nextTopic }), 'push', next);
  return (
    <Filters words={words} label={texts.search} onApply={(next) => go(score, topic, next)}>
      {(typed) => (
        <>
          <Select
            label={texts.score}
            value={score}
            options={[
              ['', texts.allScores],
              ...scoreGroups.map((each) => [each, texts.option(texts.scores[each], of.scores[each])] as const),
            ]}
            onValue={(next) => go(next, topic, typed)}
          />
          <Select
            label={texts.topic}
            value={topic}
            options={[
              ['', texts.allTopics],
              ...of.topics.map((each) => [each.id, texts.option(each.name, each.count)] as const),
            ]}
            onValue={(next) => go(score, next, typed)}
          />
        </>
      )}
    </Filters>
  );
}

interface ListProps {
  of: CommentsView;
  score: string | null;
  topic: string | null;
  words: string;
}

function List({ of, score, topic, words }: ListProps) {
  const { t } = useWords();
  const api = useApi();
  const { slice, v } = useView();
  const texts = v.views.comments;
  const { busy, error, run } = useCommand();
  const [further, setFurther] = useState<CommentsView[]>([]);
  const asked = viewPath('comments', slice, { score, topic });
  const key = `${asked} ${words}`;
  useEffect(() => setFurther([]), [key]);

  const comments = joined(of, further);
  const next = (further.at(-1) ?? of).next;
  if (comments.length === 0) {
    const filtered = Boolean(score || topic || words);
    return (
      <Empty>
        {filtered ? texts.emptyFiltered : texts.empty}{' '}
        {filtered && <a href={viewHref('comments', slice)}>{texts.reset}</a>}
      </Empty>
    );
  }
  const more = (after: string) =>
    run(async () => {
      const part = await api.get<CommentsView>(viewPath('comments', slice, { score, topic, after }), undefined, words);
      setFurther((before) => [...before, part]);
    });
  return (
    <ChartSection
      title={texts.title}
      sentence={`${texts.count(of.total)}. ${texts.order}.`}
      table={commentsTable(comments, v)}
    >
      <ul class="comments comments-view">
        {comments.map((comment) => (
          <Comment key={comment.id} of={comment} place={comment.unit} withQuestion />
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
      <p class="more">
        <span class="quiet">{t.common.shownOf(comments.length, of.total)}</span>
        {next !== null && (
          <button type="button" class="button" disabled={busy} onClick={() => void more(next)}>
            {busy ? t.common.loading : t.common.more}
          </button>
        )}
      </p>
    </ChartSection>
  );
}
