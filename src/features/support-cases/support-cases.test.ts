import { describe, expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { mayKeepCases } from './access.ts';
import { stateOf } from './case.ts';
import { supportFacts } from './fact-rows.ts';
import { addNote, closeCase, readNotes } from './keep-case.ts';
import { openCase } from './open-case.ts';
import { firstInLine } from './rows.ts';

const today = day('2026-10-12');

const opened = async (world: World, last: string, dueOn = day('2026-10-20')) => {
  const personId = await world.given.student({ last });
  await world.given.mentee(personId);
  const outcome = await openCase(world.ctx('psychologist'), { personId, dueOn });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { personId, caseId: outcome.value };
};

describe('a case of a mentee without a mentor', () => {
  test(
    'is opened once, for mentees only, with a term that is not past',
    story(async (world) => {
      const psychologist = world.ctx('psychologist');
      const { personId } = await opened(world, 'Ольгина');
      const stranger = await world.given.student({ last: 'Чужая' });

      expect(await openCase(psychologist, { personId })).toMatchObject({ reason: 'already-open' });
      expect(await openCase(psychologist, { personId: stranger })).toMatchObject({ reason: 'not-a-mentee' });
      const past = { personId, dueOn: day('2026-10-01') };
      expect(await openCase(psychologist, past)).toMatchObject({ reason: 'term-past' });
    }),
  );

  test(
    'goes on by notes, each with the next term; the words stay out of the journal, and reading them is in it',
    story(async (world) => {
      const psychologist = world.ctx('psychologist');
      const { caseId } = await opened(world, 'Ольгина');
      const note = { caseId, version: 1, kind: 'attempt' as const, body: 'Звонили на завод', dueOn: day('2026-10-26') };

      expect(await addNote(psychologist, note)).toMatchObject({ ok: true });
      expect(await addNote(psychologist, note)).toMatchObject({ reason: 'changed-meanwhile' });

      const { one, notes } = await readNotes(world.ctx('curator'), caseId);
      expect(one).toMatchObject({ dueOn: '2026-10-26', attempts: 1 });
      expect(notes.map(({ body }) => body)).toEqual(['Звонили на завод']);
      expect(await world.journal()).toEqual(['support-case.opened', 'support-case.noted', 'support-case.read']);
      const details = await world.db.selectFrom('journal').select('details').execute();
      expect(JSON.stringify(details)).not.toContain('завод');
    }),
  );

  test(
    'ends with what came of it; «a pair» only when there is one',
    story(async (world) => {
      const psychologist = world.ctx('psychologist');
      const { caseId } = await opened(world, 'Ольгина');

      expect(await closeCase(psychologist, { caseId, version: 1, outcome: 'matched' })).toMatchObject({
        reason: 'no-pair',
      });
      expect(await closeCase(psychologist, { caseId, version: 1, outcome: 'other-help' })).toMatchObject({ ok: true });
      const again = { caseId, version: 2, outcome: 'left' } as const;
      expect(await closeCase(psychologist, again)).toMatchObject({ reason: 'closed' });
    }),
  );

  test('is overdue after its term, unless a pair was found or it is closed', () => {
    const late = { closedOn: null, paired: false, dueOn: day('2026-10-11') };

    expect(stateOf(late, today)).toBe('overdue');
    expect(stateOf({ ...late, dueOn: today }, today)).toBe('waits');
    expect(stateOf({ ...late, paired: true }, today)).toBe('found');
    expect(stateOf({ ...late, closedOn: today }, today)).toBe('closed');
  });

  test(
    'puts the mentee first in line at the next matching, the longest waiting before the others, until it ends',
    story(async (world) => {
      const first = await opened(world, 'Яковлева');
      const second = await opened(world, 'Авдеева');
      await world.db
        .updateTable('support_cases')
        .set({ opened_on: day('2026-10-01') })
        .where('id', '=', second.caseId)
        .execute();
      expect(await firstInLine(world.db, 2026)).toEqual([second.personId, first.personId]);
      await closeCase(world.ctx('psychologist'), { caseId: first.caseId, version: 1, outcome: 'declined' });

      expect(await firstInLine(world.db, 2026)).toEqual([second.personId]);
    }),
  );

  test(
    'leaves nobody uncared for in row 5.1; one that ended with other help counts, one that never was does not',
    story(async (world) => {
      const helped = await opened(world, 'Ольгина');
      await opened(world, 'Петрова', day('2026-10-13'));
      await closeCase(world.ctx('psychologist'), { caseId: helped.caseId, version: 1, outcome: 'other-help' });
      await world.given.mentee(await world.given.student({ last: 'Одинокова' }));

      expect(await supportFacts(world.db, 2026, today)).toEqual({ uncared: 1, open: 1, overdue: 0 });
      expect(await supportFacts(world.db, 2026, day('2026-10-20'))).toEqual({ uncared: 1, open: 1, overdue: 1 });
    }),
  );

  test(
    'is kept by the psychologist and the curator, and nobody else reads a word of it',
    story(async (world) => {
      const { caseId } = await opened(world, 'Ольгина');

      expect(roles.filter((role) => mayKeepCases(world.ctx(role).actor) === true)).toEqual(['curator', 'psychologist']);
      for (const role of ['director', 'deputy', 'administrator', 'social-teacher', 'mentee'] as const)
        await expect(readNotes(world.ctx(role), caseId)).rejects.toThrow('forbidden');
    }),
  );
});
