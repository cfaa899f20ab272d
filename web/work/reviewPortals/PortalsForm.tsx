import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewPortalsView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { useCommand } from '../frame/live';
import { fieldErrors } from '../frame/problems';
import { Empty, ErrorNote } from '../frame/states';
import { PortalFields } from './PortalFields';
import { added, choiceBody, editable, needsWarning } from './portals';

export function PortalsForm({ of, reload }: { of: ReviewPortalsView; reload: () => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run, clear } = useCommand();
  const [links, setLinks] = useState(() => editable(of));
  const [accepted, setAccepted] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wrong = fieldErrors(error);
  const warns = needsWarning(links, of.links);

  // Saved, or decided by somebody else: what is stored counts, and the button keeps the focus.
  useEffect(() => {
    setLinks(editable(of));
    setAccepted(false);
    clear();
  }, [of.number]);

  const focusLater = (selector: string) =>
    setTimeout(() => [...(form.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus());
  const add = () => {
    setLinks(added(links));
    focusLater('[name=portal]');
  };
  const save = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      try {
        await api.post('/api/review-portals', choiceBody(links, warns && accepted, of.number));
      } catch (problem) {
        focusLater('[aria-invalid]');
        throw problem;
      }
      announce(t.reviewPortals.saved);
      reload();
    });
  };

  return (
    <form class="portals" ref={form} onSubmit={save} noValidate>
      {links.length === 0 && <Empty>{t.reviewPortals.none}</Empty>}
      {links.map((link, index) => (
        <PortalFields
          key={link.key}
          of={link}
          index={index}
          errors={wrong}
          onChange={(next) => setLinks(links.map((each) => (each.key === link.key ? { ...each, ...next } : each)))}
          onRemove={() => {
            setLinks(links.filter((each) => each.key !== link.key));
            focusLater('.add');
          }}
        />
      ))}
      {warns && (
        <div class="note note-error" role="status">
          <p>
            <strong>{t.reviewPortals.warningTitle}</strong>
          </p>
          <p>{of.warning}</p>
          <label class="check">
            <input type="checkbox" checked={accepted} onChange={(event) => setAccepted(event.currentTarget.checked)} />
            <span>{t.reviewPortals.accept}</span>
          </label>
        </div>
      )}
      {error && !Object.keys(wrong).some((field) => field.startsWith('links[')) && (
        <ErrorNote error={error} retry={error.problem.code === 'review-links-changed' ? reload : undefined} />
      )}
      <p class="actions">
        <button type="submit" class="button button-primary" disabled={busy || (warns && !accepted)}>
          {busy ? t.reviewPortals.saving : t.reviewPortals.save}
        </button>
        {links.length < of.most && (
          <button type="button" class="button add" onClick={add}>
            {t.reviewPortals.add}
          </button>
        )}
      </p>
    </form>
  );
}
