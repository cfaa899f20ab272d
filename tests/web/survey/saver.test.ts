import { beforeEach, describe, expect, it } from 'vitest';
import { Refused } from '../../../web/survey/api';
import { Saver, type SaverPorts, type SaveState } from '../../../web/survey/saver';
import type { Local } from '../../../web/survey/sheet';
import type { Sheet } from '../../../web/survey/types';

type Sent = { revision: number; answers: Local['pending'] };

/** A server that says what the test wants, and a clock that the test winds. */
class World implements SaverPorts {
  sent: Sent[] = [];
  states: SaveState[] = [];
  waits: number[] = [];
  answer: (sent: Sent) => Promise<{ revision: number; sheet?: Sheet }> = ({ revision }) =>
    Promise.resolve({ revision: revision + 1 });
  private action: (() => void) | null = null;

  send: SaverPorts['send'] = (revision, answers) => {
    this.sent.push({ revision, answers });
    return this.answer({ revision, answers });
  };

  later: SaverPorts['later'] = (action, milliseconds) => {
    this.waits.push(milliseconds);
    this.action = action;
    return () => {
      this.action = null;
    };
  };

  changed: SaverPorts['changed'] = (state) => {
    this.states.push(state);
  };

  async tick(saver: Saver): Promise<void> {
    const action = this.action;
    this.action = null;
    action?.();
    await saver.flushed;
  }
}

const start = (): Local => ({ revision: 0, stored: {}, pending: {} });
const refuse =
  (status: number, code = '', more = {}) =>
  () =>
    Promise.reject(new Refused({ status, code, ...more }));

describe('saving', () => {
  let world: World;
  let saver: Saver;

  beforeEach(() => {
    world = new World();
    saver = new Saver(start(), world);
  });

  it('waits a moment, then sends only what has changed', async () => {
    saver.change('a', { score: 1 });
    saver.change('a', { score: 2 });
    expect(world.sent).toEqual([]);
    await world.tick(saver);
    expect(world.sent).toEqual([{ revision: 0, answers: { a: { score: 2 } } }]);
    expect(saver.state).toBe('saved');
    expect(saver.local.revision).toBe(1);
  });

  it('sends one request after the other', async () => {
    let release = () => {};
    world.answer = ({ revision }) =>
      new Promise((done) => {
        release = () => done({ revision: revision + 1 });
      });
    saver.change('a', { score: 1 });
    const first = saver.flush();
    await Promise.resolve();
    saver.change('b', { score: 2 });
    const second = saver.flush();
    await Promise.resolve();
    expect(world.sent.length).toBe(1);
    world.answer = ({ revision }) => Promise.resolve({ revision: revision + 1 });
    release();
    await Promise.all([first, second]);
    expect(world.sent[1]).toEqual({
      revision: 1,
      answers: { b: { score: 2 } },
    });
  });

  it('tries again ever more slowly while the server cannot be reached, and loses nothing', async () => {
    world.answer = refuse(0, 'unreachable');
    saver.change('a', { score: 1 });
    for (let i = 0; i < 8; i++) await world.tick(saver);
    expect(saver.state).toBe('unreachable');
    expect(world.waits.slice(1, 8)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    world.answer = ({ revision }) => Promise.resolve({ revision: revision + 1 });
    await world.tick(saver);
    expect(saver.state).toBe('saved');
    expect(saver.local.stored).toEqual({ a: { score: 1 } });
  });

  it('stops at a conflict until the person has chosen', async () => {
    const sheet: Sheet = {
      revision: 3,
      version: 1,
      answers: { a: { score: 5 } },
      hasUnsentChanges: false,
      callbackRequested: false,
      reviewLinks: [],
    };
    world.answer = refuse(409, 'answers-conflict', { conflicts: ['a'], sheet });
    saver.change('a', { score: 1 });
    saver.change('b', { score: 2 });
    await world.tick(saver);
    expect(saver.state).toBe('conflict');
    saver.change('b', { score: 3 });
    await saver.flush();
    expect(world.sent.length).toBe(1);
    world.answer = ({ revision }) => Promise.resolve({ revision: revision + 1 });
    saver.resolve(['a']);
    await world.tick(saver);
    expect(world.sent[1]).toEqual({
      revision: 3,
      answers: { b: { score: 3 } },
    });
    expect(saver.local.stored).toEqual({ a: { score: 5 }, b: { score: 3 } });
  });

  it('does not repeat what was refused for good', async () => {
    world.answer = refuse(409, 'survey-expired');
    saver.change('a', { score: 1 });
    await world.tick(saver);
    await saver.flush();
    expect(saver.state).toBe('refused');
    expect(world.sent.length).toBe(1);
  });
});
