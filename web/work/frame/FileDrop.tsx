/** A place to drop one file, around an ordinary file input: the keyboard and screen readers get the input itself. */
import { useId, useRef, useState } from 'preact/hooks';
import { useWords } from './context';

interface FileDropProps {
  file: File | null;
  onFile: (file: File | null) => void;
  prompt: string;
  hint: string;
}

export function FileDrop({ file, onFile, prompt, hint }: FileDropProps) {
  const { t } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const take = (files: FileList | null | undefined) => {
    setOver(false);
    setTooMany((files?.length ?? 0) > 1);
    if (files?.length === 1) onFile(files[0] ?? null);
    // The same file can be chosen again after it has been corrected.
    if (input.current) input.current.value = '';
  };

  return (
    // Dropping is an extra; the input inside does the same for everybody.
    <div
      class={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      {file ? <strong class="drop-file">{file.name}</strong> : <span class="drop-prompt">{prompt}</span>}
      <input
        ref={input}
        id={id}
        class="visually-hidden drop-input"
        type="file"
        accept=".csv,.txt,.xlsx"
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label class="button" for={id}>
        {file ? t.upload.other : t.upload.choose}
      </label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {tooMany && (
        <span class="field-error" role="alert">
          {t.upload.onlyOne}
        </span>
      )}
    </div>
  );
}
