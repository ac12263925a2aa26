import { Badge, type Tone } from '../../../ui/badge.tsx';
import type { CandidateStep } from '../candidate.ts';
import type { CandidateLine } from '../candidate-rows.ts';
import { stepWords } from '../texts.ts';

const tones: Readonly<Record<CandidateStep, Tone>> = {
  new: 'mute',
  questioned: 'run',
  invited: 'run',
  interviewed: 'warn',
  earlier: 'warn',
  approved: 'ok',
  refused: 'bad',
};

export const StepBadge = ({ step }: { readonly step: CandidateStep }) => (
  <Badge tone={tones[step]}>{stepWords[step]}</Badge>
);

/** «гр. ЭМ-31», «преподаватель», «мастер, АО „Завод“». */
export const placeOf = ({ groupCode, post, organisation }: CandidateLine): string =>
  [groupCode ?? post, organisation].filter(Boolean).join(', ');

export const selectionCrumb = { label: 'Отбор', href: '/selection' };
