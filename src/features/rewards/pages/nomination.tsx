import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField, TextArea } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { mayKeepRewards, proposers, rewardKeepers } from '../access.ts';
import { workFacts } from '../achievement-rows.ts';
import { nomineeFields } from '../fields.ts';
import { decideAwards, nameNominee } from '../name-nominee.ts';
import { type Nomination, type Nominee, nominationById, nomineesOf } from '../nomination-rows.ts';
import { awardRefusals, nomineeRefusals } from '../texts.ts';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly decision?: string;
}

const NameForm = async ({
  ctx,
  one,
  sent,
}: {
  readonly ctx: PageCtx;
  readonly one: Nomination;
  readonly sent: Sent;
}) => {
  const people = (await workFacts(ctx.db, one.year, ctx.today)).filter(({ side }) => side === one.side);
  const errors = sent.errors ?? {};
  return (
    <Section title="Предложить">
      <Form
        action={`/rewards/nominations/${one.id}/name`}
        errors={errors}
        refusal={sent.refusal}
        draft={`nominee-${one.id}`}
        actions={
          <Button kind="primary" busy="Записываем…">
            Предложить
          </Button>
        }
      >
        <ComboField
          name="personId"
          label="Кто"
          value={sentValue(sent.form, 'personId')}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          empty="выберите человека"
          error={errors.personId}
        />
        <TextArea name="words" label="Почему" value={sentValue(sent.form, 'words')} error={errors.words} />
      </Form>
    </Section>
  );
};

const page = async (ctx: PageCtx, one: Nomination, sent: Sent = { form: emptyForm }) => {
  const nominees = await nomineesOf(ctx.db, one.id);
  const keeper = mayKeepRewards(ctx.actor) === true;
  const open = ctx.today <= one.closesOn;
  return screen(
    ctx,
    { title: one.title },
    <>
      <Heading
        title={one.title}
        crumbs={[{ label: 'Номинации', href: '/rewards/nominations' }, { label: one.title }]}
        lead={open ? `Предлагать можно до ${formatDay(one.closesOn)}.` : `Приём закончен ${formatDay(one.closesOn)}.`}
        actions={
          keeper ? (
            <LinkButton icon="pencil" href={`/rewards/nominations/${one.id}/edit`}>
              Исправить
            </LinkButton>
          ) : null
        }
      />
      {one.criteria ? <p>{one.criteria}</p> : null}
      {sent.decision ? <Note kind="bad" title={sent.decision} /> : null}
      <Table
        caption="Предложенные"
        columns={[
          {
            key: 'who',
            label: 'Кто',
            head: true,
            cell: (row: Nominee) => <a href={`/people/${row.personId}`}>{row.name}</a>,
          },
          { key: 'why', label: 'Почему', cell: (row) => row.words },
          {
            key: 'state',
            label: 'Решение',
            cell: (row) => (row.awardedOn ? <Badge tone="ok">награда {formatDay(row.awardedOn)}</Badge> : '—'),
          },
        ]}
        rows={nominees}
        selectable={
          keeper && !open
            ? {
                value: ({ personId }) => personId,
                label: ({ name }) => name,
                checked: ({ awardedOn }) => awardedOn !== null,
                action: `/rewards/nominations/${one.id}/decide`,
                forms: ['человек', 'человека', 'человек'],
                actions: (
                  <Button size="s" kind="primary" icon="award" busy="Записываем…">
                    Наградить отмеченных
                  </Button>
                ),
              }
            : undefined
        }
        empty={
          <Empty icon="award" title="Никого ещё не предложили">
            {open ? 'Предложите первого.' : 'Продлите приём, если кого-то забыли.'}
          </Empty>
        }
      />
      {open ? <NameForm ctx={ctx} one={one} sent={sent} /> : null}
    </>,
  );
};

const theNomination = async (ctx: PageCtx, input: Input): Promise<Nomination> =>
  found(await nominationById(ctx.db, param(input, 'nominationId')), 'nomination');

export const nominationPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/nominations/:nominationId',
  who: proposers,
  handle: async (ctx, input) => page(ctx, await theNomination(ctx, input)),
};

export const nameThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/nominations/:nominationId/name',
  who: proposers,
  async handle(ctx, input) {
    const one = await theNomination(ctx, input);
    const { form } = input;
    const read = readForm(nomineeFields, form);
    if (!read.ok) return again(await page(ctx, one, { form, errors: read.errors }));
    const outcome = await nameNominee(ctx, { nominationId: one.id, ...read.value });
    if (!outcome.ok) return again(await page(ctx, one, { form, refusal: nomineeRefusals[outcome.reason] }));
    return goTo(`/rewards/nominations/${one.id}`, { toast: { text: 'Предложение записано' } });
  },
};

export const decideThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/nominations/:nominationId/decide',
  who: rewardKeepers,
  async handle(ctx, input) {
    const one = await theNomination(ctx, input);
    const personIds = input.form.values.ids ?? [];
    const outcome = await decideAwards(ctx, { nominationId: one.id, personIds });
    if (!outcome.ok) return again(await page(ctx, one, { form: emptyForm, decision: awardRefusals[outcome.reason] }));
    return goTo(`/rewards/nominations/${one.id}`, { toast: { text: 'Решение записано' } });
  },
};
