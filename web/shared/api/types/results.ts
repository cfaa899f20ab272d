/** The surveys, and an advisor's own results. */
import type { Day } from './common';

// GET /api/surveys

export interface SurveyLine {
  id: string;
  name: string;
  kind: 'eventBased' | 'strategic';
  state: 'draft' | 'live';
}

// GET /api/results/own

/**
 * A figure with its 95 % interval. Units: means in steps of the scale, NPS −100…100, shares 0–1.
 * If `missing` > 0 the figure is withheld (confidential mode) and all others but `n` are null.
 */
export interface Figure {
  /** Answers that the figure rests on. */
  n: number;
  value: number | null;
  /** Half the width of the interval before it is clipped to the scale; null where the interval is not symmetrical. */
  margin: number | null;
  low: number | null;
  high: number | null;
  /** Answers that are still missing before it is shown; 0: shown. */
  missing: number;
}

export interface OwnResults {
  advisor: { userName: string; name: string /** "Frau Berg". */; address: string };
  /** The window that all figures are from (rolling 12 months), both days included. */
  from: Day;
  to: Day;
  /** Completed answers shown in this window, all surveys together. */
  answers: number;
  /** Answers that an interviewer has entered: in none of the figures. */
  byInterviewer: number;
  /** New ones since Monday. */
  fresh: { since: Day; count: number };
  nps: Figure;
  csat: Figure;
  /** Mean of the satisfaction question, for "4,5 ± 0,2". */
  satisfaction: Figure;
  /** First contact resolution: yes over yes and no. */
  fcr: Figure;
  /** "Weiß nicht", which FCR leaves out. */
  fcrUnknown: number;
  responseRate: Figure;
  /** Invitations sent and not bounced, that the rate rests on. */
  delivered: number;
  /** Best factors first, at most 3; only where n is large enough to say so. */
  strengths: { id: string; name: string; figure: Figure }[];
  /** The scale that the means are on. */
  scale: { min: number; max: number };
  /** Names of surveys whose ratings are on another scale and so not in the means. */
  otherScales: string[];
  factors: ScoreLine[];
  fields: ScoreLine[];
  comments: CommentView[];
  surveys: OwnSurvey[];
}

/** Customers' mean for one factor or one field, beside the advisor's own view. */
export interface ScoreLine {
  /** `personalRelationship`, `financing`, … */
  id: string;
  name: string;
  /** Depends on the person (factors 1–6) or on the institute; null for fields. */
  personal: boolean | null;
  figure: Figure;
  /** Answers by step of the scale, lowest first; the index 0 is `scale.min`. Empty while withheld. */
  distribution: number[];
  /** *Kann ich nicht beurteilen*. */
  cannotJudge: number;
  /** The advisor's own mean; null: not answered or not asked. */
  self: number | null;
  /** self − customers' mean. */
  gap: number | null;
  /** |gap| > 0.5 and self outside the customers' interval. */
  gapMarked: boolean;
}

export interface CommentView {
  /** Stable key, no meaning. */
  id: string;
  text: string;
  /** What the customer was asked. */
  question: string;
  /** Null in confidential mode. */
  on: Day | null;
  /** "Herr Hans Stengel" in personal mode; null in confidential mode. */
  from: string | null;
  /** 0–10; null in confidential mode or if not asked. */
  nps: number | null;
  surveyName: string;
  /** What the customer liked: shown first. */
  praise: boolean;
}

export interface OwnSurvey {
  id: string;
  name: string;
  answers: number;
  confidential: boolean;
  /** Answers that are wanting before this survey is shown (confidential mode); 0: shown. */
  missing: number;
  /** `pending`: the customers' results of this survey stay hidden until the own self-image is answered. */
  selfImage: 'notAsked' | 'pending' | 'answered';
  /** Where to answer it while pending (a page of this product); null if there is no open link. */
  selfImageUrl: string | null;
}
