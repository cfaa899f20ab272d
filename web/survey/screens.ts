import { el, link, paragraphs } from './dom';
import { contact } from './frame';
import { dayIn, timeIn } from './dates';
import type { Texts } from './texts';
import type { Language, Sheet, Survey } from './types';

export interface ScreenContext {
  survey: Survey;
  language: Language;
  texts: Texts;
}

export type Closed = keyof Texts['stateTitles'];

/** The first thing that a customer sees: whose survey it is, who will see the answer, and the privacy notice. */
export function welcome(context: ScreenContext, sheet: Sheet, photo: string, begin: () => void): HTMLElement[] {
  const { survey, language, texts } = context;
  const { advisor, survey: questionnaire, institute } = survey;
  const hasAnswers = Object.keys(sheet.answers).length > 0;
  const isDone = !!sheet.completedAt;
  const [first, ...rest] = paragraphs(institute.privacyNotice[language] || institute.privacyNotice.de);
  const day = survey.kind !== 'selfImage' && survey.conversationOn;
  return [
    el(
      'div',
      { class: 'advisor' },
      advisor?.hasPhoto && el('img', { src: photo, alt: texts.photo(advisor.name), width: 72, height: 72 }),
      el('div', {}, el('h1', { tabindex: -1 }, headline(context)), day && el('p', {}, texts.on(dayIn(language, day)))),
    ),
    ...(isDone
      ? [el('p', {}, sheet.hasUnsentChanges ? texts.unsent : texts.completed)]
      : paragraphs(questionnaire?.introduction[language] ?? '')),
    survey.whoSees && el('p', { class: 'who-sees' }, survey.whoSees[language] || survey.whoSees.de),
    el('p', { class: 'hint' }, isDone ? texts.changeUntil(until(context)) : texts.until(until(context))),
    first &&
      el(
        'section',
        { class: 'notice', 'aria-labelledby': 'notice' },
        el('h2', { id: 'notice' }, texts.privacy),
        first,
        rest.length > 0 && el('details', {}, el('summary', {}, texts.wholeNotice), ...rest),
      ),
    el(
      'div',
      { class: 'buttons' },
      el(
        'button',
        { type: 'button', class: 'primary', click: begin },
        isDone && !sheet.hasUnsentChanges ? texts.review : hasAnswers ? texts.goOn : texts.begin,
      ),
    ),
  ].filter((part) => !!part) as HTMLElement[];
}

function headline({ survey, texts }: ScreenContext): string {
  if (survey.kind === 'selfImage') return texts.selfImage;
  if (!survey.advisor) return texts.opinion(survey.institute.name);
  return survey.conversationOn ? texts.conversation(survey.advisor.name) : texts.advice(survey.advisor.name);
}

const until = ({ survey, language }: ScreenContext) => (survey.expiresAt ? timeIn(language, survey.expiresAt) : '');

/** The same place and size of the review links for every score. */
export function thanks(
  context: ScreenContext,
  sheet: Sheet,
  isChange: boolean,
  review: () => void,
  callback: HTMLElement | null,
): HTMLElement[] {
  const { survey, language, texts } = context;
  const links = (title: string, items: Survey['pageLinks']) =>
    items.length > 0 &&
    el(
      'section',
      {},
      el('h2', {}, title),
      el(
        'ul',
        { class: 'links' },
        ...items.map((item) => el('li', {}, link(item.url, item.label[language] || item.label.de))),
      ),
    );
  return [
    el('h1', { tabindex: -1 }, isChange ? texts.thanksAgain : texts.thanks),
    ...paragraphs(survey.survey?.thanks[language] || survey.survey?.thanks.de || ''),
    links(texts.reviews, sheet.reviewLinks),
    callback,
    links(texts.links, survey.pageLinks),
    el('p', { class: 'hint' }, texts.changeUntil(until(context))),
    el('div', { class: 'buttons' }, el('button', { type: 'button', click: review }, texts.review)),
  ].filter((part) => !!part) as HTMLElement[];
}

/** *Rückruf anfordern*: a form that stays, so that number and message can be corrected. */
export function callbackForm(
  { survey, texts }: ScreenContext,
  isDone: boolean,
  send: (phone: string, note: string) => Promise<string | null>,
): HTMLElement {
  const phone = el('input', {
    id: 'phone',
    type: 'tel',
    autocomplete: 'tel',
    maxlength: 40,
    'aria-describedby': 'phone-hint phone-error',
  });
  const note = el('textarea', { id: 'note', rows: 3, maxlength: 1000 });
  const error = el('p', { id: 'phone-error', class: 'error', hidden: true });
  const done = el('p', { role: 'status', class: 'done' }, isDone && texts.callbackDone);
  const button = el('button', { type: 'submit' }, isDone ? texts.callbackChange : texts.callback);
  const submit = async (event: Event) => {
    event.preventDefault();
    const problem =
      phone.value.replace(/\D/g, '').length < 5 ? texts.phoneMissing : await send(phone.value, note.value);
    error.hidden = !problem;
    error.textContent = problem;
    phone.setAttribute('aria-invalid', String(!!problem));
    done.textContent = problem ? '' : texts.callbackDone;
    if (problem) phone.focus();
    else button.textContent = texts.callbackChange;
  };
  return el(
    'section',
    { 'aria-labelledby': 'callback' },
    el('h2', { id: 'callback' }, texts.callbackTitle),
    survey.isConfidential && el('p', {}, texts.callbackOpen),
    el(
      'form',
      { novalidate: true, submit: (event) => void submit(event) },
      el('label', { for: 'phone' }, texts.phone),
      el('p', { id: 'phone-hint', class: 'hint' }, texts.phoneHint),
      error,
      phone,
      el('label', { for: 'note' }, texts.note),
      note,
      el('div', { class: 'buttons' }, button),
    ),
    done,
  );
}

/** Where there is nothing to answer: says why, and how to reach the bank. */
export function closed(state: Closed, texts: Texts, survey: Survey | null, again: (() => void) | null): HTMLElement[] {
  return [
    el('h1', { tabindex: -1 }, texts.stateTitles[state]),
    el('p', {}, texts.stateTexts[state]),
    survey && el('h2', {}, texts.reach),
    survey && contact(survey),
    again &&
      el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'primary', click: again }, texts.again)),
  ].filter((part) => !!part) as HTMLElement[];
}

/** The page that the objection link in mails leads to: opening it changes nothing, the button does. */
export function objection({ survey, texts }: ScreenContext, token: string, object: () => void): HTMLElement[] {
  return [
    el('h1', { tabindex: -1 }, texts.objectTitle),
    el('p', {}, texts.objectText(survey.institute.name)),
    el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'primary', click: object }, texts.object)),
    survey.state === 'open' && el('p', {}, el('a', { href: `/s/${token}` }, texts.toSurvey)),
  ].filter((part) => !!part) as HTMLElement[];
}
