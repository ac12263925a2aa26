import { type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { type Changer, changePerson, lastChanger } from '../change-person.ts';
import { type Clash, joinEdits } from '../editing.ts';
import { personFields } from '../fields.ts';
import { fullName, type Person } from '../person.ts';
import { readPerson } from '../read-person.ts';
import { peopleRefusals } from '../texts.ts';
import {
  type Choices,
  choicesOf,
  formOfValues,
  PersonFields,
  shownValue,
  typedValues,
  valuesOf,
  WasFields,
  wasValues,
} from './person-form.tsx';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly clashes?: readonly Clash[];
  readonly changer?: Changer | undefined;
}

/** A group that graduated, or another choice no longer offered, stays chosen for whom it is chosen already. */
const withOwn = (choices: Choices, person: Person): Choices => {
  const { groupId, groupCode } = person;
  const own = groupId && groupCode && !choices.groups.some(({ id }) => id === groupId);
  return own ? { ...choices, groups: [...choices.groups, { id: groupId, code: groupCode }] } : choices;
};

const page = async (ctx: PageCtx, person: Person, { form, errors = {}, refusal, clashes = [], changer }: Shown) => {
  const choices = withOwn(await choicesOf(ctx.db), person);
  const name = fullName(person);
  return screen(
    ctx,
    { title: `Правка: ${name}` },
    <>
      <Heading
        title={name}
        crumbs={[
          { label: 'Люди', href: '/people' },
          { label: name, href: `/people/${person.id}` },
          { label: 'Правка' },
        ]}
      />
      <Form
        action={`/people/${person.id}/edit`}
        version={person.version}
        errors={errors}
        refusal={refusal}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать изменения
            </Button>
            <LinkButton kind="quiet" href={`/people/${person.id}`}>
              Не менять
            </LinkButton>
          </>
        }
      >
        {clashes.length > 0 ? <Clashes clashes={clashes} changer={changer} choices={choices} /> : null}
        <WasFields values={valuesOf(person)} />
        <PersonFields form={form} errors={errors} choices={choices} />
      </Form>
    </>,
  );
};

const Clashes = ({
  clashes,
  changer,
  choices,
}: {
  readonly clashes: readonly Clash[];
  readonly changer: Changer | undefined;
  readonly choices: Choices;
}) => (
  <Note kind="warn" title={`Пока вы правили, карточку изменил другой человек${changer ? `: ${changer.name}` : ''}`}>
    <p>Ваши правки на месте. Вот что изменилось:</p>
    <ul>
      {clashes.map(({ field, theirs, both }) => (
        <li>
          {personFields[field].label}: теперь «{shownValue(field, theirs, choices)}»
          {both ? ', а у вас написано другое. Оставили ваше: проверьте' : '. Взято в форму'}
        </li>
      ))}
    </ul>
  </Note>
);

export const editPerson: Route = {
  method: 'GET',
  path: '/people/:personId/edit',
  who: peopleKeepers,
  async handle(ctx, input) {
    const person = await readPerson(ctx, param(input, 'personId'));
    return page(ctx, person, { form: formOfValues(valuesOf(person)) });
  },
};

/** The second of two editors: both edits side by side, nothing lost, the version of the form brought up to date. */
const clashed = async (ctx: PageCtx, person: Person, input: Input) => {
  const { values, clashes } = joinEdits(wasValues(input.form), typedValues(input.form), valuesOf(person));
  return page(ctx, person, {
    form: formOfValues(values),
    refusal: peopleRefusals['changed-meanwhile'],
    clashes,
    changer: await lastChanger(ctx, person),
  });
};

export const savePerson: Route = {
  method: 'POST',
  path: '/people/:personId/edit',
  who: peopleKeepers,
  async handle(ctx, input) {
    const person = await readPerson(ctx, param(input, 'personId'));
    const version = Number(sentValue(input.form, 'version'));
    if (version !== person.version) return again(await clashed(ctx, person, input));
    const read = readForm(personFields, input.form);
    if (!read.ok) return again(await page(ctx, person, { form: input.form, errors: read.errors }));
    const outcome = await changePerson(ctx, { id: person.id, version, person: read.value });
    if (outcome.ok) return goTo(`/people/${person.id}`, { toast: { text: 'Карточка записана' } });
    if (outcome.reason === 'changed-meanwhile')
      return again(await clashed(ctx, await readPerson(ctx, person.id), input));
    return again(await page(ctx, person, { form: input.form, refusal: peopleRefusals[outcome.reason] }));
  },
};
