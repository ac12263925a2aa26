import { demand, roles } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Paper, PaperDesk } from '../../../ui/paper.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personById, personsByIds } from '../../people/rows.ts';
import type { Consequences } from '../consequence.ts';
import { allowedOf, withdrawalFields } from '../fields.ts';
import { signingFields } from '../keeping-fields.ts';
import { consentSettings } from '../setting-rows.ts';
import { mayActFor, signConsent, signingOf } from '../sign-consent.ts';
import { representedBy } from '../signing-rows.ts';
import { signingRefusals } from '../signing-texts.ts';
import { purposeNames, purposeTitles, withdrawalRefusals } from '../texts.ts';
import { withdrawConsent } from '../withdraw-consent.ts';
import { purposeIn } from './record.tsx';
import { standingsOf } from './section.tsx';
import { ConsentMark } from './words.tsx';

const over = ['missing', 'expired', 'withdrawn'];
const wanted = [
  'missing',
  'expired',
  'withdrawn',
  'turned-18',
  'needs-representative',
  'outdated-text',
  'expires-soon',
];

/** Consents of one person, as that person or the representative sees them. */
const OwnTable = async ({ ctx, person, electronic }: { ctx: PageCtx; person: Person; electronic: boolean }) => {
  const rows = await standingsOf(ctx, person);
  const place = `/my/consents/${person.id}`;
  return (
    <Section title={fullName(person)} icon="user">
      <Table
        caption={`Согласия: ${fullName(person)}`}
        rows={rows}
        columns={[
          { key: 'purpose', label: 'На что', head: true, cell: ({ purpose }) => purposeNames[purpose] },
          { key: 'state', label: 'Состояние', cell: ({ state, till }) => <ConsentMark state={state} till={till} /> },
          {
            key: 'actions',
            label: 'Действия',
            labelHidden: true,
            kind: 'actions',
            cell: ({ purpose, state }) => (
              <>
                {electronic && wanted.includes(state) ? (
                  <LinkButton size="s" href={`${place}/${purpose}/sign`} name={`Подписать: ${purposeNames[purpose]}`}>
                    Подписать
                  </LinkButton>
                ) : null}
                {over.includes(state) ? null : (
                  <LinkButton
                    size="s"
                    kind="quiet"
                    href={`${place}/${purpose}/withdraw`}
                    name={`Отозвать: ${purposeNames[purpose]}`}
                  >
                    Отозвать
                  </LinkButton>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};

export const ownPage: MemberRoute = {
  method: 'GET',
  path: '/my/consents',
  who: roles,
  async handle(ctx) {
    const self = ctx.actor.personId;
    const people = self ? await personsByIds(ctx.db, [self, ...(await representedBy(ctx.db, self))]) : [];
    const { electronic } = await consentSettings(ctx.db);
    return screen(
      ctx,
      { title: 'Мои согласия' },
      <>
        <Heading
          title="Мои согласия"
          lead="Отозвать согласие можно в любой день, объяснять причину не нужно."
          crumbs={[{ label: 'Мои согласия' }]}
        />
        {people.length === 0 ? (
          <Empty icon="file-check" title="Согласий здесь нет">
            Ваша учётная запись не связана с карточкой человека. Если это ошибка, скажите куратору.
          </Empty>
        ) : (
          people.map((person) => <OwnTable ctx={ctx} person={person} electronic={electronic} />)
        )}
      </>,
    );
  },
};

const crumbs = (last: string) => [{ label: 'Мои согласия', href: '/my/consents' }, { label: last }];

const personIn = async (ctx: PageCtx, input: Input): Promise<Person> => {
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  demand(await mayActFor(ctx, person.id));
  return person;
};

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const signScreen = async (ctx: PageCtx, input: Input, { form = emptyForm, errors = {}, refusal }: Sent = {}) => {
  const purpose = purposeIn(input);
  const person = await personIn(ctx, input);
  const signing = await signingOf(ctx, person.id, purpose);
  const title = purposeTitles[purpose];
  return screen(
    ctx,
    { title },
    <>
      <Heading title={title} crumbs={crumbs('Подписать')} lead={fullName(person)} />
      {signing.ok ? (
        <>
          <PaperDesk label={title}>
            <Paper>
              {signing.value.words.split('\n').map((line) => (
                <p>{line || '\u00A0'}</p>
              ))}
            </Paper>
          </PaperDesk>
          <Form
            action={`/my/consents/${person.id}/${purpose}/sign`}
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Подписать согласие</Button>}
            note="Код заменяет вашу подпись. Система запомнит время, учётную запись и текст."
          >
            <FormFields
              fields={signingFields}
              form={form}
              errors={errors}
              only={
                signing.value.waiting ? ['code'] : [...allowedOf[purpose].filter((name) => name !== 'places'), 'code']
              }
            />
          </Form>
        </>
      ) : (
        <Note
          kind="warn"
          title={signingRefusals[signing.reason]}
          actions={<LinkButton href="/my/consents">К моим согласиям</LinkButton>}
        />
      )}
    </>,
  );
};

const signPath = '/my/consents/:personId/:purpose/sign';

export const signPage: MemberRoute = {
  method: 'GET',
  path: signPath,
  who: roles,
  handle: (ctx, input) => signScreen(ctx, input),
};

export const signOne: MemberRoute = {
  method: 'POST',
  path: signPath,
  who: roles,
  async handle(ctx, input) {
    const purpose = purposeIn(input);
    const { form } = input;
    const { id } = await personIn(ctx, input);
    const read = readForm(signingFields, form);
    if (!read.ok) return again(await signScreen(ctx, input, { form, errors: read.errors }));
    const { code, ...allowed } = read.value;
    const { pages } = await consentSettings(ctx.db);
    const places = purpose === 'publication' || purpose === 'photo' ? pages : '';
    const outcome = await signConsent(ctx, { personId: id, purpose, code, allowed: { ...allowed, places } });
    if (!outcome.ok) {
      const words = signingRefusals[outcome.reason];
      if (outcome.reason === 'nothing-allowed')
        return again(await signScreen(ctx, input, { form, errors: { categories: words } }));
      const errors = outcome.reason === 'wrong-code' ? { code: words } : {};
      return again(
        await signScreen(ctx, input, outcome.reason === 'wrong-code' ? { form, errors } : { form, refusal: words }),
      );
    }
    return goTo('/my/consents', { toast: { text: `Согласие подписано ${formatDay(ctx.today)}` } });
  },
};

const withdrawPath = '/my/consents/:personId/:purpose/withdraw';

const withdrawScreen = async (ctx: PageCtx, input: Input, consequences: Consequences, sent: Sent = {}) => {
  const purpose = purposeIn(input);
  const person = await personIn(ctx, input);
  const lost: string[] = [];
  for (const consequence of consequences[purpose] ?? []) lost.push(...(await consequence.describe(ctx, person.id)));
  return screen(
    ctx,
    { title: 'Отозвать согласие' },
    <>
      <Heading
        title="Отозвать согласие?"
        crumbs={crumbs('Отзыв')}
        lead={`${fullName(person)}. ${purposeTitles[purpose]}.`}
      />
      <Note kind={lost.length > 0 ? 'warn' : 'info'} strong title="Что прекратится сразу">
        <ul>
          {lost.map((sentence) => (
            <li>{sentence}</li>
          ))}
          <li>Данные, которые держатся только на этом согласии, колледж уничтожит за 30 дней и составит акт.</li>
        </ul>
      </Note>
      <Form
        action={`/my/consents/${person.id}/${purpose}/withdraw`}
        errors={sent.errors}
        refusal={sent.refusal}
        actions={
          <>
            <Button kind="danger">Отозвать согласие</Button>
            <LinkButton kind="quiet" href="/my/consents">
              Оставить как есть
            </LinkButton>
          </>
        }
      >
        <FormFields fields={withdrawalFields} form={sent.form ?? emptyForm} errors={sent.errors} />
      </Form>
    </>,
  );
};

export const ownWithdrawPage = (consequences: Consequences): MemberRoute => ({
  method: 'GET',
  path: withdrawPath,
  who: roles,
  handle: (ctx, input) => withdrawScreen(ctx, input, consequences),
});

export const ownWithdraw = (consequences: Consequences): MemberRoute => ({
  method: 'POST',
  path: withdrawPath,
  who: roles,
  async handle(ctx, input) {
    const purpose = purposeIn(input);
    const { form } = input;
    const person = await personIn(ctx, input);
    const read = readForm(withdrawalFields, form);
    if (!read.ok) return again(await withdrawScreen(ctx, input, consequences, { form, errors: read.errors }));
    const withdrawal = { personId: person.id, purpose, ...read.value };
    const outcome = await withdrawConsent(ctx, withdrawal, consequences[purpose] ?? []);
    if (!outcome.ok) {
      const refusal = withdrawalRefusals[outcome.reason];
      return again(await withdrawScreen(ctx, input, consequences, { form, refusal }));
    }
    return goTo('/my/consents', { toast: { text: 'Согласие отозвано' } });
  },
});
