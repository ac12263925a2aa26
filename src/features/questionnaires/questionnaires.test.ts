import { expect, test } from 'vitest';
import { added, approved, feeling } from '../../../test/questionnaire-story.ts';
import { story } from '../../../test/story.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { approveQuestionnaire } from './approve-questionnaire.ts';
import { installSets } from './install-sets.ts';
import { changeRound, openRound } from './open-round.ts';
import { approvedSets, roundProgress } from './progress-rows.ts';
import { listQuestionnaires, questionnaireById, versionsOf } from './rows.ts';
import { archiveQuestionnaire, saveDraft } from './save-questionnaire.ts';

const act = { label: 'Приказ № 118', day: day('2026-10-01'), documentId: null };

test(
  'built-in sets are installed once, for the forms that the college has',
  story(async ({ ctx, journal }) => {
    const first = await installSets(ctx('curator'));
    const again = await installSets(ctx('curator'));
    const list = await listQuestionnaires(ctx('curator').db);

    expect([first, again]).toEqual([
      { ok: true, value: 3 },
      { ok: true, value: 0 },
    ]);
    expect(list.map(({ moment, approved: stands }) => [moment, stands]).sort()).toEqual([
      ['during', null],
      ['during', null],
      ['selection', null],
    ]);
    expect(await journal()).toEqual(['questionnaire.sets-installed']);
  }),
);

test(
  'an act freezes the draft as a version; edits change only the draft, and a later act supersedes',
  story(async ({ ctx }) => {
    const who = ctx('curator');
    const id = await approved(who);
    const before = await questionnaireById(who.db, id);
    const edited = { ...feeling, sections: feeling.sections.map((part) => ({ ...part, title: 'Иначе' })) };
    await saveDraft(who, id, before?.version ?? 0, { draft: edited });

    const [frozen] = await versionsOf(who.db, id);
    expect(frozen?.definition.sections[0]?.title).toBe('Раздел');
    const draft = await questionnaireById(who.db, id);
    await approveQuestionnaire(who, id, { act, version: draft?.version ?? 0 });

    expect((await versionsOf(who.db, id)).map(({ number }) => number)).toEqual([2, 1]);
    expect((await approvedSets(who.db)).map(({ questionnaireId, number }) => [questionnaireId, number])).toEqual([
      [id, 2],
    ]);
  }),
);

test(
  'a frozen version cannot be rewritten even by a slip of code',
  story(async ({ ctx }) => {
    const who = ctx('curator');
    await approved(who);

    await expect(who.db.updateTable('questionnaire_versions').set({ title: 'x' }).execute()).rejects.toThrow(
      'permission denied',
    );
  }),
);

