import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import type { ImportedPerson, ImportFollower } from '../people/write-import.ts';
import { enter } from './member-rows.ts';
import { insertNeeds, insertSecret, type NewNeed, takeBackImported } from './need-rows.ts';
import { topicPatterns } from './need-texts.ts';

/** Words of a list as a topic of the college: by its own labels, then by how such things are usually written. */
export const topicOf = (
  words: string,
  topics: readonly { readonly code: string; readonly label: string }[],
): string | undefined => {
  const said = words.toLowerCase();
  const own = topics.find(({ label }) => said.includes(label.toLowerCase()) || label.toLowerCase().includes(said));
  if (own) return own.code;
  const known = new Set(topics.map(({ code }) => code));
  const usual = topicPatterns.find(([code, pattern]) => known.has(code) && pattern.test(words))?.[0];
  return usual ?? (known.has('other') ? 'other' : topics.at(-1)?.code);
};

/** Needs and closed notes of an imported list: they go into the registers in the same transaction as the people. */
export const needsOfImport: ImportFollower = {
  async write(ctx, people) {
    const [{ currentYear }, topics] = [await theCollege(ctx.db), await normsOf(ctx.db, 'topic')];
    const said = people.flatMap((person) => needsOf(ctx, person, currentYear, topics));
    if (said.length === 0) return;

    await enter(
      ctx.db,
      'mentees',
      said.map(({ need }) => need.personId),
      ctx.today,
    );
    const made = await insertNeeds(
      ctx.db,
      said.map(({ need }) => need),
    );
    for (const { need, secret } of said) {
      const row = secret && made.find((one) => one.personId === need.personId && one.confidential);
      if (row && secret) await insertSecret(ctx.db, row.id, secret, ctx.actor.accountId);
    }
    await record(ctx, 'need.imported', { kind: 'import', id: null }, { needs: made.length });
  },
  undo: async (ctx, personIds) => {
    await takeBackImported(ctx.db, personIds);
  },
};

interface Said {
  readonly need: NewNeed;
  readonly secret: string | null;
}

const needsOf = (
  ctx: Ctx,
  { personId, need, closedNote }: ImportedPerson,
  year: number,
  topics: readonly { readonly code: string; readonly label: string }[],
): Said[] => {
  const common = { personId, year, source: 'import' as const, statedOn: ctx.today, accountId: ctx.actor.accountId };
  const open = need ? topicOf(need, topics) : undefined;
  const closed = closedNote
    ? (topicOf(
        '',
        topics.filter(({ code }) => code === 'other'),
      ) ?? topics.at(-1)?.code)
    : undefined;
  return [
    ...(need && open ? [{ need: { ...common, topic: open, note: need, confidential: false }, secret: null }] : []),
    ...(closedNote && closed
      ? [{ need: { ...common, topic: closed, note: '', confidential: true }, secret: closedNote }]
      : []),
  ];
};
