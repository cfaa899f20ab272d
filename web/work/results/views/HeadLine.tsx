/** Whose results these are, from when, of how many; and what is not in them. */
import { useWords } from '../../frame/context';
import { useView } from './context';
import { headNotes, headParts } from './head';

export function HeadLine({ arrived }: { arrived: number }) {
  const { f } = useWords();
  const { head, v } = useView();
  const [title, ...parts] = headParts(head, v.slice, f);
  return (
    <p class="view-head">
      <strong>{title}</strong>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {arrived > 0 && <strong>{v.slice.justNow(arrived)}</strong>}
    </p>
  );
}

export function HeadNotes() {
  const { head, v } = useView();
  const notes = headNotes(head, v.slice);
  if (notes.length === 0) return null;
  return (
    <ul class="view-notes hints">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
