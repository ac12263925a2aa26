import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { CheckboxGroup, FileField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { listOrganisations } from '../../people/organisation-rows.ts';
import { fullName } from '../../people/person.ts';
import { personsOfOrganisation } from '../../people/rows.ts';
import { expertKeepers, expertReaders, mayKeepExperts } from '../access.ts';
import { type Agreement, periodOf } from '../expert.ts';
import { agreementFields } from '../fields.ts';
import { agreementById, allAgreements, specialistsOf } from '../partner-rows.ts';
import { allExperts } from '../rows.ts';
import { addAgreement, endAgreement, giveSpecialists } from '../save-agreement.ts';
import { agreementRefusals } from '../texts.ts';
import { bankTabs } from './register.tsx';
import { TermBadge } from './words.tsx';

const requisites = ({ number, day }: Agreement): string => `№\u00a0${number} от\u00a0${formatDay(day)}`;

const columnsOf = (ctx: PageCtx): readonly Column<Agreement>[] => [
  {
    key: 'organisation',
    label: 'Партнёр',
    head: true,
    cell: (one) => <a href={`/partners/${one.id}`}>{one.organisationName}</a>,
  },
  { key: 'number', label: 'Соглашение', cell: requisites },
  { key: 'term', label: 'Срок', cell: (one) => <TermBadge period={periodOf(one)} today={ctx.today} /> },
  {
    key: 'specialists',
    label: 'Специалистов',
    kind: 'number',
    cell: (one) => <a href={`/partners/${one.id}#specialists`}>{one.specialists}</a>,
  },
];

export const partnersPage: MemberRoute = {
  method: 'GET',
  path: '/partners',
  who: expertReaders,
  async handle(ctx) {
    const agreements = await allAgreements(ctx.db);
    const experts = (await allExperts(ctx.db)).filter(({ leftOn }) => leftOn === null).length;
    const keeper = mayKeepExperts(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Партнёры' },
      <>
        <Heading
          title="Эксперты и партнёры"
          lead="Предприятия, с которыми есть соглашение, и специалисты, которых они дают наставниками."
          actions={
            keeper ? (
              <LinkButton kind="primary" icon="handshake" href="/partners/new">
                Записать соглашение
              </LinkButton>
            ) : null
          }
        />
        {bankTabs('partners', experts, agreements.length)}
        <Table
          caption="Соглашения с партнёрами"
          columns={columnsOf(ctx)}
          rows={agreements}
          empty={
            <Empty icon="handshake" title="Здесь будут соглашения с предприятиями">
              Запишите номер, срок и специалистов: без соглашения форма «работодатель — студент» не начнётся.
            </Empty>
          }
        />
      </>,
    );
  },
};

const newPage = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  const organisations = (await listOrganisations(ctx.db)).map(({ id, name }) => ({ value: id, label: name }));
  return screen(
    ctx,
    { title: 'Новое соглашение' },
    <>
      <Heading
        title="Новое соглашение"
        crumbs={[{ label: 'Партнёры', href: '/partners' }, { label: 'Новое соглашение' }]}
        lead={
          organisations.length === 0 ? (
            <>
              Организаций ещё нет. <a href="/organisations">Внесите первую</a>, потом запишите соглашение.
            </>
          ) : undefined
        }
      />
      <Form
        action="/partners/new"
        errors={errors}
        refusal={refusal}
        draft="agreement-new"
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать соглашение
            </Button>
            <LinkButton kind="quiet" href="/partners">
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={agreementFields(organisations)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newAgreementPage: MemberRoute = {
  method: 'GET',
  path: '/partners/new',
  who: expertKeepers,
  handle: (ctx) => newPage(ctx, formOf({})),
};

export const createAgreement: MemberRoute = {
  method: 'POST',
  path: '/partners/new',
  who: expertKeepers,
  async handle(ctx, { form }) {
    const read = readForm(agreementFields([]), form);
    if (!read.ok) return again(await newPage(ctx, form, read.errors));
    const outcome = await addAgreement(ctx, read.value);
    if (!outcome.ok) return again(await newPage(ctx, form, {}, agreementRefusals[outcome.reason]));
    return goTo(`/partners/${outcome.value}#specialists`, { toast: { text: 'Соглашение записано' } });
  },
};

/** An agreement's page; after a refused form with why. */
export const onePage = async (ctx: PageCtx, agreement: Agreement, refusal?: string, scanError?: string) => {
  const theirs = await personsOfOrganisation(ctx.db, agreement.organisationId);
  const given = await specialistsOf(ctx.db, agreement.id);
  const keeper = mayKeepExperts(ctx.actor) === true;
  const options = theirs.map((person) => ({ value: person.id, label: fullName(person), hint: person.post }));
  return screen(
    ctx,
    { title: agreement.organisationName },
    <>
      <Heading
        title={agreement.organisationName}
        crumbs={[{ label: 'Партнёры', href: '/partners' }, { label: agreement.organisationName }]}
        lead={`Соглашение ${requisites(agreement)}`}
        actions={
          keeper && agreement.endedOn === null && agreement.day <= ctx.today ? (
            <PostButton action={`/partners/${agreement.id}/end`}>
              <Button kind="danger">Прекратить соглашение</Button>
            </PostButton>
          ) : null
        }
      />
      <DefinitionList
        terms={[
          { label: 'Срок', value: <TermBadge period={periodOf(agreement)} today={ctx.today} /> },
          { label: 'О чём', value: agreement.subject },
          {
            label: 'Скан',
            value:
              keeper && agreement.scanFileId ? (
                <a href={`/partners/${agreement.id}/scan`} download>
                  Открыть скан
                </a>
              ) : (
                ''
              ),
          },
          {
            label: 'Организация',
            value: <a href={`/organisations/${agreement.organisationId}`}>{agreement.organisationName}</a>,
          },
        ]}
      />
      {keeper ? (
        <details open={scanError !== undefined || undefined}>
          <summary>{agreement.scanFileId ? 'Заменить скан' : 'Загрузить скан'}</summary>
          <Form
            action={`/partners/${agreement.id}/scan`}
            files
            errors={scanError ? { scan: scanError } : {}}
            actions={<Button>Загрузить скан</Button>}
          >
            <FileField
              name="scan"
              label="Скан подписанного соглашения"
              hint="PDF, JPEG или PNG, до 25 МБ"
              invite="Перетащите скан или выберите файл"
              accept=".pdf,.jpg,.jpeg,.png"
              error={scanError}
            />
          </Form>
        </details>
      ) : null}
      <Section title="Кого даёт партнёр" id="specialists" count={given.length}>
        {theirs.length === 0 ? (
          <Empty
            icon="users"
            title="Людей этой организации ещё нет"
            action={<LinkButton href="/people/new">Завести карточку</LinkButton>}
          >
            Внесите карточки специалистов и укажите в них организацию.
          </Empty>
        ) : keeper ? (
          <Form
            action={`/partners/${agreement.id}/specialists`}
            refusal={refusal}
            actions={<Button kind="primary">Записать специалистов</Button>}
          >
            <CheckboxGroup
              name="personIds"
              label={`Отметьте специалистов: всего ${counted(theirs.length, 'человек', 'человека', 'человек')}`}
              values={given}
              options={options}
            />
          </Form>
        ) : (
          <ul class="plain-list">
            {theirs
              .filter(({ id }) => given.includes(id))
              .map((person) => (
                <li>{[fullName(person), person.post].filter(Boolean).join(', ')}</li>
              ))}
          </ul>
        )}
      </Section>
    </>,
  );
};

export const theAgreement = async (ctx: PageCtx, input: Parameters<typeof param>[0]): Promise<Agreement> =>
  found(await agreementById(ctx.db, param(input, 'agreementId')), 'agreement');

export const agreementPage: MemberRoute = {
  method: 'GET',
  path: '/partners/:agreementId',
  who: expertReaders,
  handle: async (ctx, input) => onePage(ctx, await theAgreement(ctx, input)),
};

export const putSpecialists: MemberRoute = {
  method: 'POST',
  path: '/partners/:agreementId/specialists',
  who: expertKeepers,
  async handle(ctx, input) {
    const agreement = await theAgreement(ctx, input);
    const personIds = input.form.values.personIds ?? [];
    const outcome = await giveSpecialists(ctx, { agreementId: agreement.id, personIds });
    if (!outcome.ok) return again(await onePage(ctx, agreement, agreementRefusals[outcome.reason]));
    return goTo(`/partners/${agreement.id}`, { toast: { text: 'Специалисты записаны' } });
  },
};

export const endThis: MemberRoute = {
  method: 'POST',
  path: '/partners/:agreementId/end',
  who: expertKeepers,
  async handle(ctx, input) {
    const agreement = await theAgreement(ctx, input);
    const outcome = await endAgreement(ctx, agreement.id);
    if (!outcome.ok) return again(await onePage(ctx, agreement, agreementRefusals[outcome.reason]));
    return goTo(`/partners/${agreement.id}`, { toast: { text: 'Соглашение прекращено' } });
  },
};
