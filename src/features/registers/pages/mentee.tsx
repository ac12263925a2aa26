import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { consentSection } from '../../consents/pages/section.tsx';
import { Place } from '../../consents/pages/words.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { mayKeepRegisters, mayReadMember, needWriters, registerKeepers, registerReaders } from '../access.ts';
import { addNeed } from '../add-need.ts';
import { changeWishes } from '../change-wishes.ts';
import { needFields, wishesFields } from '../fields.ts';
import { isFreeTime } from '../member.ts';
import type { Mentee } from '../mentee.ts';
import { menteeById } from '../mentee-rows.ts';
import { freeTimeName, needRefusals, wishesRefusals } from '../texts.ts';
import { FreeTimes } from './free-times.tsx';
import { needsSection, type SentNeed } from './needs-of.tsx';
import { type Labels, labelsOf, listOf } from './words.tsx';

interface SentWishes {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

interface Sent {
  readonly need?: SentNeed;
  readonly wishes?: SentWishes;
}

const timesOf = (times: readonly string[]): string => times.filter(isFreeTime).map(freeTimeName).join('; ') || '—';

const Stored = ({ mentee, forms }: { readonly mentee: Mentee; readonly forms: Labels }) => (
  <DefinitionList
    terms={[
      { label: 'Когда свободен', value: timesOf(mentee.freeTimes) },
      { label: 'Желаемые формы', value: listOf(forms, mentee.wantedForms) },
    ]}
  />
);

const wishesSection = async (ctx: PageCtx, mentee: Mentee, sent?: SentWishes) => {
  const forms = await normsOf(ctx.db, 'form');
  const stored = <Stored mentee={mentee} forms={labelsOf(forms)} />;
  if (mayKeepRegisters(ctx.actor) !== true || mentee.leftOn !== null)
    return <Section title="Время и пожелания">{stored}</Section>;

  const form = sent?.form ?? formOf({ freeTimes: mentee.freeTimes, wantedForms: mentee.wantedForms });
  return (
    <Section title="Время и пожелания">
      {sent?.refusal ? (
        <Note kind="warn" title="Сейчас записано">
          {stored}
        </Note>
      ) : null}
      <Form
        action={`/mentees/${mentee.personId}/wishes`}
        version={mentee.version}
        errors={sent?.errors}
        refusal={sent?.refusal}
        actions={<Button>Сохранить время и пожелания</Button>}
      >
        <FreeTimes times={form.values.freeTimes ?? []} error={sent?.errors?.freeTimes} />
        <FormFields fields={wishesFields(forms)} form={form} errors={sent?.errors} only={['wantedForms']} />
      </Form>
    </Section>
  );
};

/** The person of an address who is in the base, or was, and whom the actor may see. */
const menteeIn = async (ctx: PageCtx, input: Input): Promise<{ person: Person; mentee: Mentee }> => {
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  demand(mayReadMember(ctx.actor, person));
  return { person, mentee: found(await menteeById(ctx.db, person.id), 'mentee') };
};

const menteeScreen = async (ctx: PageCtx, person: Person, mentee: Mentee, sent: Sent = {}) => {
  const name = fullName(person);
  const mayKeep = mayKeepRegisters(ctx.actor) === true;
  return screen(
    ctx,
    { title: name },
    <>
      <Heading
        title={name}
        crumbs={[{ label: 'Наставляемые', href: '/mentees' }, { label: name }]}
        lead={
          <>
            <Place person={person} today={ctx.today} />. В базе с {formatDay(mentee.enteredOn)}
          </>
        }
        actions={
          <>
            <LinkButton icon="id-card" href={`/people/${person.id}`}>
              Карточка
            </LinkButton>
            {mayKeep && mentee.leftOn === null ? (
              <LinkButton icon="user-minus" href={`/mentees/${person.id}/leave`}>
                Исключить из базы
              </LinkButton>
            ) : null}
          </>
        }
      />
      {mentee.leftOn === null ? null : <Note kind="warn" title={`Не участвует с ${formatDay(mentee.leftOn)}`} />}
      {await needsSection(ctx, person, sent.need)}
      {await consentSection(ctx, person)}
      {await wishesSection(ctx, mentee, sent.wishes)}
    </>,
  );
};

export const menteePageRoute: Route = {
  method: 'GET',
  path: '/mentees/:personId',
  who: registerReaders,
  async handle(ctx, input) {
    const { person, mentee } = await menteeIn(ctx, input);
    return menteeScreen(ctx, person, mentee);
  },
};

export const stateNeed: Route = {
  method: 'POST',
  path: '/mentees/:personId/needs',
  who: needWriters,
  async handle(ctx, input) {
    const { person, mentee } = await menteeIn(ctx, input);
    const { form } = input;
    const read = readForm(needFields(await normsOf(ctx.db, 'topic')), form);
    if (!read.ok) return again(await menteeScreen(ctx, person, mentee, { need: { form, errors: read.errors } }));

    const outcome = await addNeed(ctx, { ...read.value, personId: person.id });
    if (!outcome.ok) {
      const words = needRefusals[outcome.reason];
      const need =
        outcome.reason === 'cannot-be-mentee' ? { form, refusal: words } : { form, errors: { topic: words } };
      return again(await menteeScreen(ctx, person, mentee, { need }));
    }
    return goTo(`/mentees/${person.id}#needs`, { toast: { text: 'Запрос записан' } });
  },
};

export const saveWishes: Route = {
  method: 'POST',
  path: '/mentees/:personId/wishes',
  who: registerKeepers,
  async handle(ctx, input) {
    const { person, mentee } = await menteeIn(ctx, input);
    const { form } = input;
    const read = readForm(wishesFields(await normsOf(ctx.db, 'form')), form);
    if (!read.ok) return again(await menteeScreen(ctx, person, mentee, { wishes: { form, errors: read.errors } }));

    const outcome = await changeWishes(ctx, person.id, read.value);
    if (!outcome.ok) {
      const wishes = { form, refusal: wishesRefusals[outcome.reason] };
      return again(await menteeScreen(ctx, person, mentee, { wishes }));
    }
    return goTo(`/mentees/${person.id}`, { toast: { text: 'Сохранено' } });
  },
};
