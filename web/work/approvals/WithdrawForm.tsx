/** Withdrawing in two steps: the first says what will follow from it and asks why; only the second does it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../frame/context';
import { TextArea } from '../frame/TextArea';

interface WithdrawFormProps {
  texts: { withdraw: string; withdrawing: string; withdrawMeaning: string; reason: string; reasonHint: string };
  /** Characters that a reason has at most. */
  most: number;
  busy: boolean;
  onWithdraw: (reason: string) => void;
}

export function WithdrawForm({ texts, most, busy, onWithdraw }: WithdrawFormProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    if (asking) form.current?.querySelector('textarea')?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <p class="actions">
        <button type="button" class="button" ref={opener} onClick={() => setAsking(true)}>
          {texts.withdraw} …
        </button>
      </p>
    );
  }
  return (
    <form
      ref={form}
      class="form note note-error"
      aria-label={texts.withdraw}
      onSubmit={(event) => {
        event.preventDefault();
        onWithdraw(reason);
      }}
    >
      <p>{texts.withdrawMeaning}</p>
      <TextArea
        label={texts.reason}
        hint={texts.reasonHint}
        name="reason"
        rows={2}
        maxLength={most}
        value={reason}
        onValue={setReason}
      />
      <p class="actions">
        <button type="submit" class="button" disabled={busy}>
          {busy ? texts.withdrawing : texts.withdraw}
        </button>
        <button type="button" class="link" disabled={busy} onClick={() => setAsking(false)}>
          {t.common.cancel}
        </button>
      </p>
    </form>
  );
}
