import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField, TextArea } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { boardReaders, mayKeepRewards, mayReadRewards, rewardKeepers } from '../access.ts';
import { workFacts } from '../achievement-rows.ts';
import { boardFields } from '../fields.ts';
import { hiddenBecause, shownEntry } from '../honour.ts';
import { type HonourEntry, honourEntries } from '../honour-rows.ts';
import { putOnBoard, takeFromBoard } from '../keep-board.ts';
import { boardRefusals, hiddenWords } from '../texts.ts';
import { RewardTabs } from './tabs.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const PutForm = async ({ ctx, sent }: { readonly ctx: PageCtx; readonly sent: Sent }) => {
  const { currentYear } = await theCollege(ctx.db);
  const people = await workFacts(ctx.db, currentYear, ctx.today);
  const options = [
    ...new Map(people.map(({ personId, name }) => [personId, { value: personId, label: name }])).values(),
  ];
  const errors = sent.errors ?? {};
  return (
    <Section title="Поставить на доску">
      <Form
        action="/rewards/board"
        errors={errors}
        refusal={sent.refusal}
        draft="honour"
        actions={
          <Button kind="primary" busy="Записываем…">
            Поставить
          </Button>
        }
      >
        <ComboField
          name="personId"
          label="Кто"
          value={sentValue(sent.form, 'personId')}
          options={options}
          empty="выберите человека"
          error={errors.personId}
        />
        <TextArea
          name="words"
          label="За что"
          hint="Одно-два предложения: их прочтут все"
          value={sentValue(sent.form, 'words')}
          error={errors.words}
        />
      </Form>
    </Section>
  );
};

const stateOf = (entry: HonourEntry) => {
  const hidden = hiddenBecause(entry);
  if (hidden === null)
    return <Tick>{entry.allowedTill ? `видна всем до ${formatDay(entry.allowedTill)}` : 'видна всем'}</Tick>;
  return (
    <>
      <Badge tone="warn">не видна</Badge> {hiddenWords[hidden]}{' '}
      <a href={`/people/${entry.personId}`}>Открыть карточку</a>
    </>
  );
};

const keepersPage = async (ctx: PageCtx, sent: Sent = { form: emptyForm }) => {
  const { currentYear } = await theCollege(ctx.db);
  const entries = await honourEntries(ctx.db, currentYear, ctx.today);
  const keeper = mayKeepRewards(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Доска почёта' },
    <>
      <Heading
        title="Доска почёта"
        lead="Запись видна, пока действует согласие на публикацию, и только с тем, что оно разрешает."
        actions={
          <LinkButton icon="eye" href="/honour-board">
            Как видят другие
          </LinkButton>
        }
      />
      <RewardTabs now="/rewards/board" />
      <Table
        caption="Записи доски почёта"
        columns={[
          {
            key: 'who',
            label: 'Кто',
            head: true,
            cell: (one: HonourEntry) => <a href={`/people/${one.personId}`}>{fullName(one)}</a>,
          },
          { key: 'why', label: 'За что', cell: (one) => one.words },
          { key: 'state', label: 'Состояние', cell: stateOf },
          {
            key: 'do',
            label: 'Действия',
            labelHidden: true,
            kind: 'actions',
            cell: (one) =>
              keeper ? (
                <PostButton action={`/rewards/board/${one.id}/take`}>
                  <Button size="s" kind="quiet" name={`Убрать с доски: ${fullName(one)}`}>
                    Убрать
                  </Button>
                </PostButton>
              ) : null,
          },
        ]}
        rows={entries}
        empty={
          <Empty icon="award" title="На доске пока никого">
            Поставьте тех, кем гордитесь. Без согласия на публикацию запись подождёт.
          </Empty>
        }
      />
      {keeper ? <PutForm ctx={ctx} sent={sent} /> : null}
    </>,
  );
};

export const boardKeepingPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/board',
  who: rewardKeepers,
  handle: (ctx) => keepersPage(ctx),
};

export const putOnBoardForm: MemberRoute = {
  method: 'POST',
  path: '/rewards/board',
  who: rewardKeepers,
  async handle(ctx, { form }) {
    const read = readForm(boardFields, form);
    if (!read.ok) return again(await keepersPage(ctx, { form, errors: read.errors }));
    const outcome = await putOnBoard(ctx, read.value);
    if (!outcome.ok) return again(await keepersPage(ctx, { form, refusal: boardRefusals[outcome.reason] }));
    return goTo('/rewards/board', { toast: { text: 'Запись на доске' } });
  },
};

export const takeThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/board/:entryId/take',
  who: rewardKeepers,
  async handle(ctx, input) {
    await takeFromBoard(ctx, param(input, 'entryId'));
    return goTo('/rewards/board', { toast: { text: 'Запись убрана' } });
  },
};

/** What hangs in the hall: exactly what each consent allows today. */
export const boardPage: MemberRoute = {
  method: 'GET',
  path: '/honour-board',
  who: boardReaders,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const shown = (await honourEntries(ctx.db, currentYear, ctx.today)).flatMap((one) => shownEntry(one) ?? []);
    return screen(
      ctx,
      { title: 'Доска почёта' },
      <>
        <Heading
          title="Доска почёта"
          lead={shown.length > 0 ? 'Наставники и наставляемые, которыми гордится колледж.' : undefined}
          actions={
            mayReadRewards(ctx.actor) === true && mayKeepRewards(ctx.actor) === true ? (
              <LinkButton icon="pencil" href="/rewards/board">
                Вести доску
              </LinkButton>
            ) : null
          }
        />
        {shown.length === 0 ? (
          <Empty icon="award" title="Доска пока пуста">
            Здесь появятся участники, которые согласились, чтобы о них рассказали.
          </Empty>
        ) : (
          <List
            label="Участники"
            rows={shown.map(({ name, group, words }) => ({
              title: name,
              text: [group, words].filter(Boolean).join('. '),
            }))}
          />
        )}
      </>,
    );
  },
};
