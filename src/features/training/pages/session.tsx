import { demand } from '../../../kernel/actor.ts';
import { formatDay, weekdayName } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { CheckboxGroup } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { fullName } from '../../people/person.ts';
import { mayKeepTraining, mayReadTraining, trainingKeepers, trainingReaders } from '../access.ts';
import { attendByCode, markList } from '../attend-session.ts';
import { codeFields } from '../fields.ts';
import { bankTrainer, cancelSession } from '../plan-session.ts';
import { participantsOf } from '../programme-rows.ts';
import { nameOf, type Session } from '../session.ts';
import { presentAt, sessionById } from '../session-rows.ts';
import { attendRefusals, cancelRefusals, wayNames } from '../texts.ts';
import { idsIn } from './programme-forms.tsx';
import { trainingCrumb } from './training-tabs.tsx';

const path = '/training/sessions/:sessionId';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const theSession = async (ctx: PageCtx, input: Input): Promise<Session> => {
  demand(mayReadTraining(ctx.actor));
  return found(await sessionById(ctx.db, param(input, 'sessionId')), 'session');
};

const crumbsOf = (session: Session) => [
  trainingCrumb,
  { label: session.programmeTitle, href: `/training/programmes/${session.programmeId}` },
  { label: nameOf(session) },
];

const deskSection = (session: Session, sent: Sent | undefined) => (
  <Section title="Отметить по коду">
    <Form
      action={`/training/sessions/${session.id}/code`}
      errors={sent?.errors}
      refusal={sent?.refusal}
      actions={<Button>Отметить</Button>}
    >
      <FormFields fields={codeFields} form={sent?.form ?? emptyForm} errors={sent?.errors} />
    </Form>
  </Section>
);

const listSection = async (ctx: PageCtx, session: Session, keeps: boolean) => {
  const people = await participantsOf(ctx.db, session.programmeId);
  const present = await presentAt(ctx.db, session.id);
  if (people.length === 0)
    return (
      <Section title="Кто был">
        <p class="hint">На программу пока никто не записан.</p>
        <LinkButton href={`/training/programmes/${session.programmeId}`}>Открыть программу</LinkButton>
      </Section>
    );
  const options = people.map((person) => {
    const way = present.get(person.personId);
    return {
      value: person.personId,
      label: fullName(person),
      hint: [`код ${person.code}`, way ? `отмечен ${wayNames[way]}` : ''].filter(Boolean).join(' · '),
    };
  });
  if (!keeps)
    return (
      <Section title="Кто был" count={`${present.size} из ${people.length}`}>
        <ul>
          {people
            .filter(({ personId }) => present.has(personId))
            .map((person) => (
              <li>{fullName(person)}</li>
            ))}
        </ul>
      </Section>
    );
  return (
    <Section title="Кто был" count={`${present.size} из ${people.length}`}>
      <Form
        action={`/training/sessions/${session.id}/attendance`}
        actions={<Button kind="primary">Сохранить список</Button>}
      >
        {people.map(({ personId }) => (
          <input type="hidden" name="shown" value={personId} />
        ))}
        <CheckboxGroup name="ids" label="Присутствовали" optional values={[...present.keys()]} options={options} />
      </Form>
    </Section>
  );
};

const contractOf = ({ contract, contractNumber, contractDay }: Session): string =>
  contractDay === null ? contract : `№ ${contractNumber} от ${formatDay(contractDay)}`;

/** No contract is in force on the day, or the trainer is a typed name that the bank does not know. */
const trainerNote = ({ id, trainerId, expertId, trainer, withoutContract }: Session, keeps: boolean) => {
  if (expertId !== null)
    return withoutContract ? (
      <Note
        kind="warn"
        title="Договора с ведущим на этот день нет"
        actions={<LinkButton href={`/experts/${expertId}`}>Записать договор</LinkButton>}
      >
        Занятие состоится и без него, но пункт дорожной карты о договорах не закроется.
      </Note>
    ) : null;
  if (trainerId !== null || trainer === '') return null;
  return (
    <Note
      {...(withoutContract ? { kind: 'warn' as const } : {})}
      title="Ведущего нет в банке экспертов"
      actions={
        keeps ? (
          <PostButton action={`/training/sessions/${id}/to-bank`}>
            <Button>Внести в банк</Button>
          </PostButton>
        ) : undefined
      }
    >
      В банке видны его договоры и приглашения, а на следующее занятие он выбирается из списка.
    </Note>
  );
};

