import { sql } from 'kysely';
import { createCollege } from '../../features/college/create-college.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import type { Actor, CollegeScope } from '../../kernel/actor.ts';
import { type Day, day } from '../../kernel/day.ts';
import { type Database, dangerouslyScope, inCollege } from '../../platform/db.ts';
import { preparing } from '../../platform/pool.ts';
import type { FileStore } from '../../platform/storage.ts';
import { systemActor } from '../first-sign-in.ts';
import { fillAccounts } from './accounts.ts';
import { fillActs } from './acts.ts';
import { fillCampaign } from './campaign.ts';
import { chanceOf } from './chance.ts';
import { demoToday, openYearOf } from './college.ts';
import { fillConsentPapers } from './consent-papers.ts';
import { fillConsents, fillLaterConsents, fillTexts, fillWithdrawals } from './consents.ts';
import { fillExperts, fillPartners } from './experts.ts';
import { fillFeedback } from './feedback.ts';
import { fillGeneralMeeting, fillWinterMeeting } from './general-meeting.ts';
import { fillChoice, fillEvents, fillGroup } from './information.ts';
import { fillLibrary } from './library.ts';
import { fillMeetings } from './meetings.ts';
import { fillGroupOfPairs, fillReplacement } from './pair-changes.ts';
import { fillLastYear, fillPairs, fillWinterPairs } from './pairs.ts';
import { fillOrders, fillPapers, fillRoadmap, fillWinterOrder } from './papers.ts';
import { fillPeople } from './people.ts';
import { fillPlans } from './plans.ts';
import { fillClimate, fillFirstMeasure, fillMidYear, fillQuestionnaires } from './questionnaires.ts';
import { type Filling, fillMentors, fillNeeds, fillWinterMentors, fillWishes } from './registers.ts';
import { fillRewards } from './rewards.ts';
import { fillSelection, fillWinterSelection } from './selection.ts';
import { fillSupport } from './support.ts';
import { fillTraining } from './training.ts';

/** Fills an empty database with the invented college, by the use cases that people work with. */
export const fillDemo = (db: Database, store: FileStore): Promise<CollegeScope> => preparing(() => fill(db, store));

const fill = async (db: Database, store: FileStore): Promise<CollegeScope> => {
  const college = await theCollegeOf(db);
  const { people, actors } = await inCollege(db, college, async (tx) => {
    const as = (actor: Actor, on: Day) => ({ db: tx, actor, today: on });
    const chance = chanceOf(1926);
    const system = as(systemActor(college), demoToday);
    const thisYear = yearOf(demoToday);

    await openYearOf(system, thisYear - 1);
    const people = await fillPeople(system, chance);
    const actors = await fillAccounts(system, people);
    const filling: Filling = { chance, people, actors, as };
    await fillTexts(filling);
    await fillLastYear(filling);

    await openYearOf(system, thisYear);
    await fillRoadmap({ ...filling, store }, thisYear);
    await fillPapers({ ...filling, store });
    const mentees = await fillNeeds(filling);
    const mentors = await fillMentors(filling);
    await fillWishes(filling, mentees);
    const withdrawing = await fillConsents({ ...filling, store }, { mentees, mentors });
    await fillLaterConsents(filling, await fillCampaign(filling), day('2026-10-19'));
    await fillGroup(filling);
    await fillActs({ ...filling, store });
    await fillExperts(filling);
    await fillPartners(filling);
    await fillEvents(filling);
    await fillChoice({ ...filling, store });
    await fillQuestionnaires(filling);
    await fillSelection({ ...filling, store }, mentors);
    await fillGeneralMeeting(filling);
    await fillPairs(filling, mentees);
    await fillOrders({ ...filling, store });
    await fillFirstMeasure(filling);
    await fillTraining({ ...filling, store }, mentors);
    await fillLibrary({ ...filling, store });
    await fillWithdrawals({ ...filling, store }, withdrawing);

    const comers = await fillWinterMentors(filling);
    await fillLaterConsents(filling, comers, day('2027-01-25'));
    await fillWinterSelection({ ...filling, store }, comers);
    await fillReplacement({ ...filling, store });
    await fillGroupOfPairs({ ...filling, store });
    await fillWinterPairs(filling);
    await fillWinterOrder({ ...filling, store });
    await fillPlans({ ...filling, store });
    await fillMeetings(filling);
    await fillFeedback(filling);
    await fillRewards(filling);
    await fillClimate(filling);
    await fillMidYear(filling);
    await fillSupport(filling);
    await fillWinterMeeting(filling);
    return filling;
  });
  await fillConsentPapers({ db, college, store, people, actors });
  return college;
};

/** The college that a first start has made already, if it went as far as that. */
const theCollegeOf = async (db: Database): Promise<CollegeScope> => {
  const { rows } = await sql<{ id: string }>`select id from colleges order by created_at limit 1`.execute(db);
  const [known] = rows;
  if (known) return dangerouslyScope(known.id);
  return createCollege(db, { fullName: 'Техникум', shortName: 'Техникум', today: demoToday });
};
