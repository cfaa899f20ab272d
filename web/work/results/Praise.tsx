/** Praise is the hero of the page: large, in the customers' own words, before any figure. */
import { useState } from 'preact/hooks';
import type { CommentView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Empty } from '../frame/states';
import { opening, praiseFirst } from './results';

export function Praise({ comments }: { comments: CommentView[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const first = opening(comments);
  const rest = praiseFirst(comments).filter((comment) => !first.includes(comment));
  return (
    <section aria-labelledby="praise">
      <h2 id="praise" class="visually-hidden">
        {t.results.praise}
      </h2>
      {comments.length === 0 && <Empty>{t.results.noComments}</Empty>}
      <ul class="praise">
        {first.map((comment) => (
          <Comment key={comment.id} of={comment} />
        ))}
      </ul>
      {rest.length > 0 && (
        <>
          <ul class="comments" id="all-comments" hidden={!all}>
            {rest.map((comment) => (
              <Comment key={comment.id} of={comment} withQuestion />
            ))}
          </ul>
          <p>
            <button
              type="button"
              class="link"
              aria-expanded={all}
              aria-controls="all-comments"
              onClick={() => setAll(!all)}
            >
              {all ? t.results.fewerComments : t.results.allComments(comments.length)}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

interface CommentProps {
  of: CommentView;
  withQuestion?: boolean;
  /** Where it belongs, if the page shows more than one place. */
  place?: string | null;
}

export function Comment({ of, withQuestion = false, place = null }: CommentProps) {
  const { t, f } = useWords();
  const about = [
    // Without a day it is confidential; with one, the reader alone may not see the name.
    of.from ?? (of.on === null ? t.results.confidentialComment : ''),
    of.on ? f.dayPlain(of.on) : '',
    of.nps === null ? '' : t.results.npsOf(of.nps),
    place ?? '',
    of.surveyName,
  ].filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  return (
    <li>
      <figure>
        {withQuestion && of.question !== '' && <p class="hint">{of.question}</p>}
        <blockquote>
          <p>{of.text}</p>
        </blockquote>
        <figcaption>{about.join(' · ')}</figcaption>
      </figure>
    </li>
  );
}
