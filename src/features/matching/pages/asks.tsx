import { counted } from '../../../kernel/russian/plural.ts';
import { readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { QrSheets } from '../../../ui/qr-sheets.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { pairKeepers } from '../../pairs/access.ts';
import { answerAtDesk } from '../answer-ask.ts';
import { type AskedSide, silentOf } from '../ask-rows.ts';
import { askSides, issueAskLinks } from '../ask-sides.ts';
import { type DeskPair, deskPairs, type SideState } from '../desk-rows.ts';
import { answerFields } from '../fields.ts';
import type { Proposal } from '../proposal.ts';
import { askRefusals, sideStates } from '../texts.ts';
import { choiceOf, theProposal } from './proposal.tsx';

const perPage = 40;
const parts = ['all', 'silent', 'declined', 'agreed'] as const;
type Part = (typeof parts)[number];
const partNames: Readonly<Record<Part, string>> = {
  all: 'Все',
  silent: 'Нет ответа',
  declined: 'Отказы',
  agreed: 'Оба согласны',
};

const isIn = (part: Part, { mentorSays, menteeSays }: DeskPair): boolean => {
  const says = [mentorSays, menteeSays];
  if (part === 'declined') return says.includes('decline');
  if (part === 'agreed') return says.every((one) => one === 'agree');
  return part === 'all' || says.some((one) => one === 'waiting' || one === 'none');
};

const tones: Readonly<Record<SideState, 'ok' | 'warn' | 'bad' | 'mute'>> = {
  none: 'mute',
  waiting: 'warn',
  agree: 'ok',
  decline: 'bad',
};

/** What one side said, and two buttons for the curator who was told. */
const Side = ({ base, pair, side }: { base: string; pair: DeskPair; side: AskedSide }) => {
  const says = side === 'mentor' ? pair.mentorSays : pair.menteeSays;
  const name = side === 'mentor' ? pair.mentorName : pair.menteeName;
  const hidden = { pair: `${pair.mentorId} ${pair.menteeId}`, side };
  return (
    <div class="decision">
      <span>
        {name} <span class="hint">{side === 'mentor' ? pair.mentorPlace : pair.menteePlace}</span>
      </span>
      <Badge tone={tones[says]}>{sideStates[says]}</Badge>
      {says === 'agree' || says === 'none' ? null : (
        <PostButton action={`${base}/answer`} hidden={{ ...hidden, answer: 'agree' }}>
          <Button size="s" icon="check" name={`Согласен: ${name}`} />
        </PostButton>
      )}
      {says === 'decline' || says === 'none' ? null : (
        <PostButton action={`${base}/answer`} hidden={{ ...hidden, answer: 'decline', reason: 'Сказал куратору' }}>
          <Button size="s" icon="x" name={`Не согласен: ${name}`} />
        </PostButton>
      )}
    </div>
  );
};

const columns = (base: string) => [
  {
    key: 'mentor',
    label: 'Наставник',
    head: true,
    cell: (pair: DeskPair) => <Side base={base} pair={pair} side="mentor" />,
  },
  { key: 'mentee', label: 'Наставляемый', cell: (pair: DeskPair) => <Side base={base} pair={pair} side="mentee" /> },
  {
    key: 'why',
    label: 'Причина отказа',
    secondary: true,
    cell: (pair: DeskPair) => pair.declined ?? '',
  },
];

const page = async (
  ctx: PageCtx,
  proposal: Proposal,
  { part = 'all', at = 1, refusal }: { part?: Part; at?: number; refusal?: string } = {},
) => {
  const base = `/matching/${proposal.id}/asks`;
  const open = (await deskPairs(ctx.db, proposal.id)).filter(({ decision }) => decision === 'open');
  const silent = await silentOf(ctx.db, proposal.id);
  const notAsked = open.filter(({ mentorSays }) => mentorSays === 'none').length;
  const rows = open.filter((pair) => isIn(part, pair));
  return screen(
    ctx,
    { title: `Согласия сторон: предложение № ${proposal.number}` },
    <>
      <Heading
        title="Согласия сторон"
        crumbs={[
          { label: 'Подбор пар', href: '/matching' },
          { label: `Предложение № ${proposal.number}`, href: `/matching/${proposal.id}` },
          { label: 'Согласия сторон' },
        ]}
        lead={
          silent.length === 0
            ? notAsked === open.length && open.length > 0
              ? 'Никого ещё не спрашивали.'
              : 'Ответили все, кого спросили.'
            : `Ещё не ответили: ${counted(silent.length, 'человек', 'человека', 'человек')}.`
        }
        actions={
          <>
            {silent.length > 0 ? (
              <PostButton action={`${base}/links`} answersPage>
                <Button icon="qr-code">Личные ссылки молчащим: {silent.length}</Button>
              </PostButton>
            ) : null}
            {notAsked > 0 ? (
              <PostButton action={base}>
                <Button kind="primary" icon="message-circle" busy="Спрашиваем…">
                  Спросить обе стороны: {counted(notAsked, 'пара', 'пары', 'пар')}
                </Button>
              </PostButton>
            ) : (
              <LinkButton kind="primary" href={`/matching/${proposal.id}/publish`} icon="file-text">
                К публикации
              </LinkButton>
            )}
          </>
        }
      />
      {refusal ? <Note kind="warn">{refusal}</Note> : null}
      <Note icon="eye">
        У кого есть вход в систему, тот увидит вопрос у себя. Остальным дайте личную ссылку или запишите ответ со слов.
        Причину отказа видят только кураторы.
      </Note>
      <FilterBar>
        {parts.map((one) => (
          <FilterPill
            href={one === 'all' ? base : `${base}?part=${one}`}
            label={partNames[one]}
            count={open.filter((pair) => isIn(one, pair)).length}
            active={one === part}
            removable={false}
          />
        ))}
      </FilterBar>
      <Table
        caption="Ответы обеих сторон"
        columns={columns(base)}
        rows={rows.slice((at - 1) * perPage, at * perPage)}
        pages={{ page: at, perPage, total: rows.length, href: (number) => `${base}?part=${part}&page=${number}` }}
        empty={<Empty title="Здесь никого">В этой части предложения пар нет.</Empty>}
      />
    </>,
  );
};

export const asksPage: Route = {
  method: 'GET',
  path: '/matching/:proposalId/asks',
  who: pairKeepers,
  async handle(ctx, input) {
    const part = parts.find((one) => one === input.query.get('part')) ?? 'all';
    const at = Math.max(1, Number(input.query.get('page')) || 1);
    return page(ctx, await theProposal(ctx, input), { part, at });
  },
};

export const askThem: Route = {
  method: 'POST',
  path: '/matching/:proposalId/asks',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const outcome = await askSides(ctx, proposal.id);
    const text = outcome.ok
      ? `Вопрос задан: ${counted(outcome.value, 'сторона', 'стороны', 'сторон')}`
      : 'Спрашивать больше некого: все открытые пары уже спрошены';
    return goTo(`/matching/${proposal.id}/asks`, { toast: { text } });
  },
};

