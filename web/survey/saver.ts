import { isPassing, type Problem, Refused } from './api';
import * as sheets from './sheet';
import type { Answer, Sheet } from './types';

/** `waiting`: changed, not sent yet. `unreachable`: not stored, tried again and again. `conflict`: the person has to
 * choose. `refused`: the survey is closed or has changed. */
export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'unreachable' | 'conflict' | 'refused';

export interface SaverPorts {
  send: (
    revision: number,
    answers: sheets.Local['pending'],
    isLast: boolean,
  ) => Promise<{ revision: number; sheet?: Sheet }>;
  later: (action: () => void, milliseconds: number) => () => void;
  changed: (state: SaveState, detail: { conflicts?: string[]; problem?: Problem; fromElsewhere?: boolean }) => void;
}

const pause = 600;
const firstRetry = 1_000;
const longestRetry = 30_000;

/** Brings changes to the server: a moment after the last one, one request at a time, again and again until it is
 * there. Nothing is dropped: what is not acknowledged stays pending. */
export class Saver {
  state: SaveState = 'idle';
  private cancel = () => {};
  private running: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(
    public local: sheets.Local,
    private readonly ports: SaverPorts,
  ) {}

  change(id: string, answer: Answer | null): void {
    this.local = sheets.changed(this.local, id, answer);
    if (this.state === 'conflict') return;
    this.tell('waiting');
    this.schedule(pause);
  }

  /** Sends now what is pending, after what is under way. `isLast`: the page may be gone before the answer. */
  flush(isLast = false): Promise<void> {
    this.cancel();
    const run = this.running.then(() => this.drain(isLast));
    this.running = run.catch(() => undefined);
    return run;
  }

  /** Settled once nothing is under way. */
  get flushed(): Promise<void> {
    return this.running;
  }

  get hasPending(): boolean {
    return Object.keys(this.local.pending).length > 0;
  }

  /** After a conflict: these stored answers shall count; the others are sent again. */
  resolve(theirs: readonly string[]): void {
    this.local = sheets.dropped(this.local, theirs);
    this.tell('waiting');
    this.schedule(0);
  }

  /** Takes over what the server has said outside of saving (completion, a new look). */
  accept(sent: sheets.Local['pending'], revision: number, sheet: Sheet): void {
    this.local = sheets.acknowledged(this.local, sent, revision, sheet);
    this.tell(this.hasPending ? 'waiting' : 'saved');
  }

  conflict(sheet: Sheet, conflicts: string[]): void {
    this.local = sheets.conflicted(this.local, sheet);
    this.tell('conflict', { conflicts });
  }

  private async drain(isLast: boolean): Promise<void> {
    if (this.state === 'waiting' && !this.hasPending) this.tell('saved');
    while (this.hasPending && this.state !== 'conflict' && this.state !== 'refused') {
      await this.once(isLast);
      if (this.state === 'unreachable') return;
    }
  }

  private async once(isLast: boolean): Promise<void> {
    const { revision, pending } = this.local;
    this.tell('saving');
    try {
      const saved = await this.ports.send(revision, pending, isLast);
      this.failures = 0;
      this.local = sheets.acknowledged(this.local, pending, saved.revision, saved.sheet);
      this.tell(this.hasPending ? 'waiting' : 'saved', { fromElsewhere: saved.sheet !== undefined });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.fail(error.problem);
    }
  }

  private fail(problem: Problem): void {
    if (problem.sheet && problem.conflicts) {
      this.conflict(problem.sheet, problem.conflicts);
    } else if (isPassing(problem)) {
      this.failures += 1;
      this.tell('unreachable', { problem });
      this.schedule(Math.min(longestRetry, firstRetry * 2 ** (this.failures - 1)));
    } else {
      this.tell('refused', { problem });
    }
  }

  private schedule(milliseconds: number): void {
    this.cancel();
    this.cancel = this.ports.later(() => void this.flush(), milliseconds);
  }

  private tell(state: SaveState, detail: Parameters<SaverPorts['changed']>[1] = {}): void {
    this.state = state;
    this.ports.changed(state, detail);
  }
}
