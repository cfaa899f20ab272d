/** The institute's accounts. */
import type { AccountState } from './organisation';
import type { Role } from './session';

// GET /api/users

export interface UserLine {
  userName: string;
  name: string;
  roles: Role[];
  /** `new`: never invited; `invited`: the link was not used yet; `active`: has chosen a password. */
  state: AccountState;
  hasSignedIn: boolean;
}

// POST /api/users/invitations

export interface Invited {
  sent: number;
  /** Never invited, and not in this portion: ask again. */
  left: number;
}
