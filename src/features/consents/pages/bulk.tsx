import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { Failure } from '../../../kernel/failure.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Checkbox, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personsByIds, personsOfGroup } from '../../people/rows.ts';
import { consentRecorders, mayRecordConsent } from '../access.ts';
import { defaultTill, isPurpose, type Purpose, signatoryNeeded } from '../consent.ts';
import { consentsFields } from '../fields.ts';
import { lackRepresentative, recordConsents } from '../record-consents.ts';
import { statesOf } from '../rows.ts';
import { textsOf } from '../text-rows.ts';
import { consentRefusalFields, consentRefusals, purposeNames, purposeTitles, signatoryNames } from '../texts.ts';
import { idOr, idsOf } from './address.ts';
import { ConsentMark, Place } from './words.tsx';

const representative = (personId: string): string => `representative-${personId}`;

interface Pile {
  readonly purpose: Purpose;
  /** Everybody on the sheet, by name. */
  readonly people: readonly Person[];
}

const pileOf = async (ctx: PageCtx, purpose: string, group: string, ids: readonly string[]): Promise<Pile> => {
  if (!isPurpose(purpose)) throw new Failure('not-found', 'purpose of a consent');
  const groupId = idOr(group);
  const people = groupId ? await personsOfGroup(ctx.db, groupId) : await personsByIds(ctx.db, idsOf(ids).slice(0, 100));
  for (const person of people) demand(mayRecordConsent(ctx.actor, person));
  return { purpose, people };
};

const bulkScreen = async (
  ctx: PageCtx,
  { purpose, people }: Pile,
  form: RawForm,
  errors: FormErrors = {},
  refusal?: string,
) => {
  const texts = await textsOf(ctx.db, purpose);
  const states = await statesOf(
    ctx.db,
    purpose,
    ctx.today,
    people.map(({ id }) => id),
  );
  const ticked = new Set(form.values.ids ?? []);
  const representativeCell = (person: Person) => {
    if (signatoryNeeded(person, ctx.today) === 'self') return 'не нужен';
    const name = representative(person.id);
    return (
      <TextField
        name={name}
        label={`Представитель: ${fullName(person)}`}
        labelHidden
        value={sentValue(form, name) || person.representativeName}
        error={errors[name]}
        placeholder="Фамилия, имя, отчество"
      />
    );
  };
  return screen(
    ctx,
    { title: 'Записать пачку согласий' },
    <>
      <Heading
        title="Записать пачку согласий"
        crumbs={[{ label: 'Согласия', href: `/consents?purpose=${purpose}` }, { label: 'Пачка' }]}
        lead={`${purposeTitles[purpose]}. Отметьте, чьи бумаги у вас в руках. Подписи должны стоять те, что указаны в таблице.`}
      />
      {people.length === 0 ? (
        <Empty
          icon="users"
          title="Здесь никого нет"
          action={<LinkButton href="/consents">К списку согласий</LinkButton>}
        >
          В группе никто не учится, или никто не был выбран.
        </Empty>
      ) : (
        <Form
          action="/consents/bulk"
          hidden={{ sheet: people.map(({ id }) => id).join(',') }}
          errors={errors}
          refusal={refusal}
          actions={<Button kind="primary">Записать отмеченные</Button>}
        >
          <FormFields fields={consentsFields(texts)} form={form} errors={errors} />
          <Table
            caption={`Чьи согласия: ${purposeNames[purpose]}`}
            rows={people}
            columns={[
              {
                key: 'name',
                label: 'Чья бумага',
                head: true,
                cell: (person) => (
                  <Checkbox
                    name="ids"
                    id={`ids-${person.id}`}
                    value={person.id}
                    label={fullName(person)}
                    checked={ticked.has(person.id)}
                  />
                ),
              },
              {
                key: 'place',
                label: 'Группа или должность',
                cell: (person) => <Place person={person} today={ctx.today} />,
              },
              {
                key: 'now',
                label: 'Сейчас',
                cell: ({ id }) => {
                  const { state, till } = states.get(id) ?? { state: 'missing' as const, till: null };
                  return <ConsentMark state={state} till={till} />;
                },
              },
              {
                key: 'needed',
                label: 'Чьи подписи',
                cell: (person) => signatoryNames[signatoryNeeded(person, ctx.today)],
              },
              { key: 'representative', label: 'Представитель', cell: representativeCell },
            ]}
          />
        </Form>
      )}
    </>,
  );
};

export const bulkPage: Route = {
  method: 'GET',
  path: '/consents/bulk',
  who: consentRecorders,
  async handle(ctx, { query }) {
    const ids = (query.get('ids') ?? '').split(',');
    const pile = await pileOf(ctx, query.get('purpose') ?? 'processing', query.get('group') ?? '', ids);
    const [newest] = (await textsOf(ctx.db, pile.purpose)).filter(({ validFrom }) => validFrom <= ctx.today);
    const states = await statesOf(
      ctx.db,
      pile.purpose,
      ctx.today,
      pile.people.map(({ id }) => id),
    );
    const lacking = pile.people.filter(({ id }) => states.get(id)?.state !== 'valid');
    const form = formOf({
      purpose: pile.purpose,
      textVersion: String(newest?.version ?? ''),
      signedOn: formatDay(ctx.today),
      validTill: formatDay(defaultTill(ctx.today)),
      ids: lacking.map(({ id }) => id),
    });
    return bulkScreen(ctx, pile, form);
  },
};

export const recordPile: Route = {
  method: 'POST',
  path: '/consents/bulk',
  who: consentRecorders,
  async handle(ctx, { form }) {
    const pile = await pileOf(ctx, sentValue(form, 'purpose'), '', sentValue(form, 'sheet').split(','));
    const read = readForm(consentsFields(await textsOf(ctx.db, pile.purpose)), form);
    if (!read.ok) return again(await bulkScreen(ctx, pile, form, read.errors));

    const personIds = (form.values.ids ?? []).filter((id) => pile.people.some((person) => person.id === id));
    const names = personIds.map((id): [string, string] => [id, sentValue(form, representative(id))]);
    const input = { ...read.value, personIds, representatives: Object.fromEntries(names) };
    const outcome = await recordConsents(ctx, input);
    if (outcome.ok) {
      const said = `Записано: ${counted(outcome.value, 'согласие', 'согласия', 'согласий')}`;
      return goTo(`/consents?purpose=${pile.purpose}`, { toast: { text: said } });
    }
    const words = consentRefusals[outcome.reason];
    if (outcome.reason === 'no-representative') {
      const chosen = pile.people.filter(({ id }) => personIds.includes(id));
      const errors = lackRepresentative(chosen, input).map((person) => [representative(person.id), words] as const);
      return again(await bulkScreen(ctx, pile, form, Object.fromEntries(errors)));
    }
    const at = consentRefusalFields[outcome.reason];
    return again(await bulkScreen(ctx, pile, form, at ? { [at]: words } : {}, at ? undefined : words));
  },
};
