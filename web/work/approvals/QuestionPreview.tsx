/** A survey's questions as customers read them, German and English side by side. To look at only. */
import type { ComponentChildren } from 'preact';
import type { ApprovalView, Localized, PreviewedQuestion } from '../../shared/api/types';
import type { Language } from '../../shared/formats';
import { useWords } from '../frame/context';
import { questionNumbers } from './approvals';

const languages = ['de', 'en'] as const;

export function QuestionPreview({ of }: { of: ApprovalView }) {
  const { t } = useWords();
  const numbers = questionNumbers(of.questions);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t.approvals.preview}</h2>
      <p class="hint measure">{t.approvals.previewHint}</p>
      <Part title={t.approvals.introduction}>{of.introduction && <Both of={of.introduction} />}</Part>
      {of.questions.map((question) => (
        <Question key={question.id} of={question} number={numbers.get(question.id)} />
      ))}
      <Part title={t.approvals.thanks}>{of.thanks && <Both of={of.thanks} />}</Part>
    </section>
  );
}

function Part({
  title,
  id,
  hint,
  children,
}: {
  title: string;
  id?: string;
  hint?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <article class="previewed" id={id} tabIndex={id ? -1 : undefined}>
      <h3>{title}</h3>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </article>
  );
}

function Question({ of, number }: { of: PreviewedQuestion; number: number | undefined }) {
  const { t, language } = useWords();
  const parts = [
    t.approvals.questionKinds[of.kind],
    of.required ? t.approvals.required : '',
    of.field?.[language] ?? '',
    of.factor?.[language] ?? '',
  ].filter((part) => part !== '');
  return (
    <Part
      title={number === undefined ? t.approvals.questionKinds.info : t.approvals.question(number)}
      id={`frage-${of.id}`}
      hint={number === undefined ? undefined : parts.join(' · ')}
    >
      <div class="bilingual">
        {languages.map((each) => (
          <QuestionIn key={each} of={of} language={each} />
        ))}
      </div>
      {of.branches && <p class="hint">{t.approvals.branches}</p>}
    </Part>
  );
}

function QuestionIn({ of, language }: { of: PreviewedQuestion; language: Language }) {
  const { scale } = of;
  return (
    <div lang={language}>
      <p>{of.text[language]}</p>
      {of.help && <p class="hint">{of.help[language]}</p>}
      {scale && (
        <p class="hint">
          {scale.min} {scale.minLabel[language]} – {scale.max} {scale.maxLabel[language]}
        </p>
      )}
      {of.options.length > 0 && (
        <ul class="options">
          {of.options.map((option) => (
            <li key={option.de}>{option[language]}</li>
          ))}
        </ul>
      )}
      {of.selfText && (
        <p class="hint">
          {selfImage[language]}: {of.selfText[language]}
        </p>
      )}
    </div>
  );
}

/** In the language of the column, not of the page. */
const selfImage = { de: 'Selbstbild', en: 'Self-image' } as const;

function Both({ of }: { of: Localized }) {
  return (
    <div class="bilingual">
      {languages.map((each) => (
        <p key={each} lang={each}>
          {of[each]}
        </p>
      ))}
    </div>
  );
}
