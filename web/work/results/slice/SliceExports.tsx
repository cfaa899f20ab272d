/** The slice as a document; who takes results along is logged. */
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { useWords } from '../../frame/context';
import { fileHref } from '../../frame/language';
import { sliceQuery, type SliceParams } from './slice';

const formats = ['pptx', 'xlsx', 'csv'] as const;

export function SliceExports({ slice, s }: { slice: SliceParams; s: ViewTexts['slice'] }) {
  const { language } = useWords();
  return (
    <p class="slice-exports">
      <span>{s.exports}</span>
      {formats.map((format) => (
        <a key={format} href={fileHref(`/api/results/export.${format}${sliceQuery(slice)}`, language)} download>
          {s.formats[format]}
        </a>
      ))}
    </p>
  );
}
