import { accountJournal } from '../features/accounts/texts.ts';
import { actsJournal } from '../features/acts/texts.ts';
import { campaignsJournal } from '../features/campaigns/texts.ts';
import { collegeJournal } from '../features/college/texts.ts';
import { consentsJournal } from '../features/consents/texts.ts';
import { documentsJournal } from '../features/documents/texts.ts';
import { eventsJournal } from '../features/events/texts.ts';
import { expertsJournal } from '../features/experts/texts.ts';
import { feedbackJournal } from '../features/feedback/texts.ts';
import { generalMeetingJournal } from '../features/general-meeting/texts.ts';
import { libraryJournal } from '../features/library/texts.ts';
import { matchingJournal } from '../features/matching/texts.ts';
import { meetingsJournal } from '../features/meetings/texts.ts';
import { ownPagesJournal } from '../features/own-pages/about-texts.ts';
import { pairsJournal } from '../features/pairs/texts.ts';
import { peopleJournal } from '../features/people/texts.ts';
import { plansJournal } from '../features/plans/texts.ts';
import { preparationJournal } from '../features/preparation/texts.ts';
import { questionnaireJournal } from '../features/questionnaires/texts.ts';
import { registersJournal } from '../features/registers/texts.ts';
import { rewardsJournal } from '../features/rewards/texts.ts';
import { roadmapJournal } from '../features/roadmap/texts.ts';
import { selectionJournal } from '../features/selection/texts.ts';
import { supportJournal } from '../features/support-cases/texts.ts';
import { trainingJournal } from '../features/training/texts.ts';

/** The Russian words of every action that features record. */
export const journalWords: Readonly<Record<string, string>> = {
  ...accountJournal,
  ...actsJournal,
  ...campaignsJournal,
  ...collegeJournal,
  ...documentsJournal,
  ...eventsJournal,
  ...expertsJournal,
  ...feedbackJournal,
  ...libraryJournal,
  ...rewardsJournal,
  ...generalMeetingJournal,
  ...matchingJournal,
  ...meetingsJournal,
  ...roadmapJournal,
  ...preparationJournal,
  ...registersJournal,
  ...consentsJournal,
  ...selectionJournal,
  ...supportJournal,
  ...trainingJournal,
  ...ownPagesJournal,
  ...pairsJournal,
  ...plansJournal,
  ...peopleJournal,
  ...questionnaireJournal,
};
