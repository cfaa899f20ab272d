/** All English texts of the staff's pages, of the same shape as the German ones. */
import { accessibility, imprint } from './en/about';
import { callbacks } from './en/callbacks';
import { approvals, concept, reviewPortals } from './en/decisions';
import { exports } from './en/exports';
import { activation, common, errors, frame, signIn } from './en/frame';
import { outbox, participants, returnPage } from './en/people';
import { results } from './en/results';
import { retention } from './en/retention';
import { account, columns, ownAccount, people } from './en/staff';
import { access, answerStates, imports, organisation, sendKinds, sendStates, states, upload, week } from './en/work';
import type { Texts } from './texts';

export const en: Texts = {
  product: 'See360',
  frame,
  common,
  errors,
  signIn,
  activation,
  states,
  answerStates,
  sendKinds,
  sendStates,
  week,
  upload,
  imports,
  organisation,
  approvals,
  concept,
  reviewPortals,
  retention,
  exports,
  access,
  people,
  account,
  ownAccount,
  columns,
  participants,
  callbacks,
  return: returnPage,
  outbox,
  results,
  imprint,
  accessibility,
};
