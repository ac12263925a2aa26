import { formatDay, formatDayLong } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note, Quote } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { caseKeepers } from '../access.ts';
import type { SupportCase } from '../case.ts';
import { noteFields, outcomeField } from '../fields.ts';
import { addNote, closeCase, readNotes } from '../keep-case.ts';
import { usualDue } from '../open-case.ts';
import { caseById } from '../rows.ts';
import { keepRefusals, noteKindNames } from '../texts.ts';
import { StateOfCase } from './cases.tsx';

interface Sent {
  readonly part: 'note' | 'outcome';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const theCase = async (ctx: PageCtx, input: Input): Promise<SupportCase> =>
  found(await caseById(ctx.db, param(input, 'supportCaseId'), ctx.today), 'support case');

const crumbsOf = ({ id, name }: SupportCase, here?: string) => [
  { label: 'Пока без пары', href: '/support-cases' },
  ...(here ? [{ label: name, href: `/support-cases/${id}` }, { label: here }] : [{ label: name }]),
];

const Forms = ({
  ctx,
  one,
  sent,
}: {
  readonly ctx: PageCtx;
  readonly one: SupportCase;
  readonly sent?: Sent | undefined;
}) => {
  const of = (part: Sent['part']) => (sent?.part === part ? sent : undefined);
  const fresh = formOf({ kind: 'attempt', dueOn: formatDay(usualDue(ctx.today)) });
  return (
    <>
      <Section title="Записать шаг">
        <Form
          action={`/support-cases/${one.id}/notes`}
          version={one.version}
          errors={of('note')?.errors}
          refusal={of('note')?.refusal}
          draft={`support-case-${one.id}`}
          actions={<Button kind="primary">Записать шаг</Button>}
        >
          <FormFields fields={noteFields} form={of('note')?.form ?? fresh} errors={of('note')?.errors} />
        </Form>
      </Section>
      <Section title="Закрыть сопровождение">
        <Form
          action={`/support-cases/${one.id}/close`}
          version={one.version}
          errors={of('outcome')?.errors}
          refusal={of('outcome')?.refusal}
          actions={<Button>Закрыть сопровождение</Button>}
        >
          <FormFields
            fields={outcomeField}
            form={of('outcome')?.form ?? (one.paired ? formOf({ outcome: 'matched' }) : emptyForm)}
            errors={of('outcome')?.errors}
          />
        </Form>
      </Section>
    </>
  );
};

const caseScreen = (ctx: PageCtx, one: SupportCase, sent?: Sent) =>
  screen(
    ctx,
    { title: one.name },
    <>
      <Heading
        title={one.name}
        crumbs={crumbsOf(one)}
        lead={one.closedOn ? 'Сопровождение закрыто.' : `Следующий шаг — до ${formatDayLong(one.dueOn)}`}
        actions={
          <>
            <LinkButton href={`/mentees/${one.personId}`}>Как наставляемый</LinkButton>
            <LinkButton icon="lock" href={`/support-cases/${one.id}/notes`} plain>
              Прочитать записи
            </LinkButton>
          </>
        }
      />
      {one.paired && one.closedOn === null ? (
        <Note kind="ok" title="Пара нашлась">
          Сопровождение можно закрыть с итогом «пара найдена».
        </Note>
      ) : null}
      <DefinitionList
        terms={[
          { label: 'Состояние', value: <StateOfCase ctx={ctx} one={one} /> },
          { label: 'Группа, должность', value: one.place || '—' },
          { label: 'Открыто', value: formatDayLong(one.openedOn) },
          { label: 'Попыток подобрать', value: String(one.attempts) },
        ]}
      />
      {one.closedOn === null ? <Forms ctx={ctx} one={one} sent={sent} /> : null}
    </>,
  );

export const casePage: MemberRoute = {
  method: 'GET',
  path: '/support-cases/:supportCaseId',
  who: caseKeepers,
  handle: async (ctx, input) => caseScreen(ctx, await theCase(ctx, input)),
};

/** Opening this page is journaled, so its links carry data-turbo="false": nothing fetches it ahead of a press. */
export const notesPage: MemberRoute = {
  method: 'GET',
  path: '/support-cases/:supportCaseId/notes',
  who: caseKeepers,
  async handle(ctx, input) {
    const { one, notes } = await readNotes(ctx, param(input, 'supportCaseId'));
    return screen(
      ctx,
      { title: 'Записи' },
      <>
        <Heading
          title="Записи о сопровождении"
          crumbs={crumbsOf(one, 'Записи')}
          lead={one.name}
          actions={<LinkButton href={`/support-cases/${one.id}`}>Вернуться</LinkButton>}
        />
        {notes.length === 0 ? <p>Записей пока нет.</p> : null}
        {notes.map(({ day, kind, body, author }) => (
          <Quote source={`${formatDay(day)}, ${noteKindNames[kind]}, ${author}`}>{body}</Quote>
        ))}
        <Note icon="lock">Это чтение записано в журнал. Не пересказывайте записи тем, кому они не открыты.</Note>
      </>,
    );
  },
};

export const writeNote: MemberRoute = {
  method: 'POST',
  path: '/support-cases/:supportCaseId/notes',
  who: caseKeepers,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    const { form } = input;
    const read = readForm(noteFields, form);
    if (!read.ok) return again(await caseScreen(ctx, one, { part: 'note', form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await addNote(ctx, { caseId: one.id, version, ...read.value });
    if (!outcome.ok)
      return again(await caseScreen(ctx, one, { part: 'note', form, refusal: keepRefusals[outcome.reason] }));
    return goTo(`/support-cases/${one.id}`, { toast: { text: 'Шаг записан' } });
  },
};

export const endCase: MemberRoute = {
  method: 'POST',
  path: '/support-cases/:supportCaseId/close',
  who: caseKeepers,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    const { form } = input;
    const read = readForm(outcomeField, form);
    if (!read.ok) return again(await caseScreen(ctx, one, { part: 'outcome', form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await closeCase(ctx, { caseId: one.id, version, ...read.value });
    if (!outcome.ok)
      return again(await caseScreen(ctx, one, { part: 'outcome', form, refusal: keepRefusals[outcome.reason] }));
    return goTo('/support-cases', { toast: { text: 'Сопровождение закрыто' } });
  },
};
