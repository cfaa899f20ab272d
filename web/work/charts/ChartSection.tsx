/** One chart as all views have it: a title that says what is seen, a sentence, the drawing, its table beside or below it,
 * and the export of exactly these figures. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../frame/context';
import { csvOf, fileName } from './csv';
import { download } from './download';
import type { ChartTable } from './table';

interface ChartSectionProps {
  title: string;
  /** What is seen, in one sentence. */
  sentence?: string | undefined;
  /** The figures behind it: written into the export. */
  table: ChartTable;
  /** How to read it: signs, intervals, n. */
  note?: ComponentChildren;
  /** Choosers beside the title. */
  aside?: ComponentChildren;
  /** Drawing and table side by side on a wide screen. */
  beside?: boolean;
  children: ComponentChildren;
}

export function ChartSection({ title, sentence, table, note, aside, beside = false, children }: ChartSectionProps) {
  const { t, language } = useWords();
  const id = useId();
  return (
    <section class="chart-section" aria-labelledby={id}>
      <div class="chart-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {sentence && <p class="measure">{sentence}</p>}
      <div class={beside ? 'chart-body chart-beside' : 'chart-body'}>{children}</div>
      <p class="chart-foot">
        {note && <span class="hint">{note}</span>}
        <button
          type="button"
          class="link"
          aria-describedby={id}
          onClick={() => download(fileName(title), csvOf(table, language === 'de'))}
        >
          {t.common.exportData}
        </button>
      </p>
    </section>
  );
}
