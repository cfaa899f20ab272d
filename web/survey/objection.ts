import type { Page } from './page';
import * as screens from './screens';

/** The page that the objection link in mails leads to: opening it changes nothing, its button does. */
export function startObjection(page: Page): void {
  const show = (takesFocus: boolean) =>
    page.place(
      page.survey.state === 'objected'
        ? screens.closed('objected', page.texts, page.survey, null)
        : screens.objection(page, page.token, () => void object()),
      takesFocus,
    );
  const object = async () => {
    try {
      await page.api.object();
      page.survey.state = 'objected';
      show(true);
    } catch (error) {
      page.close(error, () => show(true));
    }
  };
  page.offersObjection = false;
  page.redraw = () => show(false);
  void page.load(() => show(false));
}
