import { useWords } from '../frame/context';
import { Page } from '../frame/Page';

export function ImprintPage({ institute }: { institute: string | null }) {
  const { t } = useWords();
  return (
    <Page title={t.imprint.title}>
      <div class="prose">
        <h2>{t.imprint.responsible}</h2>
        <p>{institute ? t.imprint.responsibleText(institute) : t.imprint.responsibleUnknown}</p>
        <h2>{t.imprint.cookies}</h2>
        <p>{t.imprint.cookiesText}</p>
        <h2>{t.imprint.results}</h2>
        <p>{t.imprint.resultsText}</p>
      </div>
    </Page>
  );
}
