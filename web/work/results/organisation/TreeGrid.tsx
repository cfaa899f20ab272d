/** Rows that open and close, by press and by key (WAI-ARIA tree grid). Enter looks at the unit alone. */
import { useRef, useState } from 'preact/hooks';
import type { OrganisationView } from '../../../shared/api/types';
import { type Axis, IntervalDot } from '../../charts';
import { useWords } from '../../frame/context';
import { navigate } from '../../frame/router';
import { Scroll } from '../../frame/Scroll';
import { diffText, shortText, valueText } from '../figures/figures';
import { FigureLine } from '../figures/Parts';
import { changed } from '../slice/slice';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { isChosen, kindOf, type TreeRow, treeRows, treeStep, unitAxis, type UnitMeasure, unitMeasures } from './rows';

interface TreeGridProps {
  of: OrganisationView;
  measure: UnitMeasure;
  open: Set<string>;
  onOpen: (open: Set<string>) => void;
}

export function TreeGrid({ of, measure, open, onOpen }: TreeGridProps) {
  const { t, f } = useWords();
  const { head, slice, v } = useView();
  const texts = v.views.organisation;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const seen = treeRows(of.rows, open);
  const axis = unitAxis(seen, measure, head.scale);
  // One row above all others is the institute: it is looked at without a unit.
  const tops = seen.filter((row) => row.level === 1);
  const top = tops.length === 1 ? tops[0]?.key : undefined;
  // The tab key comes to the row that the keys left, at first to the one that is looked at.
  const left = seen.findIndex((row) => row.key === at);
  const here = Math.max(0, left >= 0 ? left : seen.findIndex(({ row }) => isChosen(row, slice)));
  const whole = seen[0]?.row[measure].value ?? null;
  const withDiff = measure !== 'responseRate' && of.rows.some((row) => row.diffs);
  const others = unitMeasures.filter((each) => each !== measure);

  const toggle = (key: string, to: boolean) => {
    const next = new Set(open);
    if (to) next.add(key);
    else next.delete(key);
    onOpen(next);
  };
  const hrefOf = ({ row }: TreeRow) =>
    viewHref(
      'overview',
      changed(
        slice,
        row.advisor
          ? { advisor: row.advisor.userName }
          : { unit: row.unit.number === top ? '' : row.unit.number, advisor: '' },
      ),
    );
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey || !(event.target instanceof HTMLTableRowElement)) return;
    const row = seen[here];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      navigate(hrefOf(row));
      return;
    }
    const step = treeStep(event.key, here, seen);
    if (!step) return;
    event.preventDefault();
    if ('open' in step) toggle(step.open, true);
    else if ('close' in step) toggle(step.close, false);
    else table.current?.querySelectorAll<HTMLElement>('tbody tr')[step.focus]?.focus();
  };

  return (
    <Scroll label={t.common.tableOf(texts.title)}>
      <table ref={table} class="table tree-grid" role="treegrid" aria-label={texts.title} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            <th scope="col" class="tree-plot">
              <span class="visually-hidden">{texts.plot(v.views.measures[measure])}</span>
              <Ends of={axis} text={(value) => valueText(f, kindOf[measure], value)} />
            </th>
            <th scope="col">
              {v.views.measures[measure]}
              {withDiff && <span class="second">{texts.toInstitute}</span>}
            </th>
            {others.map((each) => (
              <th key={each} scope="col" class="figure">
                {v.views.measures[each]}
              </th>
            ))}
            <th scope="col" class="figure">
              {texts.sheets}
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.map((tree, index) => (
            <tr
              key={tree.key}
              tabIndex={index === here ? 0 : -1}
              aria-level={tree.level}
              aria-posinset={tree.position}
              aria-setsize={tree.siblings}
              aria-expanded={tree.open ?? undefined}
              aria-current={isChosen(tree.row, slice) ? true : undefined}
              class={isChosen(tree.row, slice) ? 'row-at' : undefined}
              onFocus={() => setAt(tree.key)}
            >
              <th scope="row" class={`tree-name tree-level-${Math.min(tree.level, 6)}`}>
                <span class="tree-cell">
                  <Toggle of={tree} onToggle={toggle} />
                  <a href={hrefOf(tree)} tabIndex={-1}>
                    {tree.row.advisor?.name ?? tree.row.unit.name}
                  </a>
                  {isChosen(tree.row, slice) && <span class="tree-chosen">{texts.chosen}</span>}
                </span>
              </th>
              <Cells
                of={tree}
                measure={measure}
                axis={axis}
                whole={index === 0 ? null : whole}
                withDiff={withDiff}
                others={others}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** For the pointer; the keyboard has the arrows. */
function Toggle({ of, onToggle }: { of: TreeRow; onToggle: (key: string, to: boolean) => void }) {
  const { v } = useView();
  const { open, key, row } = of;
  if (open === null) return <span class="tree-toggle" />;
  const { open: opens, close } = v.views.organisation;
  return (
    <button
      type="button"
      class="tree-toggle"
      tabIndex={-1}
      aria-label={open ? close(row.unit.name) : opens(row.unit.name)}
      onClick={() => onToggle(key, !open)}
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
    </button>
  );
}

interface CellsProps {
  of: TreeRow;
  measure: UnitMeasure;
  axis: Axis;
  whole: number | null;
  withDiff: boolean;
  others: UnitMeasure[];
}

function Cells({ of: { row }, measure, axis, whole, withDiff, others }: CellsProps) {
  const { t, f } = useWords();
  const { v } = useView();
  const { value, low, high } = row[measure];
  const diff = measure === 'responseRate' ? null : (row.diffs?.[measure] ?? null);
  return (
    <>
      <td class="tree-plot">
        {value !== null && <IntervalDot value={value} low={low} high={high} axis={axis} whole={whole} />}
      </td>
      <td class="nowrap" data-label={v.views.measures[measure]}>
        <FigureLine figure={row[measure]} kind={kindOf[measure]} />
        {withDiff && diff && (
          <span class={diff.reliable ? 'second sure' : 'second'}>{diffText(f, v.slice, kindOf[measure], diff)}</span>
        )}
      </td>
      {others.map((each) => (
        <td key={each} class="figure" data-label={v.views.measures[each]}>
          {shortText(f, t, kindOf[each], row[each])}
        </td>
      ))}
      <td class="figure" data-label={v.views.organisation.sheets}>
        {f.count(row.sheets)}
      </td>
    </>
  );
}

function Ends({ of, text }: { of: Axis; text: (value: number) => string }) {
  return (
    <span class="tree-ends" aria-hidden="true">
      <span>{text(of.min)}</span>
      <span>{text(of.max)}</span>
    </span>
  );
}
