import { useWords } from '../frame/context';
import { fileHref } from '../frame/language';

/** *Muster / Leertabelle*: the columns that an import knows. */
export function Templates({ of }: { of: 'contacts' | 'units' | 'employees' }) {
  const { t, language } = useWords();
  return (
    <p class="hint">
      {t.upload.templates}:{' '}
      <a href={fileHref(`/api/imports/templates/${of}.csv`, language)} download>
        CSV
      </a>
      {' · '}
      <a href={fileHref(`/api/imports/templates/${of}.xlsx`, language)} download>
        xlsx
      </a>
      {of === 'contacts' && (
        <>
          {' · '}
          <a href="/importe/spalten">{t.columns.title}</a>
        </>
      )}
    </p>
  );
}
