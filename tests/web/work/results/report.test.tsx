// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import { ReportPanel } from '../../../../web/work/results/management/ReportPanel';
import { ViewContext } from '../../../../web/work/results/views/context';
import { session } from '../examples';
import { mount, unmount, violations, type Answers } from '../mounted';
import { head } from './views';

afterEach(unmount);

const never = { rhythm: 'never', roles: [], by: null, at: null, recipients: 0, next: null, latest: null };
const weekly = {
  rhythm: 'weekly',
  roles: ['head'],
  by: 'romy@musterbank.example',
  at: '2026-11-02T08:00:00Z',
  recipients: 3,
  next: '2026-11-09T07:00:00Z',
  latest: { at: '2026-11-02T07:00:00Z', sent: 2, waiting: 1, failed: 0 },
};
const slice = {} as never;
const panel = (answers: Answers) =>
  mount(
    <ViewContext.Provider value={{ slice, head: head(), choices: null, v: viewTexts }}>
      <ReportPanel />
    </ViewContext.Provider>,
    answers,
    { session: session(['salesManagement']) },
  );

describe('The report by mail', () => {
  it('asks for the recipients only once somebody is to get it, and is accessible', async () => {
    const { root, after } = await panel({ 'GET /api/results/report': never });
    expect(root.querySelectorAll('input[type=checkbox]')).toHaveLength(0);
    await after(() => root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click());
    expect(root.querySelectorAll('input[type=checkbox]')).toHaveLength(2);
    expect(await violations(root)).toEqual([]);
  });

  it('says when the next one leaves and how the latest went', async () => {
    const { root } = await panel({ 'GET /api/results/report': weekly });
    const text = root.textContent ?? '';
    expect(text).toContain('an 3 Personen');
    expect(text).toContain(
      'Letzter Bericht: Mo, 2. Nov. 2026, 08:00, an 2 Personen. 1 Mail wird noch einmal versucht.',
    );
  });

  it('saves, and says so', async () => {
    const { requests, after, button } = await panel({
      'GET /api/results/report': weekly,
      'PUT /api/results/report': weekly,
    });
    await after(() => button('Speichern').click());
    expect(requests).toContain('PUT /api/results/report');
    expect(document.getElementById('announcements')?.textContent).toBe('Gespeichert.');
  });

  it('shows at the field what is missing', async () => {
    const problem = { status: 400, code: 'roles-missing', title: '?', errors: { roles: ['Bitte wählen Sie.'] } };
    const { root, after, button } = await panel({
      'GET /api/results/report': weekly,
      'PUT /api/results/report': new Response(JSON.stringify(problem), {
        status: 400,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    });
    await after(() => button('Speichern').click());
    expect(root.querySelector('.field-error')?.textContent).toBe('Bitte wählen Sie.');
  });
});
