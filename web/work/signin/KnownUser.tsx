import { useWords } from '../frame/context';

/** Whose password it is: for the eye as text that can wrap, for password managers as the field that they look for.
 * Hidden where the page says it already. */
export function KnownUser({ userName, hidden = false }: { userName: string; hidden?: boolean }) {
  const { t } = useWords();
  return (
    <div class={hidden ? 'visually-hidden' : 'field'}>
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
