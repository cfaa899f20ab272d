import { useState } from 'preact/hooks';
import type { ConceptView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { fieldErrors } from '../frame/problems';
import { ErrorNote } from '../frame/states';
import { TextArea } from '../frame/TextArea';
import { agreementBody, emptyAgreement } from './agreement';

/** Records an agreement. The first one opens sending, so its button is the page's primary one. */
export function AgreementForm({ of, reload }: { of: ConceptView; reload: () => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run, clear } = useCommand();
  const [form, setForm] = useState(emptyAgreement);
  const wrong = fieldErrors(error);
  const isFirst = of.history[0]?.step !== 'agreed';
  const text = (field: keyof typeof form) => ({
    name: field,
    value: form[field],
    error: wrong[field],
    onValue: (value: string) => setForm((before) => ({ ...before, [field]: value })),
  });

  const lookAgain = () => {
    clear();
    reload();
  };
  const record = (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    void run(async () => {
      try {
        await api.post('/api/concept/agree', agreementBody(form, of.number));
      } catch (problem) {
        // Once the error is on the page, the focus goes to the field that it is about.
        setTimeout(() => element.querySelector<HTMLElement>('[aria-invalid]')?.focus());
        throw problem;
      }
      setForm(emptyAgreement);
      announce(t.concept.recorded);
      reload();
    });
  };

  return (
    <section aria-labelledby="record">
      <h2 id="record">{isFirst ? t.concept.record : t.concept.recordNew}</h2>
      <form class="form form-wide" onSubmit={record} noValidate>
        {error && Object.keys(wrong).length === 0 && (
          <ErrorNote error={error} retry={error.status === 409 ? lookAgain : undefined} />
        )}
        <Field label={t.concept.agreedWith} hint={t.concept.agreedWithHint} required {...text('agreedWith')} />
        <div class="pair">
          <Field
            label={t.concept.agreedOn}
            hint={t.concept.agreedOnHint}
            type="date"
            max={of.today}
            required
            {...text('agreedOn')}
          />
          <Field
            label={t.concept.effectiveFrom}
            hint={t.concept.effectiveFromHint}
            type="date"
            {...text('effectiveFrom')}
          />
        </div>
        <Field label={t.concept.document} hint={t.concept.documentHint} {...text('title')} />
        <TextArea label={t.concept.note} hint={t.concept.noteHint} maxLength={2000} {...text('note')} />
        <p class="actions">
          <button type="submit" class={isFirst ? 'button button-primary' : 'button'} disabled={busy}>
            {busy ? t.concept.recording : isFirst ? t.concept.record : t.concept.recordNew}
          </button>
        </p>
        <p class="hint">{t.concept.recordHint}</p>
      </form>
    </section>
  );
}
