/** The twelve views and their addresses. */
export const viewKeys = [
  'overview',
  'management',
  'fields',
  'factors',
  'questions',
  'organisation',
  'maturity',
  'loyalty',
  'trend',
  'return',
  'comments',
  'selfImage',
] as const;

export type ViewKey = (typeof viewKeys)[number];

export const addresses: Record<ViewKey, string> = {
  overview: '/ergebnisse',
  fields: '/ergebnisse/felder',
  factors: '/ergebnisse/faktoren',
  organisation: '/ergebnisse/organisation',
  questions: '/ergebnisse/fragen',
  trend: '/ergebnisse/verlauf',
  comments: '/ergebnisse/kommentare',
  selfImage: '/ergebnisse/selbstbild',
  return: '/ergebnisse/ruecklauf',
  loyalty: '/ergebnisse/nps',
  management: '/ergebnisse/management',
  maturity: '/ergebnisse/reifegrad',
};
