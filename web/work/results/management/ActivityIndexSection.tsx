/** The index, always with its parts: each as a bar to its target, with its weight and what it is made of. */
import type { ActivityIndex } from '../../../shared/api/types';
import { RateBar } from '../../charts';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { useView } from '../views/context';
import { indexTable } from './management';

export function ActivityIndexSection({ of }: { of: ActivityIndex }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.management;
  const why = of.tooFew ? texts.tooFew : of.parts.length === 0 ? texts.unknown : null;
  return (
    <ChartSection
      title={texts.index}
      sentence={texts.indexSentence(f.dayPlain(of.from), f.dayPlain(of.to))}
      table={indexTable(of, t, f, v)}
      note={of.missing.length > 0 ? texts.missing(f.list(of.missing.map(texts.quoted))) : undefined}
    >
      {why && <p class="quiet">{why}</p>}
      {!why && (
        <>
          {of.value !== null && (
            <p>
              <span class="figure-value">{f.count(of.value)}</span> <span class="quiet">{texts.ofHundred}</span>
            </p>
          )}
          <table class="bars index-parts">
            <caption class="visually-hidden">{texts.index}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.part}</th>
                <th scope="col">{texts.value}</th>
                <th scope="col" class="bars-figure">
                  {texts.weight}
                </th>
              </tr>
            </thead>
            <tbody>
              {of.parts.map((part) => (
                <tr key={part.id}>
                  <th scope="row">
                    {part.name}
                    <span class="second">{part.detail}</span>
                  </th>
                  <td class="bars-bar">
                    <span class="funnel-rate">
                      <strong>{f.percent(part.value)}</strong>
                      {part.target !== null && (
                        <span class="quiet">
                          {texts.target} {f.percent(part.target)}
                        </span>
                      )}
                    </span>
                    <RateBar
                      rate={part.value}
                      low={null}
                      high={null}
                      axis={{ min: 0, max: part.target ?? 1 }}
                      running={false}
                    />
                  </td>
                  <td class="bars-figure">{f.percent(part.weight)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </ChartSection>
  );
}
