/** Who is responsible, what is stored, and how accessible the pages are. */
export const imprint = {
  title: 'Imprint and data protection',
  responsible: 'Who is responsible',
  responsibleText: (institute: string) =>
    `${institute} runs these pages. Its full imprint is on the bank's website and in every mail that See360 sends.`,
  responsibleUnknown: "Your bank runs these pages. Its full imprint is on the bank's website.",
  cookies: 'What this browser stores',
  cookiesText:
    "A session cookie that is needed for signing in and ends with it; besides, your choice of language and your bank's short name. There are no use statistics and there is no tracking.",
  results: 'Who sees what',
  resultsText:
    'Advisors see their own results, sales management those of the bank. An authorisation concept that the staff council has agreed to is required: without it no mail leaves the house.',
} as const;

export const accessibility = {
  title: 'Accessibility',
  intro:
    'See360 follows WCAG 2.2, level AA, and EN 301 549: everything works with the keyboard, with a screen reader, at 400 % zoom and from 320 pixels of width, light and dark.',
  charts: 'Beside every chart there is a sentence that says what it shows, and a table with all figures.',
  motion: 'Nothing blinks. Motion carries no meaning and is off if your system asks for that.',
  limits:
    'Known limit: the view of a mail in the outbox shows the mail as it is sent; the text part below has the same content.',
  report: 'Found a barrier?',
  reportText:
    "Please write to your bank's accessibility office: which page, what does not work, and what you work with. You will get an answer.",
} as const;
