import { formatDay } from '../../../kernel/day.ts';
import { goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { questionnaireKeepers, resultReaders } from '../access.ts';
import { issueCommonLink, issuePersonalLinks } from '../issue-links.ts';
import type { Round } from '../round.ts';
import { linkRefusals } from '../texts.ts';
import { roundIn, seenRound } from './round.tsx';

interface Card {
  readonly title: string;
  readonly note: string;
  readonly token: string;
}

/** The sheet is the answer to the request that made it: its secrets are stored nowhere, so it has no address of its own. */
const cardsScreen = (ctx: PageCtx, round: Round, lead: string, cards: readonly Card[]) => {
  const back = `/questionnaires/rounds/${round.id}`;
  return screen(
    ctx,
    { title: 'Листок с QR-кодом' },
    <>
      <Heading
        title={round.title}
        crumbs={[
          { label: 'Анкеты', href: '/questionnaires' },
          { label: round.title, href: back },
          { label: 'QR-коды' },
        ]}
        lead={lead}
        actions={<LinkButton href={back}>Готово</LinkButton>}
      />
      <ul class="link-cards">
        {cards.map(({ title, note, token }) => (
          <li>
            <p>
              <strong>{title}</strong>
            </p>
            <Qr text={`${ctx.baseUrl}/q/${token}`} size={cards.length === 1 ? 280 : 150} label={`QR-код: ${title}`} />
            <p class="break">{`${ctx.baseUrl}/q/${token}`}</p>
            <p>{note}</p>
          </li>
        ))}
      </ul>
      <Note kind="warn">
        Второй раз этот листок не открыть. Напечатайте его сейчас; новый листок отменит ссылки со старого.
      </Note>
    </>,
  );
};

const till = (round: Round): string => `до ${formatDay(round.closesOn)}`;

const commonSheet = async (ctx: PageCtx, round: Round, groupId: string | null, code = '') => {
  const link = await issueCommonLink(ctx, round.id, groupId);
  if (!link.ok) return goTo(`/questionnaires/rounds/${round.id}`, { toast: { text: linkRefusals[link.reason] } });
  const title = code === '' ? round.title : `${round.title}: ${code}`;
  const lead = 'Общий код: повесьте на стену или покажите с экрана. Имена по нему не спрашиваются.';
  return cardsScreen(ctx, round, lead, [{ title, note: till(round), token: link.value }]);
};

const personalSheet = async (ctx: PageCtx, round: Round, groupId: string | null) => {
  const links = await issuePersonalLinks(ctx, round.id, groupId);
  if (!links.ok) return goTo(`/questionnaires/rounds/${round.id}`, { toast: { text: linkRefusals[links.reason] } });
  const cards = links.value.map(({ name, groupCode, token }) => ({
    title: name,
    note: [groupCode, till(round)].filter(Boolean).join(', '),
    token,
  }));
  return cardsScreen(ctx, round, 'Разрежьте и раздайте: код у каждого свой. Отвечает тот, кто его держит.', cards);
};

export const commonLink: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/common-link',
  who: questionnaireKeepers,
  handle: async (ctx, input) => commonSheet(ctx, await roundIn(ctx, input), null),
};

export const personalLinks: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/personal-links',
  who: questionnaireKeepers,
  handle: async (ctx, input) => personalSheet(ctx, await roundIn(ctx, input), null),
};

export const commonLinkOfGroup: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/common-link/:groupId',
  who: resultReaders,
  async handle(ctx, input) {
    const { round, people } = await seenRound(ctx, input);
    const groupId = param(input, 'groupId');
    const code = people.find((person) => person.groupId === groupId)?.groupCode ?? '';
    return commonSheet(ctx, round, groupId, code);
  },
};

export const personalLinksOfGroup: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/personal-links/:groupId',
  who: resultReaders,
  async handle(ctx, input) {
    const { round } = await seenRound(ctx, input);
    return personalSheet(ctx, round, param(input, 'groupId'));
  },
};
