import type { Route } from '../../../platform/http/route.ts';
import { bases } from '../member.ts';
import type { MemberColumn } from '../mentee.ts';
import { addChosen, addPage } from './add-members.tsx';
import { menteePageRoute, saveWishes, stateNeed } from './mentee.tsx';
import { menteesPage } from './mentees.tsx';
import { mentorPageRoute, saveMentor } from './mentor.tsx';
import { mentorsPage } from './mentors.tsx';
import { secretPage, withdrawOne } from './need.tsx';
import { needsPage } from './needs.tsx';
import { releaseOne, releasePage } from './release.tsx';
import { handInSheet, sheetPage } from './sheet.tsx';

export interface RegisterExtensions {
  /** «Пара»: what features above show of a mentee. */
  readonly menteeColumns: readonly MemberColumn[];
  /** What they show of a mentor, such as places that are taken. */
  readonly mentorColumns: readonly MemberColumn[];
}

/** `app` hands in the columns of features above. */
export const registersRoutes = ({ menteeColumns, mentorColumns }: RegisterExtensions): Route[] => [
  menteesPage(menteeColumns),
  mentorsPage(mentorColumns),
  ...bases.flatMap((base) => [addPage(base), addChosen(base), releasePage(base), releaseOne(base)]),
  menteePageRoute,
  stateNeed,
  saveWishes,
  mentorPageRoute,
  saveMentor,
  needsPage,
  sheetPage,
  handInSheet,
  secretPage,
  withdrawOne,
];
