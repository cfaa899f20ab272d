/** One cell of the grid: its mean with interval and n; pressed, it leads to its questions. */
import { useWords } from '../../frame/context';
import { navigate } from '../../frame/router';
import { diffText, fullText } from '../figures/figures';
import { splitFigure } from '../KeyFigures';
import { changed } from '../slice/slice';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { type HeatCell, shadeOf } from './grid';

interface HeatCellProps {
  of: HeatCell;
  place: string;
  inTabOrder: boolean;
  onFocus: () => void;
}

export function HeatCellView({ of, place, inTabOrder, onFocus }: HeatCellProps) {
  const { t, f } = useWords();
  const { slice, head, v } = useView();
  const { figure, diff } = of;
  const tab = { 'data-cell': place, tabIndex: inTabOrder ? 0 : -1, onFocus };
  if (!figure || (figure.n === 0 && figure.missing === 0)) {
    return (
      <td class="heat-cell" {...tab}>
        <span class="heat-empty" aria-hidden="true">
          ·
        </span>
        <span class="visually-hidden">{v.views.grid.notAsked}</span>
      </td>
    );
  }
  const [value, interval] = splitFigure(f.meanFigure(figure));
  const said = fullText(f, t, 'mean', figure);
  const shade = figure.value === null ? 'none' : shadeOf(figure.value, head.scale);
  return (
    <td class={`heat-cell heat-${shade}${of.total ? ' heat-total' : ''}`}>
      <button
        type="button"
        {...tab}
        title={`${of.name}: ${said}`}
        onClick={() => navigate(viewHref('questions', changed(slice, of.slice)))}
      >
        {figure.value === null ? (
          <span class="heat-rest">{said}</span>
        ) : (
          <>
            <strong>{value}</strong>
            <span class="heat-rest">{interval}</span>
            <span class="heat-rest">{f.n(figure.n)}</span>
          </>
        )}
        {diff && (
          <span class={diff.reliable ? 'heat-rest heat-sure' : 'heat-rest'}>
            {diff.reliable ? f.differenceFine(diff.value) : <span aria-hidden="true">=</span>}
            <span class="visually-hidden">{diffText(f, v.slice, 'mean', diff)}</span>
          </span>
        )}
      </button>
    </td>
  );
}
