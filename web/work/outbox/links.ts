import type { MailLine } from '../../shared/api/types';

/** The web addresses in a mail's text part, each once, in their order. */
export function linksOf(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:)\]]+$/, '')))];
}

const toCustomers: MailLine['kind'][] = ['invitation', 'reminder1', 'reminder2', 'reminder3'];

/** Of whom the pages know a participant. */
export const isToCustomer = ({ kind }: Pick<MailLine, 'kind'>) => toCustomers.includes(kind);

/** "Jana Berg <jana@kunde.example>", or the address alone. */
export const addressOf = (mailbox: string) => /<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox;
