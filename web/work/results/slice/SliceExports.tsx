/** The slice as a document; who takes results along is logged. */
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { sliceQuery, type SliceParams } from './slice';

const formats = ['pptx', 'xlsx', 'csv'] as const;

export function SliceExports({ slice, s }: { slice: SliceParams; s: ViewTexts['slice'] }) {
  return (
    <p class="slice-exports">
      <span>{s.exports}</span>
      {formats.map((format) => (
        <a key={format} href={`/api/results/export.${format}${sliceQuery(slice)}`} download>
          {s.formats[format]}
        </a>
      ))}
    </p>
  );
}
