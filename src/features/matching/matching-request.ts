import type { Question, Step } from './problem.ts';
import type { Answer } from './propose.ts';

/** What the matching's worker is asked: a question, then to go on until it has the answer. */
export type MatchingRequest = { readonly kind: 'begin'; readonly question: Question } | { readonly kind: 'go-on' };

export type MatchingReply =
  | ({ readonly kind: 'going' } & Step)
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'broken'; readonly problem: string };
