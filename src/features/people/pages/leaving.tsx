import { formatDay } from '../../../kernel/day.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { leavingFields } from '../fields.ts';
import { leavePersons, returnPersons } from '../leave-person.ts';
import { fullName } from '../person.ts';
import { readPerson } from '../read-person.ts';
import { personsByIds } from '../rows.ts';
import { peopleRefusals } from '../texts.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids out of ticks or of an address; anything else is dropped. */
export const tickedIds = (ids: readonly string[]): string[] => [...new Set(ids.filter((id) => uuid.test(id)))];

const people = (count: number) => counted(count, 'человек', 'человека', 'человек');

const page = async (
  ctx: PageCtx,
  ids: readonly string[],
  form: RawForm,
  { errors = {}, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const leaving = (await personsByIds(ctx.db, ids)).filter(({ leftOn }) => leftOn === null);
  return screen(
    ctx,
    { title: 'Выбытие' },
    <>
      <Heading
        title={leaving.length === 1 ? 'Отметить выбытие' : `Отметить выбытие: ${people(leaving.length)}`}
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Выбытие' }]}
        lead="Карточки, документы и история останутся. В списках и подборе этих людей больше не будет. Отметку можно снять."
      />
      {leaving.length === 0 ? (
        <LinkButton href="/people">Отметьте людей в списке</LinkButton>
      ) : (
        <Form
          action="/people/left"
          errors={errors}
          refusal={refusal}
          actions={
            <>
              <Button kind="primary" busy="Записываем…">
                Отметить {plural(leaving.length, 'выбывшим', 'выбывшими', 'выбывшими')} {people(leaving.length)}
              </Button>
              <LinkButton kind="quiet" href="/people">
                Не отмечать
              </LinkButton>
            </>
          }
        >
          {leaving.map(({ id }) => (
            <input type="hidden" name="ids" value={id} />
          ))}
          <FormFields fields={leavingFields} form={form} errors={errors} />
          <List
            label="Кто выбывает"
            rows={leaving.map((person) => ({
              title: fullName(person),
              href: `/people/${person.id}`,
              text: person.groupCode ?? person.post,
            }))}
          />
        </Form>
      )}
    </>,
  );
};

const today = (ctx: PageCtx): RawForm => formOf({ leftOn: formatDay(ctx.today) });

export const leavingPage: Route = {
  method: 'GET',
  path: '/people/leaving',
  who: peopleKeepers,
  handle: (ctx, input) => page(ctx, tickedIds(input.query.getAll('id')), today(ctx)),
};

/** The bulk bar of the register leads here: whom and from which day, before anything is written. */
export const leavingOfTicked: Route = {
  method: 'POST',
  path: '/people/leaving',
  who: peopleKeepers,
  async handle(ctx, input) {
    return page(ctx, tickedIds(input.form.values.ids ?? []), today(ctx));
  },
};

export const markLeft: Route = {
  method: 'POST',
  path: '/people/left',
  who: peopleKeepers,
  async handle(ctx, input) {
    const ids = tickedIds(input.form.values.ids ?? []);
    const read = readForm(leavingFields, input.form);
    if (!read.ok) return again(await page(ctx, ids, input.form, { errors: read.errors }));
    const outcome = await leavePersons(ctx, { ids, leftOn: read.value.leftOn });
    if (!outcome.ok) return again(await page(ctx, ids, input.form, { refusal: peopleRefusals[outcome.reason] }));
    const [only] = ids;
    const toast = { text: `Выбытие отмечено: ${people(outcome.value)}` };
    return goTo(ids.length === 1 && only ? `/people/${only}` : '/people', { toast });
  },
};

export const markReturned: Route = {
  method: 'POST',
  path: '/people/:personId/return',
  who: peopleKeepers,
  async handle(ctx, input) {
    const { id } = await readPerson(ctx, param(input, 'personId'));
    const outcome = await returnPersons(ctx, [id]);
    return goTo(`/people/${id}`, { toast: { text: outcome.ok ? 'Выбытие отменено' : peopleRefusals[outcome.reason] } });
  },
};
