import { campaignById } from '../../features/campaigns/campaign-rows.ts';
import { giveAnswer } from '../../features/campaigns/give-answer.ts';
import { remindInPerson } from '../../features/campaigns/remind-silent.ts';
import { changeCampaign, startCampaign } from '../../features/campaigns/save-campaign.ts';
import { fillSheet } from '../../features/registers/fill-sheet.ts';
import { openNeeds } from '../../features/registers/need-rows.ts';
import { day } from '../../kernel/day.ts';
import { teacherOf } from './accounts.ts';
import { silentGroups } from './college.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

/** What students add in their own words to what their class teacher has written. */
const words = [
  'Не успеваю, хочется разобрать с кем-то из старших',
  'Никого пока не знаю, неловко спрашивать',
  'Хочу попробовать, не знаю, с чего начать',
  '',
];

const title = 'Кому нужен наставник';
const audiences = ['class-teacher', 'student', 'parent', 'psychologist'] as const;

/**
 * The campaign of this autumn, open until the end of February for those who came in winter: a fifth of the students has answered
 * by cards, the silent groups were called and all but two answered then; one answer names nobody that the college knows. Answers the mentees of the groups that were called.
 */
export const fillCampaign = async ({ as, people, actors, chance }: Filling): Promise<readonly DemoPerson[]> => {
  const curator = as(actors.curator, day('2026-09-08'));
  const id = must(
    await startCampaign(curator, {
      title,
      tillDay: day('2026-10-30'),
      audiences,
    }),
  );
  const campaign = await campaignById(curator.db, id);
  if (!campaign) throw new Error('the campaign of the demo');
  const asker = { campaign, subjectId: null, tellerId: null, groupId: null, accountId: null };
  const base = { whom: null, tellerName: '', topics: [], note: '', confidential: false, freeTimes: [] };
  const visitor = as({ ...actors.curator, roles: [], name: 'Ответ по ссылке' }, day('2026-09-24'));

  const answering = people.groups
    .filter(({ code }) => !silentGroups.includes(code))
    .flatMap(({ students }) => students.filter((_, place) => place % 5 === 4));
  const needs = await openNeeds(
    curator.db,
    campaign.year,
    answering.map((one) => one.id),
  );
  for (const { id: subjectId } of answering) {
    const own = needs.find(({ personId, confidential }) => personId === subjectId && !confidential);
    const said = own ? { topics: [own.topic], note: chance.pick(words) } : {};
    must(await giveAnswer(visitor, { ...asker, audience: 'student', subjectId }, { ...base, ...said }));
  }
  const [first] = people.groups;
  const whom = { lastName: 'Незнамова', firstName: 'Алина', birthDay: day('2009-02-28'), groupId: null };
  must(
    await giveAnswer(
      visitor,
      { ...asker, audience: 'student', groupId: first?.id ?? null },
      {
        ...base,
        whom,
        topics: ['settle'],
        note: 'Перевелась в сентябре',
      },
    ),
  );
  const silent = people.groups.filter(({ code }) => silentGroups.includes(code));
  const called = silent.map((group) => group.id);
  must(await remindInPerson(as(actors.curator, day('2026-10-12')), id, called));
  const late: DemoPerson[] = [];
  for (const group of silent.slice(0, 3)) {
    const asking = chance.few(group.students.slice(8), 2);
    late.push(...asking);
    const topics = Object.fromEntries(asking.map((one) => [one.id, 'study']));
    must(await fillSheet(as(teacherOf(group, actors), day('2026-10-15')), { groupId: group.id, topics }));
  }
  const prolonged = { version: campaign.version, title, tillDay: day('2027-02-26'), audiences };
  must(await changeCampaign(as(actors.curator, day('2026-10-29')), id, prolonged));
  return late;
};
