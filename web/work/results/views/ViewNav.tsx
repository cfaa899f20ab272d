/** The quiet way between the views; the slice goes with it. */
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { Fold } from '../../frame/Fold';
import type { SliceParams } from '../slice/slice';
import { groups, viewHref, type ViewKey } from './routes';

export function ViewNav({ view, slice, s }: { view: ViewKey; slice: SliceParams; s: ViewTexts['slice'] }) {
  return (
    <nav class="view-nav" aria-label={s.views}>
      <Fold text={s.view(s.names[view])} closeOn={view}>
        {Object.entries(groups).map(([group, keys]) => (
          <div key={group} class="view-group">
            <p class="hint" id={`views-${group}`}>
              {s.groups[group as keyof typeof groups]}
            </p>
            <ul aria-labelledby={`views-${group}`}>
              {keys.map((key) => (
                <li key={key}>
                  <a href={viewHref(key, slice)} aria-current={key === view ? 'page' : undefined}>
                    {s.names[key]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Fold>
    </nav>
  );
}
