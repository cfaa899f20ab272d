/** The outbox, in the local edition only. */
import type { Instant } from './common';
import type { SendKind } from './participants';

export interface MailLine {
  id: string;
  at: Instant;
  from: string;
  to: string;
  subject: string;
  kind: SendKind | 'activation' | 'report' | 'other';
}

export interface MailView extends MailLine {
  /** In the order of the message. */
  headers: { name: string; value: string }[];
  text: string;
  hasHtml: boolean;
  /** Whom the link in the mail belongs to. */
  participant?: string | null;
}
