/** Units, people and their accounts; what the bank calls its columns. */
import type { Instant } from './common';
import type { Role } from './session';

// GET /api/organisation/units

export interface UnitLine {
  number: string;
  name: string;
  /** Null for what stands at the top. */
  parent: string | null;
  /** Empty if nobody is named. */
  headName: string;
  /** Active employees of the unit itself. */
  people: number;
  /** Of the unit and all below it. */
  peopleBelow: number;
}

// GET /api/organisation/people

export type AccountState = 'new' | 'invited' | 'expired' | 'active' | 'locked' | 'inactive';

export interface Person {
  /** The e-mail address. */
  userName: string;
  /** Null for an account outside the list of employees. */
  number: number | null;
  name: string;
  function: string;
  unit: string;
  unitName: string;
  /** As the bank writes it in its list. */
  role: string;
  active: boolean;
  photo: boolean;
  photoConsentAt: Instant | null;
  /** Null: none. */
  account: Account | null;
}

export interface Account {
  state: AccountState;
  roles: Role[];
  /** Until when an activation link is open, also while there is a password. */
  linkUntil: Instant | null;
  lockedAt: Instant | null;
}

// GET /api/imports/columns

export interface KnownColumn {
  name: string;
  synonyms: string[];
  required: boolean;
  own: string[];
}

// GET /api/imports/{id}/headers

export interface HeaderCheck {
  unknown: string[];
  /** The file would be read differently with the names that are known now. */
  readsDifferently: boolean;
}
