import { useId } from 'preact/hooks';
import type { ReviewLink } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { isGoogle } from './portals';

interface PortalFieldsProps {
  of: ReviewLink;
  index: number;
  /** By the server's field names, `links[0].url`. */
  errors: Record<string, string>;
  onChange: (next: Partial<ReviewLink>) => void;
  onRemove: () => void;
}

export function PortalFields({ of, index, errors, onChange, onRemove }: PortalFieldsProps) {
  const { t } = useWords();
  const title = of.portal.trim() || t.reviewPortals.portal(index + 1);
  const text = (field: 'portal' | 'url' | 'labelDe' | 'labelEn') => ({
    name: field,
    value: of[field],
    error: errors[`links[${index}].${field}`],
    onValue: (value: string) => onChange({ [field]: value }),
  });
  return (
    <fieldset class="portal">
      <legend>{title}</legend>
      <div class="pair">
        <Field label={t.reviewPortals.name} required {...text('portal')} />
        <Field label={t.reviewPortals.url} hint={t.reviewPortals.urlHint} type="url" required {...text('url')} />
        <Field label={t.reviewPortals.labelDe} required {...text('labelDe')} />
        <Field label={t.reviewPortals.labelEn} required {...text('labelEn')} />
      </div>
      <Audience of={of} error={errors[`links[${index}].promotersOnly`]} onChange={onChange} />
      <p>
        <button type="button" class="link" onClick={onRemove}>
          {t.reviewPortals.remove(title)}
        </button>
      </p>
    </fieldset>
  );
}

interface AudienceProps {
  of: ReviewLink;
  error: string | undefined;
  onChange: (next: Partial<ReviewLink>) => void;
}

function Audience({ of, error, onChange }: AudienceProps) {
  const { t } = useWords();
  const id = useId();
  if (isGoogle(of)) return <p class="hint measure">{t.reviewPortals.google}</p>;
  return (
    <fieldset class="choices">
      <legend class="label">{t.reviewPortals.audience}</legend>
      {error && <p class="field-error">{error}</p>}
      {[false, true].map((promotersOnly) => (
        <label class="check" key={String(promotersOnly)}>
          <input
            type="radio"
            name={id}
            checked={of.promotersOnly === promotersOnly}
            onChange={() => onChange({ promotersOnly })}
          />
          <span>{promotersOnly ? t.reviewPortals.promotersOnly : t.reviewPortals.everybody}</span>
        </label>
      ))}
    </fieldset>
  );
}
