/** All German texts of the staff's pages. *Sie*, short, no exclamation marks; an error says what to do next. */
import { accessibility, imprint } from './de/about';
import { callbacks } from './de/callbacks';
import { approvals, concept, reviewPortals } from './de/decisions';
import { exports } from './de/exports';
import { activation, common, errors, frame, signIn } from './de/frame';
import { outbox, participants, returnPage } from './de/people';
import { results } from './de/results';
import { retention } from './de/retention';
import { account, columns, ownAccount, people } from './de/staff';
import { access, answerStates, imports, organisation, sendKinds, sendStates, states, upload, week } from './de/work';

export const de = {
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
} as const;
