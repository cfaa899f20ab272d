/** *Mitgenommene Ergebnisse*: who has taken which results along. */
import type { Instant } from './common';

// GET /api/results/exports?after= → Part<ExportLine>, the newest first

export interface ExportLine {
  at: Instant;
  /** User name. */
  by: string;
  /** The user name of who is no employee (any more). */
  name: string;
  format: 'xlsx' | 'csv' | 'pptx';
  /** As it stands in the address of a page, without `?`; empty: the usual one. */
  slice: string;
  /** Answer sheets that the document rests on. */
  sheets: number;
}
