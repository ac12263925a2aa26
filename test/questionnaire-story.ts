import { approveQuestionnaire } from '../src/features/questionnaires/approve-questionnaire.ts';
import type { Definition } from '../src/features/questionnaires/definition.ts';
import type { Filling } from '../src/features/questionnaires/give-answers.ts';
import { openRound } from '../src/features/questionnaires/open-round.ts';
import { invitationOf, roundById } from '../src/features/questionnaires/round-rows.ts';
import { addQuestionnaire } from '../src/features/questionnaires/save-questionnaire.ts';
import { type Day, day } from '../src/kernel/day.ts';
import type { Outcome } from '../src/kernel/outcome.ts';
import type { Ctx } from '../src/platform/context.ts';

/** Four questions: a scale with words beside it, yes or no, and one that depends on it. */
export const feeling: Definition = {
  sections: [
    {
      id: 's1',
      title: 'Раздел',
      intro: '',
      questions: [
        {
          id: 'q1',
          kind: 'scale',
          text: 'Насколько ясен план?',
          hint: '',
          required: true,
          to: 10,
          ends: ['нет', 'да'],
        },
        { id: 'q2', kind: 'long', text: 'Чего не хватает?', hint: '', required: false },
        { id: 'q3', kind: 'yes-no', text: 'Продолжите?', hint: '', required: true },
        {
          id: 'q4',
          kind: 'short',
          text: 'Почему нет?',
          hint: '',
          required: true,
          shownIf: { question: 'q3', is: ['no'] },
        },
      ],
    },
  ],
  scales: [
    {
      id: 'k1',
      title: 'Ясность',
      how: 'mean',
      items: [{ question: 'q1', reversed: false }],
      bands: [
        { from: 1, to: 5, label: 'низкая' },
        { from: 6, to: 10, label: 'высокая' },
      ],
    },
  ],
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

/** A questionnaire with a draft. */
export const added = async (ctx: Ctx, draft: Definition = feeling): Promise<string> =>
  value(await addQuestionnaire(ctx, { title: 'Как дела', form: null, role: 'mentee', moment: 'after' }, draft));

/** One whose first version stands. */
export const approved = async (ctx: Ctx, draft: Definition = feeling): Promise<string> => {
  const id = await added(ctx, draft);
  const act = { label: 'Приказ № 1', day: day('2026-09-20'), documentId: null };
  value(await approveQuestionnaire(ctx, id, { act, version: 1 }));
  return id;
};

/** A round from the first of October 2026 for these groups, a month long unless told otherwise. */
export const sentOut = async (
  ctx: Ctx,
  {
    anonymous = false,
    groupIds = [],
    closesOn = day('2026-10-31'),
  }: { anonymous?: boolean; groupIds?: readonly string[]; closesOn?: Day } = {},
): Promise<string> => {
  const days = { opensOn: day('2026-10-01'), closesOn };
  return value(
    await openRound(ctx, await approved(ctx), { title: 'Анкета, октябрь', ...days, anonymous, groupIds, circles: [] }),
  );
};

/** A filling by a person of the round, or by whoever holds the key. */
export const fillingOf = async (
  ctx: Ctx,
  roundId: string,
  who: { personId: string } | { key: string; groupId?: string },
): Promise<Filling> => {
  const round = await roundById(ctx.db, roundId);
  if (!round) throw new Error('no round');
  const named = 'personId' in who;
  const invited = named ? await invitationOf(ctx.db, roundId, who.personId) : undefined;
  return {
    db: ctx.db,
    today: ctx.today,
    round,
    owner: {
      personId: named ? who.personId : null,
      keyHash: named ? null : who.key,
      groupId: named ? (invited?.groupId ?? null) : (who.groupId ?? null),
      way: named ? 'account' : 'common',
      accountId: null,
    },
    invitedId: named ? who.personId : null,
  };
};
