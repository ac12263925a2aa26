import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { changedFields } from '../change-person.ts';
import { personFields } from '../fields.ts';
import { mergePersons } from '../merge-persons.ts';
import { fullName, type Person } from '../person.ts';
import { peopleInUse } from '../reference-rows.ts';
import { personById } from '../rows.ts';
import { peopleRefusals } from '../texts.ts';
import { tickedIds } from './leaving.tsx';
import { type Choices, choicesOf, shownValue, valuesOf } from './person-form.tsx';

const notTwo = (ctx: PageCtx) =>
  screen(
    ctx,
    { title: 'Объединить карточки' },
    <>
      <Heading title="Объединить карточки" crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Объединение' }]} />
      <Empty
        icon="git-compare"
        title="Отметьте ровно двух людей"
        action={<LinkButton href="/people">К списку</LinkButton>}
      >
        Так объединяют две карточки одного человека: отметьте обе в списке и нажмите «Объединить двух».
      </Empty>
    </>,
  );

/** The card on which more leans stays; the other gives it what it knows. */
const inOrder = async (ctx: PageCtx, ids: readonly string[]): Promise<[Person, Person]> => {
  const [first, second] = await Promise.all(ids.map(async (id) => found(await personById(ctx.db, id), 'person')));
  if (!first || !second) throw new Error('two people');
  const inUse = await peopleInUse(ctx.db, ids);
  return inUse.has(second.id) && !inUse.has(first.id) ? [second, first] : [first, second];
};

const Differences = ({ keep, gone, choices }: { keep: Person; gone: Person; choices: Choices }) => {
  const [one, other] = [valuesOf(keep), valuesOf(gone)];
  const both = changedFields(keep, gone).filter((name) => one[name] && other[name]);
  return (
    <>
      {both.length === 0 ? <p>Различий нет: пустое в одной карточке дополнится из другой.</p> : null}
      {both.map((name) => (
        <RadioGroup
          name={`take-${name}`}
          label={personFields[name].label}
          value="keep"
          look="row"
          options={[
            { value: 'keep', label: shownValue(name, one[name] ?? '', choices) },
            { value: 'gone', label: shownValue(name, other[name] ?? '', choices) },
          ]}
        />
      ))}
    </>
  );
};

const page = async (ctx: PageCtx, ids: readonly string[], refusal?: string) => {
  const [keep, gone] = await inOrder(ctx, ids);
  const { groups, organisations } = await choicesOf(ctx.db);
  const own = [keep, gone].flatMap(({ groupId, groupCode }) =>
    groupId && groupCode ? [{ id: groupId, code: groupCode }] : [],
  );
  const choices = { groups: [...groups, ...own], organisations };
  return screen(
    ctx,
    { title: 'Объединить карточки' },
    <>
      <Heading
        title="Это один человек?"
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Объединение' }]}
        lead={`Останется одна карточка: ${fullName(keep)}. Всё, что записано на вторую, перейдёт к ней.`}
      />
      <Form
        action="/people/merge"
        refusal={refusal}
        hidden={{ keepId: keep.id, keepVersion: keep.version, goneId: gone.id, goneVersion: gone.version }}
        actions={
          <>
            <Button kind="danger" busy="Объединяем…">
              Объединить две карточки
            </Button>
            <LinkButton kind="quiet" href="/people">
              Это разные люди
            </LinkButton>
          </>
        }
      >
        <Note kind="warn" title="Объединение нельзя отменить">
          Сравните: <a href={`/people/${keep.id}`}>{fullName(keep)}</a> и&nbsp;
          <a href={`/people/${gone.id}`}>{fullName(gone)}</a>.
        </Note>
        <Differences keep={keep} gone={gone} choices={choices} />
      </Form>
    </>,
  );
};

/** From the bulk bar: two ticked people. */
export const compareTicked: Route = {
  method: 'POST',
  path: '/people/same',
  who: peopleKeepers,
  async handle(ctx, input) {
    const ids = tickedIds(input.form.values.ids ?? []);
    const [first, second] = ids;
    return ids.length === 2 ? goTo(`/people/same?id=${first}&id=${second}`) : again(await notTwo(ctx));
  },
};

export const comparePage: Route = {
  method: 'GET',
  path: '/people/same',
  who: peopleKeepers,
  handle: (ctx, input) => {
    const ids = tickedIds(input.query.getAll('id'));
    return ids.length === 2 ? page(ctx, ids) : notTwo(ctx);
  },
};

const taken = (form: RawForm) =>
  (Object.keys(personFields) as (keyof typeof personFields)[]).filter(
    (name) => sentValue(form, `take-${name}`) === 'gone',
  );

export const mergeTwo: Route = {
  method: 'POST',
  path: '/people/merge',
  who: peopleKeepers,
  async handle(ctx, { form }) {
    const ids = tickedIds([sentValue(form, 'keepId'), sentValue(form, 'goneId')]);
    const [keepId, goneId] = ids;
    if (!keepId || !goneId) return again(await notTwo(ctx));
    const outcome = await mergePersons(ctx, {
      keepId,
      goneId,
      keepVersion: Number(sentValue(form, 'keepVersion')),
      goneVersion: Number(sentValue(form, 'goneVersion')),
      fromGone: taken(form),
    });
    if (!outcome.ok) return again(await page(ctx, ids, peopleRefusals[outcome.reason]));
    return goTo(`/people/${outcome.value}`, { toast: { text: 'Карточки объединены' } });
  },
};
