import type { Case } from '../../../kernel/russian/cases.ts';
import { declineName, type NameParts } from '../../../kernel/russian/names.ts';
import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { goTo, param } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Fieldset, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { correctDeclension, obliqueCases } from '../correct-declension.ts';
import { fullName, type Person, spoken } from '../person.ts';
import { readPerson } from '../read-person.ts';

type Oblique = Exclude<Case, 'nominative'>;

const questions: Readonly<Record<Oblique, string>> = {
  genitive: 'Родительный: нет кого?',
  dative: 'Дательный: дать кому?',
  accusative: 'Винительный: назначить кого?',
  instrumental: 'Творительный: закреплён за кем? наставником',
  prepositional: 'Предложный: о ком?',
};

const labels: Readonly<Record<keyof NameParts, string>> = { last: 'Фамилия', first: 'Имя', middle: 'Отчество' };
const parts = ['last', 'first', 'middle'] as const;

const inWords = ({ last, first, middle }: NameParts): string => [last, first, middle].filter(Boolean).join(' ');

/** How the name stands in papers. */
export const Declension = ({ person, keeper }: { readonly person: Person; readonly keeper: boolean }) => (
  <Section
    title="Как склоняется в документах"
    icon="spell-check"
    aside={keeper ? <a href={`/people/${person.id}/declension`}>Исправить</a> : undefined}
  >
    {person.gender === null ? (
      <Note kind="warn">Пол не указан, поэтому склонение угадано по имени. Проверьте.</Note>
    ) : null}
    <DefinitionList
      terms={obliqueCases.map((wanted) => ({
        label: questions[wanted],
        value: inWords(declineName(spoken(person), wanted, person.declension)),
        action: person.declension[wanted] ? 'исправлено вручную' : undefined,
      }))}
    />
  </Section>
);

export const declensionPage: Route = {
  method: 'GET',
  path: '/people/:personId/declension',
  who: peopleKeepers,
  async handle(ctx, input) {
    const person = await readPerson(ctx, param(input, 'personId'));
    const name = fullName(person);
    return screen(
      ctx,
      { title: `Склонение: ${name}` },
      <>
        <Heading
          title="Как склоняется в документах"
          crumbs={[
            { label: 'Люди', href: '/people' },
            { label: name, href: `/people/${person.id}` },
            { label: 'Склонение' },
          ]}
          lead="Исправьте только то, что неверно. Пустое поле вернёт правило."
        />
        <Form
          action={`/people/${person.id}/declension`}
          actions={
            <>
              <Button kind="primary" busy="Записываем…">
                Записать склонение
              </Button>
              <LinkButton kind="quiet" href={`/people/${person.id}`}>
                Не менять
              </LinkButton>
            </>
          }
        >
          {obliqueCases.map((wanted) => (
            <CaseFields person={person} wanted={wanted} />
          ))}
        </Form>
      </>,
    );
  },
};

const CaseFields = ({ person, wanted }: { readonly person: Person; readonly wanted: Oblique }) => {
  const forms = declineName(spoken(person), wanted, person.declension);
  return (
    <Fieldset legend={questions[wanted]} row>
      {parts
        .filter((part) => part !== 'middle' || person.patronymic !== '')
        .map((part) => (
          <TextField name={`${wanted}-${part}`} label={labels[part]} value={forms[part]} optional maxlength={80} />
        ))}
    </Fieldset>
  );
};

const formsOf = (form: RawForm) =>
  Object.fromEntries(
    obliqueCases.map((wanted) => [
      wanted,
      {
        last: sentValue(form, `${wanted}-last`),
        first: sentValue(form, `${wanted}-first`),
        middle: sentValue(form, `${wanted}-middle`),
      },
    ]),
  );

export const saveDeclension: Route = {
  method: 'POST',
  path: '/people/:personId/declension',
  who: peopleKeepers,
  async handle(ctx, input) {
    const id = param(input, 'personId');
    await correctDeclension(ctx, { id, forms: formsOf(input.form) });
    return goTo(`/people/${id}`, { toast: { text: 'Склонение записано' } });
  },
};
