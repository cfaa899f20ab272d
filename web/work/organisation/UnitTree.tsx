/** The org chart: nested lists, each unit a link that filters the people, with a button before it that opens what is
 * below. Tab reaches all of it; the arrow keys walk as in a tree. */
import { useId, useState } from 'preact/hooks';
import type { UnitLine } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { nested, openAtFirst, type UnitNode } from './tree';

interface UnitTreeProps {
  units: UnitLine[];
  chosen: string | null;
  /** The address that shows the people of a unit; null: of all. */
  hrefOf: (unit: string | null) => string;
}

export function UnitTree({ units, chosen, hrefOf }: UnitTreeProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(() => openAtFirst(units, chosen));
  const parents = units
    .filter((unit) => units.some((other) => other.parent === unit.number))
    .map((unit) => unit.number);
  const allOpen = parents.every((number) => open.has(number));
  const toggle = (number: string) => {
    const next = new Set(open);
    if (!next.delete(number)) next.add(number);
    setOpen(next);
  };

  return (
    <nav class="units" aria-label={t.people.units}>
      <p class="actions">
        <a href={hrefOf(null)} aria-current={chosen === null ? 'true' : undefined}>
          {t.people.allUnits}
        </a>
        {parents.length > 1 && (
          <button type="button" class="link" onClick={() => setOpen(new Set(allOpen ? [] : parents))}>
            {allOpen ? t.people.collapseAll : t.people.expandAll}
          </button>
        )}
      </p>
      <ul class="tree" onKeyDown={(event) => walk(event, toggle)}>
        {nested(units).map((node) => (
          <Branch key={node.number} node={node} open={open} chosen={chosen} hrefOf={hrefOf} toggle={toggle} />
        ))}
      </ul>
    </nav>
  );
}

interface BranchProps extends Omit<UnitTreeProps, 'units'> {
  node: UnitNode;
  open: Set<string>;
  toggle: (number: string) => void;
}

function Branch({ node, open, chosen, hrefOf, toggle }: BranchProps) {
  const { t, f } = useWords();
  const id = useId();
  const isOpen = open.has(node.number);
  return (
    <li data-unit={node.number} data-open={node.children.length > 0 ? String(isOpen) : undefined}>
      <div class="tree-line">
        {node.children.length > 0 ? (
          <button
            type="button"
            class="tree-toggle"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={t.people.below(node.name)}
            onClick={() => toggle(node.number)}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span class="tree-toggle" />
        )}
        <a
          href={hrefOf(node.number)}
          title={node.headName === '' ? undefined : t.people.head(node.headName)}
          aria-current={chosen === node.number ? 'true' : undefined}
        >
          {node.name}
        </a>
        <span class="quiet tree-count">
          <span aria-hidden="true">{f.count(node.peopleBelow)}</span>
          <span class="visually-hidden">{t.people.headcount(node.peopleBelow)}</span>
        </span>
      </div>
      {isOpen && node.children.length > 0 && (
        <ul id={id} class="tree">
          {node.children.map((child) => (
            <Branch key={child.number} node={child} open={open} chosen={chosen} hrefOf={hrefOf} toggle={toggle} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** As in the WAI-ARIA pattern of trees: right opens or goes in, left closes or goes out, up and down walk what is seen. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, toggle: (number: string) => void): void {
  const item = (event.target as HTMLElement).closest<HTMLElement>('li[data-unit]');
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.tree-line a')];
  const at = links.indexOf(linkOf(item) as HTMLElement);
  const steps: Record<string, () => void> = {
    ArrowDown: () => links[at + 1]?.focus(),
    ArrowUp: () => links[at - 1]?.focus(),
    Home: () => links[0]?.focus(),
    End: () => links.at(-1)?.focus(),
    ArrowRight: () =>
      item.dataset.open === 'false' ? toggle(item.dataset.unit ?? '') : linkOf(item.querySelector('li'))?.focus(),
    ArrowLeft: () =>
      item.dataset.open === 'true'
        ? toggle(item.dataset.unit ?? '')
        : linkOf(item.parentElement?.closest<HTMLElement>('li[data-unit]') ?? null)?.focus(),
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step();
}

function linkOf(item: HTMLElement | null): HTMLElement | null {
  return item?.querySelector<HTMLElement>('.tree-line a') ?? null;
}
