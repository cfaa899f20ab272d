/** Asks before something that others notice: what will happen, one button that says so, and a way back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ApiError } from '../../shared/api/client';
import { useWords } from './context';
import { ErrorNote } from './states';

interface ConfirmProps {
  title: string;
  /** What the button says, at rest and at work. */
  confirm: string;
  confirming: string;
  busy: boolean;
  error: ApiError | null;
  onConfirm: () => void;
  onCancel: () => void;
  children: ComponentChildren;
}

export function Confirm({ title, confirm, confirming, busy, error, onConfirm, onCancel, children }: ConfirmProps) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes, so that the focus returns to where it came from.
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onCancel();
      }}
    >
      <div class="form">
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="confirm-text" id={`${id}-text`}>
          {children}
        </div>
        {error && <ErrorNote error={error} />}
        <div class="actions">
          <button type="button" class="button button-primary" disabled={busy} onClick={onConfirm}>
            {busy ? confirming : confirm}
          </button>
          <button type="button" class="button" disabled={busy} onClick={onCancel}>
            {t.common.cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}
