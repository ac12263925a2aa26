import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { expertKeepers, expertReaders, mayKeepExperts } from '../access.ts';
import { addContract } from '../add-contract.ts';
import { type Contract, type Expert, type Invitation, invitationOutcomes } from '../expert.ts';
import { contractFields, invitationFields } from '../fields.ts';
import { answerInvitation, inviteExpert } from '../invite-expert.ts';
import { contractsOf, expertById, invitationsOf } from '../rows.ts';
import { releaseExpert } from '../save-expert.ts';
import { contractRefusals, inviteRefusals, outcomeNames, outcomeTones } from '../texts.ts';
import { TermBadge } from './words.tsx';

type Part = 'contract' | 'invitation';

interface Sent {
  readonly part: Part;
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const contractColumns = (ctx: PageCtx): readonly Column<Contract>[] => [
  { key: 'number', label: 'Договор', head: true, cell: (one) => `№\u00a0${one.number} от\u00a0${formatDay(one.day)}` },
  { key: 'subject', label: 'О чём', cell: (one) => one.subject || '—' },
  {
    key: 'term',
    label: 'Срок',
    cell: (one) => <TermBadge period={{ from: one.day, till: one.till }} today={ctx.today} />,
  },
];

const invitationColumns = (keeper: boolean): readonly Column<Invitation>[] => [
  { key: 'purpose', label: 'Для чего', head: true, cell: (one) => one.purpose },
  { key: 'day', label: 'День', cell: (one) => formatDay(one.day) },
  {
    key: 'outcome',
    label: 'Чем кончилось',
    cell: (one) => <Badge tone={outcomeTones[one.outcome]}>{outcomeNames[one.outcome]}</Badge>,
  },
  {
    key: 'answer',
    label: 'Отметить ответ',
    labelHidden: true,
    kind: 'actions',
    cell: (one) =>
      keeper && one.outcome !== 'came' && one.outcome !== 'declined'
        ? (one.outcome === 'invited' ? (['agreed', 'declined'] as const) : (['came', 'declined'] as const)).map(
            (next) => (
              <PostButton action={`/experts/invitations/${one.id}`} hidden={{ outcome: next }}>
                <Button size="s" kind="quiet" name={`${one.purpose}: ${outcomeNames[next]}`}>
                  {outcomeNames[next]}
                </Button>
              </PostButton>
            ),
          )
        : null,
  },
];

const AddForm = ({ expert, part, sent, ctx }: { expert: Expert; part: Part; sent: Sent | undefined; ctx: PageCtx }) => {
  const own = sent?.part === part ? sent : undefined;
  const form = own?.form ?? formOf({ day: formatDay(ctx.today) });
  return (
    <Form
      action={`/experts/${expert.id}/${part}s`}
      errors={own?.errors}
      refusal={own?.refusal}
      id={part}
      actions={<Button busy="Записываем…">{part === 'contract' ? 'Записать договор' : 'Записать приглашение'}</Button>}
    >
      <FormFields fields={part === 'contract' ? contractFields : invitationFields} form={form} errors={own?.errors} />
    </Form>
  );
};

const page = async (ctx: PageCtx, expert: Expert, sent?: Sent) => {
  const topics = new Map((await normsOf(ctx.db, 'topic')).map(({ code, label }) => [code, label]));
  const contracts = await contractsOf(ctx.db, expert.id);
  const invitations = await invitationsOf(ctx.db, expert.id);
  const keeper = mayKeepExperts(ctx.actor) === true;
  return screen(
    ctx,
    { title: expert.shownName },
    <>
      <Heading
        title={expert.shownName}
        crumbs={[{ label: 'Эксперты', href: '/experts' }, { label: expert.shownName }]}
        lead={[expert.shownPost, expert.shownOrganisation].filter(Boolean).join(', ')}
        actions={
          keeper ? (
            <>
              <PostButton action={`/experts/${expert.id}/release`} hidden={{ back: expert.leftOn ? 'yes' : '' }}>
                <Button kind="quiet">{expert.leftOn ? 'Вернуть в банк' : 'Вывести из банка'}</Button>
              </PostButton>
              <LinkButton kind="primary" icon="pencil" href={`/experts/${expert.id}/edit`}>
                Исправить
              </LinkButton>
            </>
          ) : null
        }
      />
      <DefinitionList
        terms={[
          { label: 'С чем помогает', value: expert.areas.map((code) => topics.get(code) ?? code).join(', ') },
          { label: 'Когда доступен', value: expert.availability },
          { label: 'Как связаться', value: expert.contacts },
          { label: 'Заметка', value: expert.note },
          {
            label: 'Карточка',
            value: expert.personId ? (
              <a href={`/people/${expert.personId}`}>{expert.shownName}</a>
            ) : (
              'эксперт со стороны'
            ),
          },
        ]}
      />
      <Section title="Договоры" id="contracts" count={contracts.length}>
        <Table
          caption="Договоры с экспертом"
          plain
          columns={contractColumns(ctx)}
          rows={contracts}
          empty={<p class="hint">Договоров нет. Для безвозмездной помощи он может и не понадобиться.</p>}
        />
        {keeper ? <AddForm expert={expert} part="contract" sent={sent} ctx={ctx} /> : null}
      </Section>
      <Section title="История приглашений" id="invitations" count={invitations.length}>
        <Table
          caption="Приглашения эксперта"
          plain
          columns={invitationColumns(keeper)}
          rows={invitations}
          empty={<p class="hint">Ещё не приглашали.</p>}
        />
        {keeper ? <AddForm expert={expert} part="invitation" sent={sent} ctx={ctx} /> : null}
      </Section>
    </>,
  );
};

const theExpert = async (ctx: PageCtx, input: Parameters<typeof param>[0]): Promise<Expert> =>
  found(await expertById(ctx.db, param(input, 'expertId')), 'expert');

export const expertPage: MemberRoute = {
  method: 'GET',
  path: '/experts/:expertId',
  who: expertReaders,
  handle: async (ctx, input) => page(ctx, await theExpert(ctx, input)),
};

export const putContract: MemberRoute = {
  method: 'POST',
  path: '/experts/:expertId/contracts',
  who: expertKeepers,
  async handle(ctx, input) {
    const expert = await theExpert(ctx, input);
    const sent = { part: 'contract', form: input.form } as const;
    const read = readForm(contractFields, input.form);
    if (!read.ok) return again(await page(ctx, expert, { ...sent, errors: read.errors }));
    const outcome = await addContract(ctx, { ...read.value, expertId: expert.id });
    if (!outcome.ok) return again(await page(ctx, expert, { ...sent, refusal: contractRefusals[outcome.reason] }));
    return goTo(`/experts/${expert.id}`, { toast: { text: 'Договор записан' } });
  },
};

export const putInvitation: MemberRoute = {
  method: 'POST',
  path: '/experts/:expertId/invitations',
  who: expertKeepers,
  async handle(ctx, input) {
    const expert = await theExpert(ctx, input);
    const sent = { part: 'invitation', form: input.form } as const;
    const read = readForm(invitationFields, input.form);
    if (!read.ok) return again(await page(ctx, expert, { ...sent, errors: read.errors }));
    const outcome = await inviteExpert(ctx, { ...read.value, expertId: expert.id });
    if (!outcome.ok) return again(await page(ctx, expert, { ...sent, refusal: inviteRefusals[outcome.reason] }));
    return goTo(`/experts/${expert.id}#invitations`, { toast: { text: 'Приглашение записано' } });
  },
};

export const answerPost: MemberRoute = {
  method: 'POST',
  path: '/experts/invitations/:invitationId',
  who: expertKeepers,
  async handle(ctx, input) {
    const outcome = found(
      invitationOutcomes.find((one) => one === sentValue(input.form, 'outcome')),
      'outcome of an invitation',
    );
    const answered = await answerInvitation(ctx, { invitationId: param(input, 'invitationId'), outcome });
    return goTo(`/experts/${answered.ok ? answered.value : ''}#invitations`, { toast: { text: 'Ответ отмечен' } });
  },
};

export const releaseThis: MemberRoute = {
  method: 'POST',
  path: '/experts/:expertId/release',
  who: expertKeepers,
  async handle(ctx, input) {
    const expert = await theExpert(ctx, input);
    const back = sentValue(input.form, 'back') !== '';
    await releaseExpert(ctx, { expertId: expert.id, back });
    return goTo(`/experts/${expert.id}`, {
      toast: { text: back ? 'Эксперт снова в банке' : 'Эксперт выведен из банка' },
    });
  },
};
