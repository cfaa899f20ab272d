import type { ImportView, Todo } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { todoLink } from './week';

export function TodoList({ todo, imports }: { todo: Todo[]; imports: ImportView[] }) {
  const { t, f } = useWords();
  const open = todo.filter((each) => each.count > 0);
  return (
    <section aria-labelledby="todo">
      <h2 id="todo">{t.week.todo}</h2>
      {open.length === 0 ? (
        <p class="quiet measure">{t.week.nothingTodo}</p>
      ) : (
        <ul class="todo">
          {open.map((each) => {
            const link = todoLink(each, imports);
            const text = t.week.todos[each.kind](each.count, f.list(each.names ?? []));
            return <li key={each.kind}>{link ? <a href={link}>{text}</a> : text}</li>;
          })}
        </ul>
      )}
      {!open.some((each) => each.kind === 'callback') && (
        <p>
          <a href="/rueckrufe">{t.callbacks.all}</a>
        </p>
      )}
    </section>
  );
}
