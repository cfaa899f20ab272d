import { useWords } from '../frame/context';

/** *Muster / Leertabelle*: the columns that an import knows. */
export function Templates({ of }: { of: 'contacts' | 'units' | 'employees' }) {
  const { t } = useWords();
  return (
    <p class="hint">
      {t.upload.templates}:{' '}
      <a href={`/api/imports/templates/${of}.csv`} download>
        CSV
      </a>
      {' · '}
      <a href={`/api/imports/templates/${of}.xlsx`} download>
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
