import { isPassing, type Problem, Refused } from './api';
import { askWhichCounts } from './conflict';
import { journeyOf, screensOf } from './journey';
import type { Page } from './page';
import { questionScreen, showProblem } from './questionScreen';
import { Saver, type SaverPorts } from './saver';
import * as screens from './screens';
import { answersOf, type Local, localOf } from './sheet';
import { statusLine } from './status';
import type { Answers, Question, Questionnaire, Sheet, Survey } from './types';

const welcome = ':welcome';
const thanks = ':thanks';

/** The survey: which screen is shown is the browser's history, what is answered is the server's sheet. */
export class App {
  private saver: Saver | null = null;
  private sheet!: Sheet;
  private screen = welcome;
  private wasChange = false;
  private hasOpened = false;
  private readonly status = statusLine();

  constructor(private readonly page: Page) {
    page.redraw = () => this.render(false);
    addEventListener('popstate', (event) => {
      const screen = event.state?.screen ?? welcome;
      this.screen = this.isScreen(screen) ? screen : welcome;
      this.render();
    });
    addEventListener('online', () => void this.saver?.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.saver?.flush(true);
    });
    addEventListener('beforeunload', (event) => {
      // The browser asks before answers are lost that the server has not got.
      if (this.saver?.state === 'unreachable') event.preventDefault();
    });
    // Told upon the first touch, so that link scanners that run scripts do not count.
    for (const touch of ['pointerdown', 'keydown'])
      addEventListener(touch, () => this.noteOpening(), { passive: true });
  }

  /** @param keep answers that are not stored yet, from before the survey was loaded anew. */
  start(keep: Local['pending'] = {}): Promise<void> {
    return this.page.load((survey) => this.show(survey, keep));
  }

  private show({ state, answers }: Survey, keep: Local['pending']): void {
    if (state === 'open' && answers) {
      this.sheet = answers;
      this.saver = new Saver(localOf(answers), this.ports());
      for (const { id } of this.questionnaire.questions) {
        if (id in keep) this.saver.change(id, keep[id] ?? null);
      }
      const kept = history.state?.screen;
      this.screen = this.isScreen(kept) ? kept : welcome;
      history.replaceState({ screen: this.screen, depth: history.state?.depth ?? 0 }, '');
    }
    this.render(false);
  }

  private noteOpening(): void {
    if (this.hasOpened || this.page.survey?.state !== 'open') return;
    this.hasOpened = true;
    this.page.api.opened().catch(() => {
      this.hasOpened = false;
    });
  }

  private ports(): SaverPorts {
    return {
      send: async (revision, answers, isLast) => {
        const saved = await this.page.api.save(this.body(revision, answers), isLast);
        this.checkVersion(saved.sheet);
        return saved;
      },
      later: (action, milliseconds) => {
        const timer = setTimeout(action, milliseconds);
        return () => clearTimeout(timer);
      },
      changed: (state, { conflicts, problem, fromElsewhere }) => {
        this.status.say(state, this.page.texts, fromElsewhere, problem);
        if (conflicts) this.choose();
        if (problem && state === 'refused') this.reload(problem.code);
      },
    };
  }

  /** The survey is closed or has changed meanwhile: looks again, and takes along what still fits. */
  private reload(code: string): void {
    const fits = code === 'question-unknown' || code === 'revision-unknown';
    void this.start(fits ? this.saver?.local.pending : {});
  }

  /** Another device has begun with another version of the survey: that one is binding. */
  private checkVersion(sheet: Sheet | undefined): void {
    if (sheet && sheet.version !== this.questionnaire.version) void this.start(this.saver?.local.pending);
  }

  private choose(): void {
    const { saver, page } = this;
    if (!saver) return;
    askWhichCounts(this.questionnaire.questions, saver.local, page.language, page.texts, (theirs) => {
      saver.resolve(theirs);
      this.render();
    });
  }

  private render(takesFocus = true): void {
    this.page.place(this.content(), takesFocus);
  }

  private content(): HTMLElement[] {
    const { page, saver, sheet } = this;
    const { survey, texts } = page;
    if (survey.state !== 'open' || !saver) {
      return screens.closed(survey.state === 'open' ? 'notOpen' : survey.state, texts, survey, null);
    }
    if (this.screen === thanks) {
      return screens.thanks(page, sheet, this.wasChange, () => this.go(this.firstScreen), this.callback());
    }
    return this.screen === welcome
      ? screens.welcome(page, { ...sheet, answers: this.answers }, page.api.photo, () => this.begin())
      : this.question(saver);
  }

  private question(saver: Saver): HTMLElement[] {
    const { page, questionnaire } = this;
    return questionScreen(this.screen, {
      questionnaire,
      language: page.language,
      texts: page.texts,
      answers: () => this.answers,
      sendLabel: this.sheet.completedAt ? page.texts.sendAgain : page.texts.send,
      status: this.status.element,
      change: (id, answer) => {
        this.noteOpening();
        saver.change(id, answer);
      },
      redraw: () => this.render(),
      back: (previous) => this.back(previous ?? welcome),
      next: (next) => (next ? this.go(next) : void this.complete(saver)),
    });
  }

  private async complete(saver: Saver): Promise<void> {
    await saver.flush();
    if (saver.state === 'conflict' || saver.state === 'refused') return;
    const { revision, pending } = saver.local;
    try {
      const done = await this.page.api.complete(this.body(revision, pending));
      this.wasChange = !!this.sheet.completedAt;
      this.sheet = done.sheet;
      saver.accept(pending, done.revision, done.sheet);
      this.go(thanks);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { problem } = error;
      const missing = Object.keys(problem.errors ?? {}).find((id) => this.isScreen(id));
      if (problem.sheet && problem.conflicts) {
        saver.conflict(problem.sheet, problem.conflicts);
      } else if (isPassing(problem)) {
        showProblem(this.page.root, this.page.texts, this.notSent(problem));
      } else if (problem.code === 'answers-missing' && missing) {
        this.go(missing);
        showProblem(this.page.root, this.page.texts, this.page.texts.required);
      } else {
        this.reload(problem.code);
      }
    }
  }

  private notSent({ status }: Problem): string {
    return status ? this.page.texts.sendUnavailable : this.page.texts.sendFailed;
  }

  private begin(): void {
    const isReview = this.sheet.completedAt && !this.sheet.hasUnsentChanges;
    const next = journeyOf(this.questionnaire.questions, this.answers).next;
    this.go(isReview || !next ? this.firstScreen : next);
  }

  /** Forward: a new place in the browser's history. */
  private go(screen: string): void {
    history.pushState({ screen, depth: (history.state?.depth ?? 0) + 1 }, '');
    this.screen = screen;
    this.render();
  }

  /** Back as the browser's own button goes, unless the page was opened here. */
  private back(previous: string): void {
    if (history.state?.depth > 0) {
      history.back();
    } else {
      history.replaceState({ screen: previous, depth: 0 }, '');
      this.screen = previous;
      this.render();
    }
  }

  private callback(): HTMLElement | null {
    const { page, sheet } = this;
    if (page.survey.kind === 'selfImage') return null;
    return screens.callbackForm(page, sheet.callbackRequested, async (phone, note) => {
      try {
        await page.api.callback(phone, note);
        sheet.callbackRequested = true;
        return null;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return isPassing(error.problem)
          ? this.notSent(error.problem)
          : (error.problem.detail ?? page.texts.phoneMissing);
      }
    });
  }

  private body(revision: number, answers: object): object {
    return { revision, answers, language: this.page.language, version: this.questionnaire.version };
  }

  private isScreen(id: unknown): id is string {
    if (id === thanks) return !!this.sheet?.completedAt;
    return id === welcome || this.screens.some((group) => group.some((question) => question.id === id));
  }

  private get firstScreen(): string {
    return this.screens[0]?.at(-1)?.id ?? welcome;
  }

  private get screens(): Question[][] {
    const { questions } = this.questionnaire;
    return screensOf(questions, journeyOf(questions, this.answers).path);
  }

  private get answers(): Answers {
    return this.saver ? answersOf(this.saver.local) : {};
  }

  private get questionnaire(): Questionnaire {
    return this.page.survey.survey as Questionnaire;
  }
}
