import '../shared/tokens.css';
import './survey.css';
import { SurveyApi } from './api';
import { App } from './app';
import { startObjection } from './objection';
import { Page } from './page';

// /s/{token} is the survey, /w/{token} the objection.
const [, kind = '', token = ''] = location.pathname.split('/');
const root = document.getElementById('survey');
if (root) {
  const page = new Page(root, new SurveyApi(token), token);
  if (kind === 'w') startObjection(page);
  else void new App(page).start();
}
