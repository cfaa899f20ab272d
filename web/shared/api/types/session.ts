/** Signing in, and setting a password by link. */
import type { Instant } from './common';

// GET /api/session, POST /api/session

export type Role = 'advisor' | 'head' | 'salesManagement';

export interface Session {
  institute: {
    id: string;
    name: string;
    /** `#rrggbb` as the bank chose it; not yet checked for contrast. */
    accentColour: string;
    isDemonstration: boolean;
    /** IANA name: every time is shown in it, wherever the browser is. */
    timeZone: string;
  };
  user: { userName: string; name: string; roles: Role[] };
  /** Goes into the header X-See360-Csrf of every unsafe request. */
  csrf: string;
  /** True in the local edition while mails go to the outbox folder: the page Postausgang is there. */
  hasOutbox?: boolean;
  /** Characters that a password needs at least. */
  minimumPasswordLength: number;
}

export interface SignIn {
  institute: string;
  userName: string;
  password: string;
}

// POST /api/activation/check

export interface ActivationCheck {
  instituteName: string;
  userName: string;
  name: string;
  expiresAt: Instant;
  /** Characters that a password needs at least. */
  minimumLength: number;
}
