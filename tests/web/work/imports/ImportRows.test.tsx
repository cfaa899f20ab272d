// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportRow } from '../../../../web/shared/api/types';
import { ImportRows } from '../../../../web/work/imports/ImportRows';
import { importView } from '../examples';
import { mount, unmount, violations } from '../mounted';

const row: ImportRow = {
  line: 2,
  state: 'invalid',
  reason: 'email-malformed',
  reasonText: 'Die E-Mail-Adresse ist nicht lesbar.',
  warnings: [],
  customerNumber: '0001',
  name: 'Frau Ada Eins',
  email: '',
  conversationOn: null,
  advisor: 'jana.berg@bank.example',
  advisorName: 'Jana Berg',
  surveyName: '',
  erasedOn: null,
  inFile: {
    customerNumber: null,
    email: '<img src=x onerror=alert(1)>',
    conversationOn: '31.02.2026',
    survey: 'Beratnug',
  },
  participantId: null,
};

describe('Rows that could not be read', () => {
  afterEach(unmount);

  const shown = (items: ImportRow[]) =>
    mount(<ImportRows view={importView()} path="/api/imports/b1" />, {
      'GET /api/imports/b1/rows?take=50': { items, next: null },
    });

  it('say what the file says, as text and isolated', async () => {
    const page = await shown([row]);
    const values = [...page.root.querySelectorAll('bdi.in-file')].map((each) => each.textContent);
    expect(values).toEqual(['<img src=x onerror=alert(1)>', '31.02.2026', 'Beratnug']);
    expect(page.root.querySelector('img')).toBeNull();
    expect(page.root.textContent).toContain('In der Datei: 31.02.2026');
    expect(await violations(page.root)).toEqual([]);
  });

  it('say nothing of the file where it was understood', async () => {
    const understood = {
      ...row,
      email: 'ada@kunde.example',
      conversationOn: '2026-11-05',
      surveyName: 'Beratung',
      inFile: { customerNumber: null, email: null, conversationOn: null, survey: null },
    };
    const page = await shown([understood]);
    expect(page.root.querySelector('bdi')).toBeNull();
    expect(page.root.textContent).not.toContain('In der Datei');
  });
});