const sessionScreen = async (ctx: PageCtx, session: Session, sent?: Sent) => {
  const keeps = mayKeepTraining(ctx.actor) === true;
  const open = session.cancelledOn === null && session.day <= ctx.today;
  return screen(
    ctx,
    { title: nameOf(session) },
    <>
      <Heading
        title={nameOf(session)}
        crumbs={crumbsOf(session)}
        lead={`${formatDay(session.day)}, ${weekdayName(session.day)}, ${session.starts}–${session.ends}`}
        actions={
          keeps && session.cancelledOn === null ? (
            <>
              <LinkButton href={`/training/sessions/${session.id}/qr`} icon="qr-code">
                QR-код для входа
              </LinkButton>
              {session.present === 0 ? (
                <PostButton action={`/training/sessions/${session.id}/cancel`}>
                  <Button kind="danger">Отменить занятие</Button>
                </PostButton>
              ) : null}
            </>
          ) : undefined
        }
      />
      {session.cancelledOn ? <Note kind="warn">Занятие отменено {formatDay(session.cancelledOn)}.</Note> : null}
      {session.cancelledOn === null && session.day > ctx.today ? (
        <Note>Отмечать присутствие можно будет в день занятия.</Note>
      ) : null}
      {trainerNote(session, keeps)}
      <Columns
        aside={
          <>
            <DefinitionList
              terms={[
                { label: 'Где', value: session.place },
                { label: 'Часов', value: String(session.hours) },
                {
                  label: 'Ведёт',
                  value: session.expertId ? (
                    <a href={`/experts/${session.expertId}`}>{session.trainer}</a>
                  ) : (
                    session.trainer
                  ),
                },
                { label: 'Договор', value: contractOf(session) },
                { label: 'Модуль', value: session.moduleTitle },
              ]}
            />
            {keeps && open ? deskSection(session, sent) : null}
          </>
        }
      >
        {await listSection(ctx, session, keeps && open)}
      </Columns>
    </>,
  );
};

export const sessionPage: MemberRoute = {
  method: 'GET',
  path,
  who: trainingReaders,
  handle: async (ctx, input) => sessionScreen(ctx, await theSession(ctx, input)),
};

export const saveListForm: MemberRoute = {
  method: 'POST',
  path: `${path}/attendance`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const shown = input.form.values.shown ?? [];
    const outcome = await markList(ctx, session.id, { shown, present: idsIn(input.form) });
    const text = outcome.ok ? `Список сохранён: присутствуют ${outcome.value}` : attendRefusals[outcome.reason];
    return goTo(`/training/sessions/${session.id}`, { toast: { text } });
  },
};

export const attendByCodeForm: MemberRoute = {
  method: 'POST',
  path: `${path}/code`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const { form } = input;
    const read = readForm(codeFields, form);
    if (!read.ok) return again(await sessionScreen(ctx, session, { form, errors: read.errors }));
    const outcome = await attendByCode(ctx, session.id, read.value.code);
    if (!outcome.ok) return again(await sessionScreen(ctx, session, { form, refusal: attendRefusals[outcome.reason] }));
    return goTo(`/training/sessions/${session.id}`, {
      toast: { text: `Присутствие отмечено: ${fullName(outcome.value)}` },
    });
  },
};

export const cancelSessionForm: MemberRoute = {
  method: 'POST',
  path: `${path}/cancel`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const outcome = await cancelSession(ctx, session.id);
    const text = outcome.ok ? 'Занятие отменено' : cancelRefusals[outcome.reason];
    return goTo(`/training/sessions/${session.id}`, { toast: { text } });
  },
};

export const sessionQrPage: MemberRoute = {
  method: 'GET',
  path: `${path}/qr`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const address = `${ctx.baseUrl}/training/sessions/${session.id}/here/${session.doorCode}`;
    return screen(
      ctx,
      { title: `QR-код: ${nameOf(session)}` },
      <>
        <Heading
          title="Отметьтесь на занятии"
          crumbs={crumbsOf(session)}
          lead={`${nameOf(session)}, ${formatDay(session.day)}, ${session.starts}. Наведите камеру телефона и войдите под своей учётной записью.`}
        />
        <Qr text={address} size={420} label="QR-код для отметки о присутствии" />
        <p class="hint">Код работает только в день занятия. Без учётной записи назовите шесть цифр ведущему.</p>
      </>,
    );
  },
};

export const bankTrainerForm: MemberRoute = {
  method: 'POST',
  path: `${path}/to-bank`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const outcome = await bankTrainer(ctx, session.id);
    if (!outcome.ok)
      return goTo(`/training/sessions/${session.id}`, { toast: { text: 'Вписанного ведущего здесь нет' } });
    return goTo(`/experts/${outcome.value}`, { toast: { text: 'Внесён в банк. Запишите договор и с чем помогает' } });
  },
};
