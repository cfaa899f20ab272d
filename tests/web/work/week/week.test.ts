import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { texts } from '../../../../web/shared/texts/texts';
import { nextStep, pollInterval, progress, todoLink, whatIsSent } from '../../../../web/work/week/week';
import { importView, weekView } from '../examples';

const f = createFormats('de', 'Europe/Berlin');
const sending = {
  queued: 66,
  sent: 31,
  failed: 2,
  startedAt: '2026-11-09T07:00:00Z',
};

describe('What is sent', () => {
  it('is said in full, and only what there is', () => {
    expect(whatIsSent({ invitations: 39, selfImages: 27 }, texts.de, f)).toBe('39 Einladungen und 27 Selbstbilder');
    expect(whatIsSent({ invitations: 1, selfImages: 0 }, texts.de, f)).toBe('1 Einladung');
    expect(whatIsSent({ invitations: 2, selfImages: 1, reminders: 12 }, texts.de, f)).toBe(
      '2 Einladungen, 1 Selbstbild und 12 Erinnerungen',
    );
    expect(whatIsSent({ invitations: 0, selfImages: 0 }, texts.de, f)).toBe('');
  });
});

describe('The next step of the week', () => {
  it('is the upload, then taking over, then sending', () => {
    expect(nextStep(weekView())).toBe('upload');
    expect(nextStep(weekView({ imports: [importView()] }))).toBe('confirm');
    const confirmed = importView({ state: 'confirmed', canConfirm: false });
    expect(
      nextStep(
        weekView({
          imports: [confirmed],
          sendable: { invitations: 39, selfImages: 27 },
        }),
      ),
    ).toBe('send');
    expect(nextStep(weekView({ imports: [confirmed] }))).toBe('nothing');
  });

  it('is to correct rows where nothing can be taken over, unless there is something to send', () => {
    const imports = [importView({ counts: { invalid: 1 }, rows: 1 })];
    expect(nextStep(weekView({ imports }))).toBe('correct');
    expect(nextStep(weekView({ imports, sendable: { invitations: 1, selfImages: 0 } }))).toBe('send');
  });

  it('is to wait while mails leave', () => {
    expect(nextStep(weekView({ running: sending }))).toBe('wait');
  });

  it('is to send what no lock holds back', () => {
    const locks = [{ code: 'survey-not-approved', text: '…' }];
    expect(nextStep(weekView({ locks, sendable: { invitations: 1, selfImages: 0 } }))).toBe('send');
  });
});

describe('Progress', () => {
  it('counts mails that failed for good as done', () => {
    expect(progress(sending)).toBe(0.5);
    expect(progress({ ...sending, queued: 0 })).toBe(1);
  });

  it('is asked for more often while mails leave', () => {
    expect(pollInterval(weekView({ running: sending }))).toBeLessThan(pollInterval(weekView()));
    expect(pollInterval(null)).toBe(5000);
  });
});

describe('A thing to do', () => {
  it('leads to where it is done, if that is a page', () => {
    expect(todoLink({ kind: 'undeliverable', count: 1 }, [])).toBe('/teilnehmer?zustand=undeliverable');
    expect(todoLink({ kind: 'paused', count: 1 }, [])).toBeNull();
  });

  it('leads to the export that waits longest to be taken over', () => {
    const imports = [
      importView({ id: '2026-W46-i0003', canConfirm: true }),
      importView({ id: '2026-W46-i0002', canConfirm: true }),
      importView({ id: '2026-W46-i0001', canConfirm: false }),
    ];
    expect(todoLink({ kind: 'importPreview', count: 2 }, imports)).toBe('/importe/2026-W46-i0002');
  });
});
