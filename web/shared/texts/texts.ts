/** A language's texts have the shape of the German ones: a missing or a surplus key does not compile. */
import type { Language } from '../formats';
import { de } from './de';
import { en } from './en';

export type Widened<T> = T extends (...values: infer Values) => string
  ? (...values: Values) => string
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export type Texts = Widened<typeof de>;

export const texts: Record<Language, Texts> = { de, en };
