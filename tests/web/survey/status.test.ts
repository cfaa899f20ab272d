// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { statusLine } from '../../../web/survey/status';
import { textsIn } from '../../../web/survey/texts';

describe('the line that says whether answers are stored', () => {
  it('blames the connection only if the server has not answered', () => {
    const line = statusLine();
    line.say('unreachable', textsIn('de'), false, { status: 503, code: 'storage-unavailable' });
    expect(line.element.textContent).not.toContain('Verbindung');
    expect(line.element.textContent).toContain('Das Speichern geht gerade nicht. Wir versuchen es weiter');
    line.say('unreachable', textsIn('de'), false, { status: 0, code: 'unreachable' });
    expect(line.element.textContent).toContain('keine Verbindung');
  });
});

describe('the page after sending', () => {
  it('thanks once: the heading says what happened, the text of the survey thanks', () => {
    expect([textsIn('de').thanks, textsIn('en').thanks]).toEqual([
      'Ihre Antworten sind abgesendet',
      'Your answers have been sent',
    ]);
  });
});
