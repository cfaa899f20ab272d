/** The frame around every page, signing in, and what can go wrong. */
export const frame = {
  skip: 'Skip to content',
  navigation: 'Main menu',
  menu: 'Menu',
  language: 'Language',
  search: 'Search',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  demonstration: 'Demonstration: all people, banks and answers are invented.',
  imprint: 'Imprint and data protection',
  accessibility: 'Accessibility',
  nav: {
    week: 'Week',
    participants: 'Participants',
    return: 'Response rate',
    organisation: 'Master data',
    approvals: 'Approvals',
    outbox: 'Outbox',
    own: 'My results',
  },
} as const;

export const common = {
  loading: 'Loading …',
  retry: 'Try again',
  more: 'Show more',
  shownOf: (shown: number, total: number) => `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`,
  all: 'All',
  show: 'view',
  back: 'Back',
  cancel: 'Cancel',
  none: '–',
  download: 'Download',
  asTable: 'Figures as a table',
  withheld: (missing: number) => `too few answers (${missing} to go)`,
  noAnswers: 'no answers yet',
} as const;

export const errors = {
  unreachable:
    'The server cannot be reached at the moment. Your input is still here. Please check the connection and try again.',
  unexpected: "That did not work. Please try again in a minute. If it stays that way, please turn to your bank's IT.",
  notFound: 'This is not here (any more), or it belongs to somebody else.',
  forbidden: 'Your session no longer fits this page. Please reload the page.',
  tooLarge: 'The file is too large. Please split it and upload the parts one by one.',
  tooMany: 'Those were too many attempts in a short time. Please wait a few minutes.',
  busy: 'The storage is busy at the moment. Please try again shortly.',
  notFoundTitle: 'Page not found',
  notFoundText: 'There is nothing at this address. Perhaps the link is old or incomplete.',
  toStart: 'To the start page',
  noRole: "Your account has no role in See360 yet. Please ask your bank's sales management.",
} as const;

export const signIn = {
  title: 'Sign in',
  lead: "Your customers' feedback, week by week.",
  institute: 'Institute',
  instituteHint: 'The short name of your bank, for example musterstadt',
  userName: 'User name',
  userNameHint: 'Your e-mail address at work',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in …',
  failed: 'Institute, user name and password do not match. Please check all three.',
  help: "No password yet, or forgotten? Your bank's sales management will send you a new activation link.",
  signedOut: 'You are signed out.',
  expiredTitle: 'Please sign in once more',
  expired: 'Your session has ended. After signing in you go on exactly here; your input is kept.',
  otherUser: 'Go to the sign-in page',
} as const;

export const activation = {
  title: 'Activate your account',
  intro: (name: string, institute: string) => `Hello ${name}, set your password for ${institute} here.`,
  userName: 'Your user name',
  password: 'New password',
  repeat: 'Repeat the new password',
  rules: 'What makes a good password',
  ruleLength: (n: number) => `At least ${n} characters. A short sentence is better than a complicated word.`,
  ruleNoName: "It holds neither your name nor your bank's.",
  ruleSame: 'Both entries are the same.',
  fulfilled: 'fulfilled',
  open: 'still open',
  submit: 'Set password',
  submitting: 'Saving …',
  done: 'Your password is set. You can sign in now.',
  badLink:
    "This activation link is no longer valid. A link works once and only for some days. Please ask your bank's sales management for a new one.",
  alreadySet: 'Have you chosen your password already? Then you can sign in.',
  show: 'Show password',
} as const;
