import { counted } from '../../../kernel/russian/plural.ts';
import { assetUrl } from '../../../platform/assets.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import type { MoveView } from '../desk.ts';
import { type Move, movesOf } from '../desk-rows.ts';
import { type MoveRefusal, movePair, undoLastMove, viewOf } from '../move-pair.ts';
import type { Proposal } from '../proposal.ts';
import type { Beside } from '../question.ts';
import { type NamedPerson, personNames, proposalById } from '../rows.ts';
import { moveRefusals, ruleName, signed } from '../texts.ts';
import { type Arranged, Board } from './board.tsx';
import { theProposal } from './proposal.tsx';

interface Shown {
  readonly beside: Beside;
  readonly q?: string;
  readonly page?: number;
  /** The mentee who was picked up. */
  readonly menteeId?: string;
  readonly refusal?: string | undefined;
}

const everybody = (view: MoveView, moves: readonly Move[]): string[] => [
  ...view.mentors.map(({ id }) => id),
  ...view.mentees.map(({ id }) => id),
  ...moves.flatMap(({ menteeId, toMentorId }) => (toMentorId ? [menteeId, toMentorId] : [menteeId])),
];

const LastMove = ({ proposal, move, names }: { proposal: Proposal; move: Move; names: Map<string, NamedPerson> }) => {
  const [mentee, mentor] = [names.get(move.menteeId)?.name, move.toMentorId && names.get(move.toMentorId)?.name];
  return (
    <Note
      icon="git-branch"
      actions={
        <PostButton action={`/matching/${proposal.id}/desk/undo`} hidden={{ version: proposal.version }}>
          <Button size="s" icon="undo-2" busy="Отменяем…">
            Отменить ход
          </Button>
        </PostButton>
      }
    >
      Последний ход: {mentee ?? 'человек выбыл'} → {mentor ?? 'без наставника'}, {signed(move.change)} к сумме.{' '}
      {move.actorName}
    </Note>
  );
};

const page = async (ctx: PageCtx, proposal: Proposal, { beside, q = '', page: at = 1, menteeId, refusal }: Shown) => {
  const view = await viewOf(ctx, proposal, beside);
  const moves = await movesOf(ctx.db, proposal.id);
  const names = await personNames(ctx.db, everybody(view, moves));
  const arranged: Arranged = { proposal, view, names, q, page: at, menteeId };
  const [last] = moves;
  const alone = view.mentees.filter(({ id }) => !view.pairOf(id)).length;
  return screen(
    ctx,
    { title: `Стол: предложение № ${proposal.number}`, wide: true, script: assetUrl('arrange.js') },
    <>
      <Heading
        title="Стол подбора"
        crumbs={[
          { label: 'Подбор пар', href: '/matching' },
          { label: `Предложение № ${proposal.number}`, href: `/matching/${proposal.id}` },
          { label: 'Стол' },
        ]}
        lead={`Без наставника ${counted(alone, 'человек', 'человека', 'человек')}. Перетащите карточку к наставнику или возьмите её пробелом и выберите наставника стрелками.`}
        actions={<LinkButton href={`/matching/${proposal.id}`}>К предложению</LinkButton>}
      />
      {refusal ? <Note kind="warn">{refusal}</Note> : null}
      {last ? <LastMove proposal={proposal} move={last} names={names} /> : null}
      <FilterBar
        search={{
          action: `/matching/${proposal.id}/desk`,
          label: 'Фамилия',
          placeholder: 'Фамилия или группа',
          value: q,
        }}
        keep={menteeId ? { mentee: menteeId } : {}}
      />
      <Board {...arranged} />
    </>,
  );
};

const shownOf = ({ query }: Input, beside: Beside): Shown => {
  const menteeId = query.get('mentee') ?? '';
  const known = /^[0-9a-f-]{36}$/.test(menteeId);
  return {
    beside,
    q: query.get('q') ?? '',
    page: Math.max(1, Number(query.get('page')) || 1),
    ...(known ? { menteeId } : {}),
  };
};

export const arrangePage = (beside: Beside): Route => ({
  method: 'GET',
  path: '/matching/:proposalId/desk',
  who: pairKeepers,
  handle: async (ctx, input) => page(ctx, await theProposal(ctx, input), shownOf(input, beside)),
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Why this one cannot stand there, in the words of the rules. */
const explained = async (
  ctx: PageCtx,
  proposal: Proposal,
  { menteeId, mentorId, beside }: { menteeId: string; mentorId: string | null; beside: Beside },
): Promise<string> => {
  const chance = mentorId ? (await viewOf(ctx, proposal, beside)).chanceOf(menteeId, mentorId) : undefined;
  const rules = chance && !chance.possible ? chance.rules.map(ruleName).join('; ') : '';
  return rules ? `${moveRefusals['not-possible']}: ${rules}.` : moveRefusals['nobody-such'];
};

export const moveThis = (beside: Beside): Route => ({
  method: 'POST',
  path: '/matching/:proposalId/desk/move',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const [menteeId, sent] = [sentValue(input.form, 'menteeId'), sentValue(input.form, 'mentorId')];
    const mentorId = uuid.test(sent) ? sent : null;
    const version = Number(sentValue(input.form, 'version')) || 0;
    const outcome = uuid.test(menteeId)
      ? await movePair(ctx, { proposalId: proposal.id, version, menteeId, mentorId }, beside)
      : { ok: false as const, reason: 'nobody-such' as MoveRefusal };
    if (!outcome.ok) {
      const words =
        outcome.reason === 'not-possible'
          ? await explained(ctx, proposal, { menteeId, mentorId, beside })
          : moveRefusals[outcome.reason];
      return again(await page(ctx, proposal, { ...shownOf(input, beside), refusal: words }));
    }
    const next = await proposalById(ctx.db, proposal.id);
    const undo = { action: `/matching/${proposal.id}/desk/undo?version=${next?.version ?? 0}`, label: 'Отменить' };
    const text = `${mentorId ? 'Поставлено' : 'Снято'}: ${signed(outcome.value.change)} к сумме баллов`;
    return goTo(`/matching/${proposal.id}/desk#row-${menteeId}`, { toast: { text, undo } });
  },
});

export const undoThis = (beside: Beside): Route => ({
  method: 'POST',
  path: '/matching/:proposalId/desk/undo',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const version = Number(sentValue(input.form, 'version') || input.query.get('version')) || 0;
    const outcome = await undoLastMove(ctx, { proposalId: proposal.id, version }, beside);
    if (!outcome.ok) return again(await page(ctx, proposal, { beside, refusal: moveRefusals[outcome.reason] }));
    return goTo(`/matching/${proposal.id}/desk`, {
      toast: { text: `Ход отменён: ${signed(outcome.value.change)} к сумме баллов` },
    });
  },
});
