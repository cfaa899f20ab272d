import { applyAccent } from '../shared/accent';
import { isPassing, Refused, type SurveyApi } from './api';
import { el } from './dom';
import { footer, header } from './frame';
import * as screens from './screens';
import { type Texts, textsIn } from './texts';
import type { Language, Survey } from './types';

/** What the survey and the objection share: loading, language, and the frame around every screen. */
export class Page implements screens.ScreenContext {
  survey!: Survey;
  language: Language = 'de';
  /** Shows the screen again after the language has been switched. */
  redraw = (): void => {};
  /** Below every screen, but for the one that the link itself leads to. */
  offersObjection = true;

  constructor(
    readonly root: HTMLElement,
    readonly api: SurveyApi,
    readonly token: string,
  ) {}

  get texts(): Texts {
    return textsIn(this.language);
  }

  private get objectionLink(): string | null {
    return this.offersObjection && this.survey.state !== 'objected' ? `/w/${this.token}` : null;
  }

  /** @param ready is called with what the link leads to; if it leads nowhere, the page says so itself. */
  async load(ready: (survey: Survey) => void): Promise<void> {
    if (!this.survey) {
      this.speak(navigator.language.startsWith('en') ? 'en' : 'de');
      this.root.replaceChildren(el('p', { role: 'status' }, this.texts.loading));
    }
    try {
      const survey = this.survey ? await this.api.open() : await this.first();
      if (!this.survey) this.speak(survey.language);
      this.survey = survey;
      applyAccent(survey.institute.accentColour);
      ready(survey);
    } catch (error) {
      this.close(error, () => void this.load(ready));
    }
  }

  /** The page brings the survey along; without it the API is asked. */
  private async first(): Promise<Survey> {
    const brought = document.getElementById('survey-data');
    return brought?.textContent ? JSON.parse(brought.textContent) : this.api.open();
  }

  place(content: HTMLElement[], takesFocus: boolean): void {
    const { survey, texts } = this;
    const main = el('main', {}, ...content);
    const frame = survey && [
      header(survey, texts, () => this.switchLanguage()),
      main,
      footer(this, this.objectionLink),
    ];
    this.root.replaceChildren(...(frame ?? [main]));
    const heading = main.querySelector('.progress, h1')?.textContent ?? texts.title;
    document.title = survey ? `${heading} – ${survey.institute.name}` : heading;
    if (takesFocus) {
      scrollTo(0, 0);
      main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  }

  /** The server did not do what was asked: says why, and offers to try again where that can help. */
  close(error: unknown, again: () => void): void {
    if (!(error instanceof Refused)) throw error;
    const canHelp = isPassing(error.problem);
    const state = !canHelp ? 'unknown' : error.problem.status ? 'unavailable' : 'unreachable';
    this.place(screens.closed(state, this.texts, this.survey ?? null, canHelp ? again : null), true);
  }

  private switchLanguage(): void {
    this.speak(this.language === 'de' ? 'en' : 'de');
    this.redraw();
    this.root.querySelector<HTMLElement>('header button')?.focus();
  }

  private speak(language: Language): void {
    this.language = language;
    this.api.language = language;
    document.documentElement.lang = language;
  }
}