export const printAsks: Route = {
  method: 'POST',
  path: '/matching/:proposalId/asks/links',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const back = `/matching/${proposal.id}/asks`;
    const outcome = await issueAskLinks(ctx, proposal.id);
    if (!outcome.ok) return goTo(back, { toast: { text: 'Все уже ответили: ссылки не нужны' } });
    const { shortName } = await theCollege(ctx.db);
    const cards = outcome.value.map(({ name, place, token, pairs }) => ({
      title: name,
      text: `${ctx.baseUrl}/pair/${token}`,
      note: `${place}. Ответьте с телефона: ${counted(pairs, 'вопрос', 'вопроса', 'вопросов')}. Ссылка личная, не передавайте её.`,
    }));
    return screen(
      ctx,
      { title: 'Личные ссылки' },
      <>
        <Heading
          title="Личные ссылки"
          crumbs={[{ label: 'Согласия сторон', href: back }, { label: 'Личные ссылки' }]}
          lead="Напечатайте или разошлите сейчас: второй раз эту страницу не открыть, можно только сделать новую. Прежние ссылки продолжают действовать."
          actions={<LinkButton href={back}>Готово</LinkButton>}
        />
        <QrSheets college={shortName} sheets={[{ title: `Предложение № ${proposal.number}`, cards }]} />
      </>,
    );
  },
};

/** The curator writes down what one side said. */
export const answerByHand: Route = {
  method: 'POST',
  path: '/matching/:proposalId/asks/answer',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const read = readForm(answerFields, input.form);
    if (!read.ok) return again(await page(ctx, proposal, { refusal: Object.values(read.errors)[0] ?? '' }));
    const side: AskedSide = sentValue(input.form, 'side') === 'mentor' ? 'mentor' : 'mentee';
    const pair = choiceOf(sentValue(input.form, 'pair'));
    const outcome = await answerAtDesk(ctx, { proposalId: proposal.id, ...pair, side, ...read.value });
    if (!outcome.ok) return again(await page(ctx, proposal, { refusal: askRefusals[outcome.reason] }));
    return goTo(`/matching/${proposal.id}/asks`, { toast: { text: 'Ответ записан' } });
  },
};
