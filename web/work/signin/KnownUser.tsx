import { useWords } from '../frame/context';

/** Whose password it is: for the eye as text that can wrap, for password managers as the field that they look for. */
export function KnownUser({ userName }: { userName: string }) {
  const { t } = useWords();
  return (
    <div class="field">
      <span class="label">{t.activation.userName}</span>
      <span class="break">{userName}</span>
      <input
        class="visually-hidden"
        type="text"
        name="userName"
        value={userName}
        autocomplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
    </div>
  );
}
