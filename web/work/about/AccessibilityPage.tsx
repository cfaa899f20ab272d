import { useWords } from '../frame/context';
import { Page } from '../frame/Page';

export function AccessibilityPage() {
  const { t } = useWords();
  return (
    <Page title={t.accessibility.title}>
      <div class="prose">
        <p>{t.accessibility.intro}</p>
        <p>{t.accessibility.charts}</p>
        <p>{t.accessibility.motion}</p>
        <p>{t.accessibility.limits}</p>
        <h2>{t.accessibility.report}</h2>
        <p>{t.accessibility.reportText}</p>
      </div>
    </Page>
  );
}
