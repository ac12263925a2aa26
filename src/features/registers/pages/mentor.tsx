import type { Child } from 'hono/jsx';
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
import { mayKeepRegisters, mayReadMember, registerKeepers, registerReaders } from '../access.ts';
import { changeMentor, type MentorInput } from '../change-mentor.ts';
import { mentorFields } from '../fields.ts';
import { isFreeTime } from '../member.ts';
import { differences, type Mentor, type MentorProfile, profileParts } from '../mentor.ts';
import { mentorById } from '../mentor-rows.ts';
import { freeTimeName, mentorRefusals, profilePartNames, statusNames } from '../texts.ts';
import { FreeTimes } from './free-times.tsx';
import { type Labels, labelsOf, listOf } from './words.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  /** What stands in the table otherwise than what was typed. */
  readonly theirs?: readonly (keyof MentorProfile)[];
}

interface Lists {
  readonly topics: Labels;
  readonly forms: Labels;
}

const shownOf = (mentor: MentorProfile, part: keyof MentorProfile, { topics, forms }: Lists): Child => {
  if (part === 'competences') return listOf(topics, mentor.competences);
  if (part === 'forms') return listOf(forms, mentor.forms);
  if (part === 'freeTimes') return mentor.freeTimes.filter(isFreeTime).map(freeTimeName).join('; ') || '—';
  if (part === 'status') return statusNames[mentor.status];
  return mentor[part] || '—';
};

const Parts = ({
  mentor,
  parts,
  lists,
}: {
  readonly mentor: Mentor;
  readonly parts: readonly (keyof MentorProfile)[];
  readonly lists: Lists;
}) => (
  <DefinitionList
    terms={parts.map((part) => ({ label: profilePartNames[part], value: shownOf(mentor, part, lists) }))}
  />
);

const formFrom = (mentor: Mentor): RawForm =>
  formOf({
    competences: mentor.competences,
    forms: mentor.forms,
    capacity: String(mentor.capacity),
    status: mentor.status,
    freeTimes: mentor.freeTimes,
    motivation: mentor.motivation,
    achievements: mentor.achievements,
    interests: mentor.interests,
  });

const before = ['competences', 'forms', 'capacity', 'status'];
const after = ['motivation', 'achievements', 'interests'];

const profileSection = async (ctx: PageCtx, mentor: Mentor, sent?: Sent) => {
  const [topics, forms] = [await normsOf(ctx.db, 'topic'), await normsOf(ctx.db, 'form')];
  const lists = { topics: labelsOf(topics), forms: labelsOf(forms) };
  if (mayKeepRegisters(ctx.actor) !== true || mentor.leftOn !== null)
    return (
      <Section title="Чем и когда поможет">
        <Parts mentor={mentor} parts={profileParts} lists={lists} />
      </Section>
    );
  const theirs = sent?.theirs ?? [];
  const fields = mentorFields(topics, forms);
  const form = sent?.form ?? formFrom(mentor);
  return (
    <Section title="Чем и когда поможет">
      {theirs.length > 0 ? (
        <Note kind="warn" strong title="Сейчас записано иначе">
          <Parts mentor={mentor} parts={theirs} lists={lists} />
        </Note>
      ) : null}
      <Form
        action={`/mentors/${mentor.personId}`}
        version={mentor.version}
        errors={sent?.errors}
        refusal={sent?.refusal}
        draft={`mentor-${mentor.personId}`}
        actions={<Button kind="primary">Сохранить карточку</Button>}
      >
        <FormFields fields={fields} form={form} errors={sent?.errors} only={before} />
        <FreeTimes times={form.values.freeTimes ?? []} error={sent?.errors?.freeTimes} />
        <FormFields fields={fields} form={form} errors={sent?.errors} only={after} />
      </Form>
    </Section>
  );
};

const mentorIn = async (ctx: PageCtx, input: Input): Promise<{ person: Person; mentor: Mentor }> => {
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  demand(mayReadMember(ctx.actor, person));
  return { person, mentor: found(await mentorById(ctx.db, person.id), 'mentor') };
};

const mentorScreen = async (ctx: PageCtx, person: Person, mentor: Mentor, sent?: Sent) => {
  const name = fullName(person);
  return screen(
    ctx,
    { title: name },
    <>
      <Heading
        title={name}
        crumbs={[{ label: 'Наставники', href: '/mentors' }, { label: name }]}
        lead={
          <>
            <Place person={person} today={ctx.today} />
            {person.organisationName ? `, ${person.organisationName}` : null}. В базе с {formatDay(mentor.enteredOn)}
          </>
        }
        actions={
          <>
            <LinkButton icon="id-card" href={`/people/${person.id}`}>
              Карточка
            </LinkButton>
            {mayKeepRegisters(ctx.actor) === true && mentor.leftOn === null ? (
              <LinkButton icon="user-minus" href={`/mentors/${person.id}/leave`}>
                Исключить из базы
              </LinkButton>
            ) : null}
          </>
        }
      />
      {mentor.leftOn === null ? null : <Note kind="warn" title={`Не участвует с ${formatDay(mentor.leftOn)}`} />}
      {await profileSection(ctx, mentor, sent)}
      {await consentSection(ctx, person)}
    </>,
  );
};

export const mentorPageRoute: Route = {
  method: 'GET',
  path: '/mentors/:personId',
  who: registerReaders,
  async handle(ctx, input) {
    const { person, mentor } = await mentorIn(ctx, input);
    return mentorScreen(ctx, person, mentor);
  },
};

export const saveMentor: Route = {
  method: 'POST',
  path: '/mentors/:personId',
  who: registerKeepers,
  async handle(ctx, input) {
    const { person, mentor } = await mentorIn(ctx, input);
    const { form } = input;
    const read = readForm(mentorFields(await normsOf(ctx.db, 'topic'), await normsOf(ctx.db, 'form')), form);
    if (!read.ok) return again(await mentorScreen(ctx, person, mentor, { form, errors: read.errors }));

    const typed: MentorInput = read.value;
    const outcome = await changeMentor(ctx, person.id, typed);
    if (outcome.ok) return goTo(`/mentors/${person.id}`, { toast: { text: 'Карточка сохранена' } });

    const words = mentorRefusals[outcome.reason];
    if (outcome.reason === 'capacity-below-pairs')
      return again(await mentorScreen(ctx, person, mentor, { form, errors: { capacity: words } }));
    const now = found(await mentorById(ctx.db, person.id), 'mentor');
    return again(await mentorScreen(ctx, person, now, { form, refusal: words, theirs: differences(now, typed) }));
  },
};
