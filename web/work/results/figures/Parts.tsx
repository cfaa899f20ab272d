/** Figures on a page, always with what they rest on. */
import type { Diff, Figure } from '../../../shared/api/types';
import { useWords } from '../../frame/context';
import { splitFigure } from '../KeyFigures';
import { shownAs } from '../results';
import { useView } from '../views/context';
import { diffText, figureText, type FigureKind, fullText } from './figures';

/** `4,3 ± 0,2 · n = 57`, the value in bold. */
export function FigureLine({ figure, kind }: { figure: Figure; kind: FigureKind }) {
  const { t, f } = useWords();
  if (shownAs(figure) !== 'figure') return <span class="quiet">{fullText(f, t, kind, figure)}</span>;
  const [value, interval] = splitFigure(figureText(f, kind, figure));
  return (
    <>
      <strong>{value}</strong>{' '}
      <span class="figure-rest">
        {interval} · {f.n(figure.n)}
      </span>
    </>
  );
}

interface KeyFigureProps {
  name: string;
  help: string;
  figure: Figure;
  kind: FigureKind;
  diff?: Diff | null | undefined;
}

/** One of the large figures at the top of a page. */
export function KeyFigure({ name, help, figure, kind, diff }: KeyFigureProps) {
  const { t, f } = useWords();
  const { head, v } = useView();
  const [value, interval] = splitFigure(figureText(f, kind, figure));
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {shownAs(figure) === 'figure' ? (
          <>
            <span class="figure-value">{value}</span>{' '}
            <span class="figure-interval">
              {interval} · {f.n(figure.n)}
            </span>
          </>
        ) : (
          <span class="quiet">{fullText(f, t, kind, figure)}</span>
        )}
        {diff && head.compare && (
          <span class={diff.reliable ? 'figure-diff figure-diff-sure' : 'figure-diff'}>
            {diff.reliable
              ? v.slice.diffTo(diffText(f, v.slice, kind, diff), v.slice.compares[head.compare.token])
              : `${v.slice.noReliable}`}
          </span>
        )}
        <span class="hint">{help}</span>
      </dd>
    </div>
  );
}
