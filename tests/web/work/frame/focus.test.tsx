// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from '../../../../web/work/frame/focus';
import { mount, unmount } from '../mounted';

let stop: () => void;
beforeEach(() => {
  stop = keepFocus();
});
afterEach(async () => {
  stop();
  await unmount();
});

function List({ inSection }: { inSection: boolean }) {
  const [open, setOpen] = useState(true);
  const button = (
    <button type="button" onClick={() => setOpen(false)}>
      Erledigt
    </button>
  );
  return (
    <>
      <h1 tabIndex={-1}>Rückrufwünsche</h1>
      {inSection ? (
        <section>
          <h2>Offen</h2>
          {open && button}
        </section>
      ) : (
        open && button
      )}
    </>
  );
}

function Command() {
  const [busy, setBusy] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Woche</h1>
      <button type="button" disabled={busy} onClick={() => setBusy(true)}>
        Prüfen
      </button>
      <i onClick={() => setBusy(false)} />
    </>
  );
}

describe('The focus', () => {
  it('goes to the heading of the section whose button has done its work and gone', async () => {
    const page = await mount(<List inSection />);
    page.button('Erledigt').focus();
    await page.after(() => page.button('Erledigt').click());
    expect(document.activeElement?.textContent).toBe('Offen');
  });

  it("goes to the page's heading where there is no section", async () => {
    const page = await mount(<List inSection={false} />);
    page.button('Erledigt').focus();
    await page.after(() => page.button('Erledigt').click());
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('comes back to a button that was disabled while it worked', async () => {
    const page = await mount(<Command />);
    page.button('Prüfen').focus();
    await page.after(() => page.button('Prüfen').click());
    // As browsers do it with a focused element that is disabled.
    page.button('Prüfen').blur();
    await page.after(() => page.root.querySelector('i')?.dispatchEvent(new Event('click', { bubbles: true })));
    expect(document.activeElement?.textContent).toBe('Prüfen');
  });

  it('stays nowhere for who pressed beside everything', async () => {
    const page = await mount(<List inSection />);
    page.button('Erledigt').focus();
    document.dispatchEvent(new Event('pointerdown'));
    page.button('Erledigt').blur();
    await page.after(() => page.button('Erledigt').click());
    expect(document.activeElement).toBe(document.body);
  });
});
