import { accountsRoutes } from '../features/accounts/pages/routes.ts';
import { actsRoutes } from '../features/acts/pages/routes.ts';
import { campaignsRoutes } from '../features/campaigns/pages/routes.ts';
import { consentsRoutes } from '../features/consents/pages/routes.ts';
import { documentsRoutes } from '../features/documents/pages/routes.ts';
import { eventsRoutes } from '../features/events/pages/routes.ts';
import { expertsRoutes } from '../features/experts/pages/routes.ts';
import { riskSection } from '../features/feedback/pages/extensions.tsx';
import { feedbackRoutes } from '../features/feedback/pages/routes.ts';
import { chooseLetter, weekPage } from '../features/feedback/pages/week.tsx';
import { generalMeetingRoutes } from '../features/general-meeting/pages/routes.ts';
import { libraryRoutes } from '../features/library/pages/routes.ts';
import { matchingRoutes } from '../features/matching/pages/routes.ts';
import { meetingsSection } from '../features/meetings/pages/line.tsx';
import { meetingsRoutes } from '../features/meetings/pages/routes.ts';
import { ownPagesRoutes } from '../features/own-pages/pages/routes.ts';
import { pairColumn, pairConsequence, placesColumn } from '../features/pairs/pages/extensions.tsx';
import { pairsRoutes } from '../features/pairs/pages/routes.ts';
import { peopleRoutes } from '../features/people/pages/routes.ts';
import { planSection } from '../features/plans/pages/extensions.tsx';
import { plansRoutes } from '../features/plans/pages/routes.ts';
import { preparationRoutes } from '../features/preparation/pages/routes.ts';
import { questionnairesRoutes } from '../features/questionnaires/pages/routes.ts';
import { memberCircles } from '../features/registers/circle-rows.ts';
import { registersRoutes } from '../features/registers/pages/routes.ts';
import { rewardsRoutes } from '../features/rewards/pages/routes.ts';
import { roadmapRoutes } from '../features/roadmap/pages/routes.ts';
import { selectionRoutes } from '../features/selection/pages/routes.ts';
import { supportCaseRoutes } from '../features/support-cases/pages/routes.ts';
import { trainingRoutes } from '../features/training/pages/routes.ts';
import type { Route } from '../platform/http/route.ts';
import { approvingPapers } from './approving-papers.ts';
import { besideMatching } from './beside-matching.ts';
import { collegePage, saveCollege } from './pages/college.tsx';
import { journalPage } from './pages/journal.tsx';
import { modePage } from './pages/mode.ts';
import { skipStep, startPage } from './pages/start.tsx';
import { cancelTask, taskPage } from './pages/task.tsx';
import { personExtras } from './person-extras.tsx';
import { questionsOfWeek } from './questions-of-week.ts';
import { tasksOfPlans } from './tasks-of-plans.ts';

/** Every door of the house. What is not here does not exist. */
export const routes: readonly Route[] = [
  modePage,
  ...accountsRoutes,
  ...peopleRoutes(personExtras),
  ...consentsRoutes({ consequences: { processing: [pairConsequence] }, circles: memberCircles }),
  ...registersRoutes({ menteeColumns: [pairColumn], mentorColumns: [placesColumn] }),
  ...campaignsRoutes,
  ...questionnairesRoutes({ papersFor: approvingPapers, circles: memberCircles }),
  ...preparationRoutes,
  ...eventsRoutes,
  ...generalMeetingRoutes,
  ...supportCaseRoutes,
  ...documentsRoutes,
  ...actsRoutes,
  ...expertsRoutes,
  ...selectionRoutes,
  ...pairsRoutes({ sections: [riskSection, planSection, meetingsSection] }),
  ...meetingsRoutes({ topics: tasksOfPlans }),
  ...plansRoutes,
  ...trainingRoutes,
  ...matchingRoutes(besideMatching),
  ...feedbackRoutes,
  weekPage([questionsOfWeek]),
  chooseLetter,
  ...libraryRoutes,
  ...rewardsRoutes,
  ...ownPagesRoutes,
  ...roadmapRoutes,
  collegePage,
  saveCollege,
  startPage,
  skipStep,
  journalPage,
  taskPage,
  cancelTask,
];
