/** *Eigene Spaltennamen*: what the bank calls the columns of its exports; known for every file from then on. */
import { useState } from 'preact/hooks';
import type { KnownColumn } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand, useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { fieldErrors } from '../frame/problems';
import { useLocation } from '../frame/router';
import { Select } from '../frame/Select';
import { ErrorNote, Shown } from '../frame/states';

export function ColumnsPage() {
  const { t } = useWords();
  const { search } = useLocation();
  const loaded = useLive<KnownColumn[]>('/api/imports/columns');
  const [done, setDone] = useState('');
  const from = search.get('import');
  const finish = (said: string) => {
    setDone(said);
    announce(said);
    loaded.reload();
  };
  return (
    <Page
      title={t.columns.title}
      back={
        from === null
          ? { href: '/woche', text: t.frame.nav.week }
          : { href: `/importe/${encodeURIComponent(from)}`, text: t.columns.backToImport }
      }
    >
      <p class="lead">{t.columns.lead}</p>
      <Shown of={loaded}>
        {(columns) => (
          <>
            <AddForm columns={columns} first={search.get('name') ?? ''} onDone={finish} />
            {done !== '' && <p class="note">{done}</p>}
            <List columns={columns} onDone={finish} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function AddForm({
  columns,
  first,
  onDone,
}: {
  columns: KnownColumn[];
  first: string;
  onDone: (said: string) => void;
}) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const [name, setName] = useState(first);
  const [column, setColumn] = useState('');
  const wrong = fieldErrors(error);
  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      await api.post('/api/imports/columns', { name, column });
      setName('');
      setColumn('');
      onDone(t.columns.added(name.trim(), column));
    });
  };
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t.columns.add}</h2>
      {error && !wrong.name && <ErrorNote error={error} />}
      <form class="filters" onSubmit={submit}>
        <Field
          label={t.columns.name}
          hint={t.columns.nameHint}
          error={wrong.name}
          name="name"
          value={name}
          onValue={setName}
          autoComplete="off"
          required
        />
        <Select
          label={t.columns.column}
          value={column}
          options={[['', t.columns.choose], ...columns.map((each) => [each.name, each.name] as const)]}
          onValue={setColumn}
        />
        <button type="submit" class="button button-primary" disabled={busy || name.trim() === '' || column === ''}>
          {busy ? t.columns.submitting : t.columns.submit}
        </button>
      </form>
    </section>
  );
}

function List({ columns, onDone }: { columns: KnownColumn[]; onDone: (said: string) => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const remove = (name: string) =>
    run(async () => {
      await api.post('/api/imports/columns/remove', { name });
      onDone(t.columns.removed(name));
    });
  return (
    <section aria-labelledby="list">
      <h2 id="list">{t.columns.list}</h2>
      {error && <ErrorNote error={error} />}
      <table class="table stacking">
        <caption class="visually-hidden">{t.columns.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.known}</th>
            <th scope="col">{t.columns.own}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <td>
                <strong>{column.name}</strong>
                {column.required && <span class="quiet"> · {t.columns.required}</span>}
                {column.synonyms.length > 0 && <span class="second">{column.synonyms.join(', ')}</span>}
              </td>
              <td data-label={t.columns.own}>
                {column.own.length === 0 && <span class="quiet">{t.columns.noOwn}</span>}
                {column.own.map((name) => (
                  <span key={name} class="own-name">
                    <span class="break">{name}</span>
                    <button type="button" class="link" disabled={busy} onClick={() => remove(name)}>
                      {t.columns.remove}
                      <span class="visually-hidden">{t.columns.removeName(name)}</span>
                    </button>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
