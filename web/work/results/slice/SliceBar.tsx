/** The bar on top of every view: what is looked at. It only changes the address; the page follows. */
import { useState } from 'preact/hooks';
import type { ResultChoices } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { useWords } from '../../frame/context';
import { Fold } from '../../frame/Fold';
import { navigate } from '../../frame/router';
import { viewHref, type ViewKey } from '../views/routes';
import { areaOptions, chosenArea, topOf } from './areas';
import { PeriodChoice } from './PeriodChoice';
import { changed, comparesFor, type SliceKey, type SliceParams, surveysOf } from './slice';
import { type Option, SliceChoice } from './SliceChoice';
import { SurveyChoice } from './SurveyChoice';
import { chips, inWords } from './words';

interface SliceBarProps {
  view: ViewKey;
  slice: SliceParams;
  choices: ResultChoices;
  s: ViewTexts['slice'];
}

export function SliceBar({ view, slice, choices, s }: SliceBarProps) {
  const { f } = useWords();
  const [more, setMore] = useState(false);
  const go = (next: SliceParams) => navigate(viewHref(view, next));
  const change = (part: SliceParams) => go(changed(slice, part));
  const further = furtherChoices(slice, choices, s);
  const set = further.filter(({ key }) => slice[key]);
  const shown = more ? further : set;
  const compares = comparesFor(slice, topOf(choices.units));
  return (
    <search aria-label={s.label} class="slice">
      <Fold text={s.chosen(inWords(slice, choices, s, f))} closeOn="">
        <div class="slice-row">
          <SurveyChoice slice={slice} choices={choices} s={s} onSlice={go} />
          <PeriodChoice slice={slice} today={choices.today} s={s} onPeriod={(period) => change({ period })} />
          <SliceChoice
            name={s.who}
            value={chosenArea(slice, choices.units)}
            usual=""
            options={areaOptions(choices, s)}
            s={s}
            onValue={(area) => go(changed(slice, areaChange(area)))}
          />
          {(compares.length > 0 || slice.compare) && (
            <SliceChoice
              name={s.compare}
              value={slice.compare ?? ''}
              usual=""
              options={[['', s.compares.none], ...compares.map((each): Option => [each, s.compares[each]])]}
              s={s}
              onValue={(compare) => change({ compare })}
            />
          )}
          {shown.map(({ key, name, options }) => (
            <SliceChoice
              key={key}
              name={name}
              value={slice[key] ?? ''}
              usual=""
              options={options}
              s={s}
              onValue={(value) => change({ [key]: value })}
            />
          ))}
          <p class="slice-tools">
            {further.length > set.length && (
              <button type="button" class="link" aria-expanded={more} onClick={() => setMore(!more)}>
                {s.more}
              </button>
            )}
            {chips(slice, choices, s, f).length > 0 && <a href={viewHref(view)}>{s.reset}</a>}
          </p>
        </div>
      </Fold>
    </search>
  );
}

function areaChange(area: string): SliceParams {
  if (area.startsWith('advisor:')) return { advisor: area.slice('advisor:'.length), unit: '' };
  return { unit: area, advisor: '' };
}

/** What is not asked for every day, and only where there is something to choose from. */
function furtherChoices(
  slice: SliceParams,
  choices: ResultChoices,
  s: ViewTexts['slice'],
): { key: SliceKey; name: string; options: Option[] }[] {
  const [only, ...others] = surveysOf(slice);
  const versions = others.length === 0 ? (choices.surveys.find((survey) => survey.id === only)?.versions ?? []) : [];
  const texts = (of: string[]): Option[] => of.map((each) => [each, each]);
  const names = (of: { id: string; name: string }[]): Option[] => of.map((each) => [each.id, each.name]);
  const all: { key: SliceKey; name: string; options: Option[]; least: number }[] = [
    { key: 'segment', name: s.segment, options: [['', s.allSegments], ...texts(choices.segments)], least: 2 },
    { key: 'channel', name: s.channel, options: [['', s.allChannels], ...texts(choices.channels)], least: 2 },
    { key: 'field', name: s.field, options: [['', s.allFields], ...names(choices.fields)], least: 2 },
    { key: 'factor', name: s.factor, options: [['', s.allFactors], ...names(choices.factors)], least: 2 },
    {
      key: 'version',
      name: s.version,
      options: [['', s.allVersions], ...versions.map((each): Option => [String(each), s.versionOf(each)])],
      least: 3,
    },
  ];
  return all.filter(({ key, options, least }) => options.length >= least || slice[key]);
}
