import { closeFlag } from '../../features/feedback/close-flag.ts';
import { openFlags } from '../../features/feedback/flag-rows.ts';
import { lookThrough } from '../../features/feedback/look-through.ts';
import { sendQuarterRounds } from '../../features/feedback/send-rounds.ts';
import { approveQuestionnaire } from '../../features/questionnaires/approve-questionnaire.ts';
import { roundProgress } from '../../features/questionnaires/progress-rows.ts';
import { invitedOf, roundById } from '../../features/questionnaires/round-rows.ts';
import { listQuestionnaires, questionnaireById } from '../../features/questionnaires/rows.ts';
import { type Day, day } from '../../kernel/day.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';
import { answerRound } from './sheets.ts';

/** The questionnaires of a quarter are approved, and go out by themselves when their day comes. */
const askQuarter = async ({ as, actors, chance, people }: Filling): Promise<void> => {
  const curator = as(actors.curator, day('2026-12-08'));
  for (const { id, moment } of await listQuestionnaires(curator.db)) {
    if (moment !== 'during') continue;
    const act = { label: 'Протокол рабочей группы № 4', day: day('2026-12-07'), documentId: null };
    const version = (await questionnaireById(curator.db, id))?.version ?? 0;
    must(await approveQuestionnaire(curator, id, { act, version }));
  }
  must(await sendQuarterRounds(as(actors.curator, day('2026-12-10'))));
  const all = [
    ...people.teachers,
    ...people.newcomers,
    ...people.specialists,
    ...people.groups.flatMap(({ students }) => students),
  ];
  const byId = new Map(all.map((person) => [person.id, person]));
  const on = as(actors.curator, day('2026-12-18'));
  for (const { roundId, moment } of await roundProgress(on.db, 2026, on.today)) {
    const round = moment === 'during' ? await roundById(on.db, roundId) : undefined;
    if (!round) continue;
    for (const { personId, groupId } of await invitedOf(on.db, roundId, 'all')) {
      const person = byId.get(personId);
      if (person && chance.happens(0.93)) await answerRound(on, round, chance, { person, groupId, way: 'link' });
    }
  }
};

/** Pairs are looked through as every night does it; a curator has dealt with some of what was found. */
export const fillFeedback = async (filling: Filling): Promise<void> => {
  const { as, actors } = filling;
  await askQuarter(filling);
  const nights: readonly Day[] = [day('2026-12-22'), day('2027-01-20'), demoToday];
  for (const night of nights) {
    const curator = as(actors.curator, night);
    must(await lookThrough(curator));
    if (night === demoToday) continue;
    const [first, second] = await openFlags(curator.db);
    for (const flag of [first, second].filter((one) => one !== undefined))
      must(
        await closeFlag(curator, {
          flagId: flag.id,
          version: flag.version,
          outcome: 'talked',
          words: 'Созвонились с обоими: встречи переносим на среду, в мастерскую.',
        }),
      );
  }
};
