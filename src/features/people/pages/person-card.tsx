import type { Child } from 'hono/jsx';
import { ageOn, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { param } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { type JournalEntry, journalOf } from '../../../platform/journal.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Avatar, List } from '../../../ui/chips.tsx';
import { DefinitionList, type Term } from '../../../ui/definition.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { momentWords } from '../../college/moments.ts';
import { mayChangePeople, mayReadOrganisations, peopleReaders } from '../access.ts';
import { type PersonFieldName, personFields } from '../fields.ts';
import { fullName, gapsOf, initials, type Person } from '../person.ts';
import { formatPhone } from '../phone-number.ts';
import { readPerson } from '../read-person.ts';
import { gapNames, genderNames, kindNames, peopleJournal } from '../texts.ts';
import { Declension } from './declension.tsx';

/** A part of the card, with its own heading, that another feature brings: needs, consents, pairs. null: nothing to show. */
export type PersonSection = (ctx: PageCtx, person: Person) => Promise<Child | null>;

/** What features above add to the card. `words`: Russian words of their actions on a person in the journal. */
export interface PersonExtras {
  readonly sections?: readonly PersonSection[];
  /** Buttons of the heading, e.g. «Записать в наставники». */
  actions?(ctx: PageCtx, person: Person): Promise<Child | null>;
  readonly words?: Readonly<Record<string, string>>;
}

const ageWords = (person: Person, ctx: PageCtx): string =>
  person.birthDay
    ? `${formatDay(person.birthDay)}, ${counted(ageOn(person.birthDay, ctx.today), 'год', 'года', 'лет')}`
    : '';

/** The card reads the declared fields; empty ones that this kind of person does not need are left out. */
const terms = (ctx: PageCtx, person: Person): Term[] => {
  const shown: Partial<Record<PersonFieldName, Child>> = {
    kind: kindNames[person.kind],
    gender: person.gender ? genderNames[person.gender] : '',
    birthDay: ageWords(person, ctx),
    groupId: person.groupId ? <a href={`/groups/${person.groupId}`}>{person.groupCode}</a> : '',
    post: person.post,
    organisationId:
      person.organisationId && mayReadOrganisations(ctx.actor) === true ? (
        <a href={`/organisations/${person.organisationId}`}>{person.organisationName}</a>
      ) : (
        (person.organisationName ?? '')
      ),
    phone: person.phone ? <a href={`tel:${person.phone}`}>{formatPhone(person.phone)}</a> : '',
    email: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : '',
    representativeName: person.representativeName,
    representativePhone: person.representativePhone ? (
      <a href={`tel:${person.representativePhone}`}>{formatPhone(person.representativePhone)}</a>
    ) : (
      ''
    ),
    representativeEmail: person.representativeEmail ? (
      <a href={`mailto:${person.representativeEmail}`}>{person.representativeEmail}</a>
    ) : (
      ''
    ),
  };
  const always: readonly PersonFieldName[] = ['kind', 'birthDay', 'phone'];
  return (Object.keys(personFields) as PersonFieldName[])
    .filter((name) => name in shown && (shown[name] !== '' || always.includes(name)))
    .map((name) => ({ label: personFields[name].label, value: shown[name] }));
};

const detailsOf = ({ details }: JournalEntry): string => {
  const fields = Array.isArray(details.fields) ? details.fields.map(String) : [];
  const names = fields.flatMap((name) => personFields[name as PersonFieldName]?.label.toLowerCase() ?? []);
  return names.length > 0 ? `: ${names.join(', ')}` : '';
};

interface HistoryProps {
  readonly entries: readonly JournalEntry[];
  readonly words: Readonly<Record<string, string>>;
  readonly moment: (at: Date) => string;
}

const History = ({ entries, words, moment }: HistoryProps) => (
  <Section title="История" icon="history">
    {entries.length === 0 ? (
      <p class="hint">Карточку пока не меняли.</p>
    ) : (
      <List
        label="История карточки"
        rows={entries.map((entry) => ({
          title: `${words[entry.action] ?? entry.action}${detailsOf(entry)}`,
          text: `${moment(entry.at)} · ${entry.actorName}`,
        }))}
      />
    )}
  </Section>
);

const leadOf = (person: Person) => {
  if (person.leftOn) return <Badge tone="mute">выбытие {formatDay(person.leftOn)}</Badge>;
  const lacks = gapsOf(person);
  return (
    <>
      {[kindNames[person.kind], person.groupCode, person.post || null].filter(Boolean).join(', ')}{' '}
      {lacks.length > 0 ? <Badge tone="warn">нет {lacks.map((gap) => gapNames[gap]).join(', ')}</Badge> : null}
    </>
  );
};

const KeeperActions = ({ person }: { readonly person: Person }) => (
  <>
    {person.leftOn ? (
      <PostButton action={`/people/${person.id}/return`}>
        <Button icon="undo-2">Отменить выбытие</Button>
      </PostButton>
    ) : (
      <LinkButton icon="user-minus" href={`/people/leaving?id=${person.id}`}>
        Отметить выбытие
      </LinkButton>
    )}
    <LinkButton kind="primary" icon="pencil" href={`/people/${person.id}/edit`}>
      Изменить
    </LinkButton>
  </>
);

/** The card of one person. `extras` come from features above, through the app. */
export const personCard = (extras: PersonExtras = {}): Route => ({
  method: 'GET',
  path: '/people/:personId',
  who: peopleReaders,
  async handle(ctx, input) {
    const person = await readPerson(ctx, param(input, 'personId'));
    const keeper = mayChangePeople(ctx.actor) === true;
    const parts: Child[] = [];
    for (const section of extras.sections ?? []) parts.push(await section(ctx, person));
    const moment = await momentWords(ctx.db);
    const entries = await journalOf(ctx.db, { kind: 'person', id: person.id }, 20);
    const name = fullName(person);
    return screen(
      ctx,
      { title: name },
      <>
        <Heading
          title={name}
          crumbs={[{ label: 'Люди', href: '/people' }, { label: name }]}
          before={<Avatar initials={initials(person)} size="l" />}
          lead={leadOf(person)}
          actions={
            <>
              {(await extras.actions?.(ctx, person)) ?? null}
              {keeper ? <KeeperActions person={person} /> : null}
            </>
          }
        />
        <Columns aside={<History entries={entries} words={{ ...peopleJournal, ...extras.words }} moment={moment} />}>
          <DefinitionList terms={terms(ctx, person)} rules />
          {parts}
          <Declension person={person} keeper={keeper} />
        </Columns>
      </>,
    );
  },
});
