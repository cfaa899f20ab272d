// Lays the built pages out for Static Web Apps, which knows no program that fills them: dist/work and dist/survey, the files
// of the local edition, become dist/site. `node site/assemble.mjs [DIST]`
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const textPlace = '<!--see360-noscript-->';
const surveyPlace = '<!--see360-survey-->';

/**
 * The survey page as a static file: the text for browsers without JavaScript names no bank, because nobody has looked at
 * the link; the survey itself is asked for by the page.
 *
 * @param {string} html the built page
 * @param {string} noScript
 */
export function staticSurvey(html, noScript) {
  for (const place of [textPlace, surveyPlace]) {
    if (html.split(place).length !== 2) {
      throw new Error(`The survey page must hold ${place} once.`);
    }
  }

  return html.replace(textPlace, () => noScript.trim()).replace(surveyPlace, '');
}

/** @param {string} dist where `work` and `survey` were built to */
export function assemble(dist) {
  const site = join(dist, 'site');
  rmSync(site, { recursive: true, force: true });
  cpSync(join(dist, 'work'), site, { recursive: true });

  // What the survey page asks for begins with /s/ in both editions. The page itself lies outside: every /s/TOKEN is rewritten to it.
  mkdirSync(join(site, 's'));
  cpSync(join(dist, 'survey', 'assets'), join(site, 's', 'assets'), { recursive: true });
  const survey = readFileSync(join(dist, 'survey', 'index.html'), 'utf8');
  writeFileSync(join(site, 'survey.html'), staticSurvey(survey, readFileSync(join(here, 'no-script.html'), 'utf8')));
  cpSync(join(here, 'staticwebapp.config.json'), join(site, 'staticwebapp.config.json'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  assemble(resolve(process.argv[2] ?? join(here, '..', 'dist')));
}
