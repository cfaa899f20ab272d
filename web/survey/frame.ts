import { el, link, paragraphs } from './dom';
import type { ScreenContext } from './screens';
import type { Texts } from './texts';
import type { Language, Survey } from './types';

/** What stands around every screen: the bank above, who sees the answer and the legal texts below. */
export function header(survey: Survey, texts: Texts, switchLanguage: () => void): HTMLElement {
  const other: Language = texts.other === 'English' ? 'en' : 'de';
  return el(
    'header',
    {},
    survey.institute.isDemonstration && el('p', { class: 'demonstration' }, texts.demonstration),
    el(
      'div',
      { class: 'bar' },
      el('strong', {}, survey.institute.name),
      el('button', { type: 'button', class: 'quiet', lang: other, click: switchLanguage }, texts.other),
    ),
  );
}

export function footer({ survey, language, texts }: ScreenContext, objection: string | null): HTMLElement {
  const { imprint, privacyNotice } = survey.institute;
  const lines = [imprint.legalName, imprint.street, imprint.city, imprint.register].filter(Boolean);
  const notice = privacyNotice[language] || privacyNotice.de;
  return el(
    'footer',
    {},
    survey.state === 'open' &&
      survey.whoSees &&
      el('p', { id: 'who-sees' }, survey.whoSees[language] || survey.whoSees.de),
    notice && el('details', { id: 'privacy' }, el('summary', {}, texts.privacy), ...paragraphs(notice)),
    el('details', {}, el('summary', {}, texts.imprint), ...lines.map((line) => el('div', {}, line)), contact(survey)),
    objection && el('p', {}, el('a', { href: objection, rel: 'nofollow' }, texts.objectionLink)),
  );
}

/** How to reach the bank: telephone and mail. */
export function contact(survey: Survey): HTMLElement {
  const { phone, email } = survey.institute.imprint;
  return el(
    'address',
    {},
    phone && el('div', {}, link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone)),
    email && el('div', {}, link(`mailto:${email}`, email)),
  );
}

/** Names what has to be corrected, with a link to the place. Takes the focus. */
export function errorSummary(texts: Texts, error: string, field: HTMLElement | null): HTMLElement {
  const go = (event: Event) => {
    event.preventDefault();
    field?.focus();
  };
  return el(
    'div',
    { class: 'error-summary', role: 'alert', tabindex: -1 },
    el('h2', {}, texts.checkTitle),
    el('a', { href: `#${field?.id ?? ''}`, click: go }, error),
  );
}
