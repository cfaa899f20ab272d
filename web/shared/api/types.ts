/**
 * What the HTTP API answers and takes. JSON in camelCase, enums as camelCase strings. Unless a field says otherwise:
 * `Day` is a date of the institute's zone, `Instant` is UTC, and texts are in the language of Accept-Language.
 */
export type * from './types/callbacks';
export type * from './types/common';
export type * from './types/decisions';
export type * from './types/exports';
export type * from './types/imports';
export type * from './types/organisation';
export type * from './types/outbox';
export type * from './types/participants';
export type * from './types/report';
export type * from './types/results';
export type * from './types/resultViews';
export type * from './types/retention';
export type * from './types/session';
export type * from './types/users';
export type * from './types/week';