test(
  'nothing is approved without questions, without changes, by an act of tomorrow, or unseen',
  story(async ({ ctx }) => {
    const who = ctx('curator');
    const empty = await added(who, { sections: [], scales: [] });
    const id = await approved(who);
    const fresh = await added(who);
    const approve = (one: string, version: number, on = act) => approveQuestionnaire(who, one, { act: on, version });
    const version = (await questionnaireById(who.db, id))?.version ?? 0;

    expect(await approve(empty, 1)).toEqual({ ok: false, reason: 'no-questions' });
    expect(await approve(id, version)).toEqual({ ok: false, reason: 'nothing-new' });
    expect(await approve(fresh, 1, { ...act, day: day('2026-10-13') })).toEqual({ ok: false, reason: 'act-in-future' });
    expect(await approve(fresh, 7)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'an older page does not overwrite what somebody else has saved',
  story(async ({ ctx }) => {
    const who = ctx('methodist');
    const id = await added(who);
    await saveDraft(who, id, 1, { draft: feeling });

    expect(await saveDraft(who, id, 1, { draft: feeling })).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

const whom = { groupIds: [], circles: [] };
const october = { title: 'Раунд', opensOn: day('2026-10-01'), closesOn: day('2026-10-31'), anonymous: false };

test(
  'only an approved questionnaire that is not put away goes out, and its days make sense',
  story(async ({ ctx }) => {
    const who = ctx('curator');
    const draft = await added(who);
    const id = await approved(who);
    const open = (one: string, input: Partial<typeof october> = {}) =>
      openRound(who, one, { ...october, ...whom, ...input });

    expect(await open(draft)).toEqual({ ok: false, reason: 'not-approved' });
    expect(await open(id, { closesOn: day('2026-09-30') })).toEqual({ ok: false, reason: 'ends-before-it-begins' });
    expect(await open(id, { closesOn: day('2026-10-11') })).toEqual({ ok: false, reason: 'already-over' });
    await archiveQuestionnaire(who, id, (await questionnaireById(who.db, id))?.version ?? 0, true);
    expect(await open(id)).toEqual({ ok: false, reason: 'archived' });
  }),
);

test(
  'a round asks the students of a group, each once, and tells how far it is',
  story(async ({ ctx, given, db }) => {
    const who = ctx('curator');
    await given.student({ last: 'Верина' });
    await given.student({ last: 'Олегов' });
    const group = await given.group();
    const id = await approved(who);
    const round = await openRound(who, id, { ...october, groupIds: [group, group], circles: [] });

    expect(round.ok).toBe(true);
    const [progress] = await roundProgress(db, 2026, who.today);
    expect(progress).toMatchObject({ invited: 2, answered: 0, state: 'running' });
    expect((await roundProgress(db, 2026, day('2026-11-01')))[0]?.state).toBe('over');
  }),
);

test(
  'a round is closed, opened again while its days last, and prolonged',
  story(async ({ ctx, db }) => {
    const who = ctx('curator');
    const round = await openRound(who, await approved(who), { ...october, ...whom });
    const id = round.ok ? round.value : '';
    const state = async () => (await roundProgress(db, 2026, who.today))[0]?.state;

    await changeRound(who, id, { closed: true });
    expect(await state()).toBe('over');
    await changeRound(who, id, { closed: false });
    expect(await state()).toBe('running');
    expect(await changeRound(who, id, { closesOn: day('2026-09-01') })).toEqual({
      ok: false,
      reason: 'ends-before-it-begins',
    });
    expect(await changeRound(who, id, { newestVersion: true })).toEqual({ ok: false, reason: 'nothing-newer' });
  }),
);

const keepers: readonly Role[] = ['administrator', 'curator', 'psychologist', 'methodist'];

test.each(roles.map((role) => [role, keepers.includes(role)] as const))(
  '%s keeps questionnaires: %s',
  async (role, may) => {
    await story(async ({ ctx }) => {
      const tries: readonly ((one: Ctx) => Promise<unknown>)[] = [(one) => added(one), (one) => installSets(one)];
      for (const attempt of tries) {
        const said = await attempt(ctx(role)).then(
          () => true,
          (error: unknown) => !(error instanceof Failure && error.code === 'forbidden'),
        );
        expect(said).toBe(may);
      }
    })();
  },
);

test(
  'a questionnaire of another college cannot be sent out here',
  story(async ({ ctx, db, elsewhere }) => {
    const foreign = await elsewhere(async (there) => {
      const actor: Actor = ctx('curator').actor;
      return added({ db: there, actor, today: day('2026-10-12') });
    });
    await expect(openRound(ctx('curator'), foreign, { ...october, ...whom })).rejects.toThrow('not-found');

    const wall = await refusedBy(db, () =>
      db
        .insertInto('questionnaire_versions')
        .values({
          questionnaire_id: foreign,
          number: 1,
          title: 'x',
          definition: '{}',
          act_label: 'x',
          act_day: day('2026-10-01'),
          approved_on: day('2026-10-01'),
        })
        .execute(),
    );
    expect(wall).toBe('questionnaire_versions_college_id_questionnaire_id_fkey');
  }),
);
