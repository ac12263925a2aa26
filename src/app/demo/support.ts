import { sql } from 'kysely';
import { addNote, closeCase } from '../../features/support-cases/keep-case.ts';
import { openCase } from '../../features/support-cases/open-case.ts';
import { caseById } from '../../features/support-cases/rows.ts';
import { day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

/** Mentees who have nobody now, by name. */
const alone = async (db: CollegeDb): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select m.person_id as id from mentees m join persons p on p.id = m.person_id
    where m.left_on is null and p.left_on is null
      and not exists (select from pairs x where x.mentee_id = m.person_id and x.till_day >= ${demoToday}::date)
    order by p.last_name, p.first_name, p.id`.execute(db);
  return rows.map(({ id }) => id);
};

const words = [
  'Говорили с наставницей из ЭМ-41: согласна встретиться, но только после практики.',
  'Хочет наставника с завода. Спросили мастера участка, ответит до конца месяца.',
  'Стесняется группы. Договорились начать с занятий у психолога, потом вернуться к подбору.',
];

/** Everybody without a mentor has a case; one step is overdue, one case ended with other help. */
export const fillSupport = async ({ as, actors }: Filling): Promise<void> => {
  const opened = day('2027-01-18');
  const psychologist = as(actors.psychologist, opened);
  for (const [at, personId] of (await alone(psychologist.db)).entries()) {
    const caseId = must(await openCase(psychologist, { personId, dueOn: day(at === 0 ? '2027-02-01' : '2027-02-15') }));
    if (at === 0 || at > 4) continue;
    const later = as(actors.psychologist, day('2027-02-04'));
    const body = words[at % words.length] ?? '';
    const kind = at % 2 === 0 ? 'note' : 'attempt';
    must(await addNote(later, { caseId, version: 1, kind, body, dueOn: day('2027-02-18') }));
    const version = (await caseById(later.db, caseId, later.today))?.version ?? 0;
    if (at === 3) must(await closeCase(later, { caseId, version, outcome: 'other-help' }));
  }
};
