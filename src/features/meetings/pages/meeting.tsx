import { formatDay } from '../../../kernel/day.ts';
import { formOf, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import {
  mayLogMeeting,
  mayPlanMeeting,
  mayReadSecret,
  mayReadWords,
  mayShowCode,
  meetingVisitors,
  pairPeople,
  sideOf,
} from '../access.ts';
import { confirmMeeting } from '../confirm-meeting.ts';
import { confirmFields } from '../fields.ts';
import { isLogged } from '../meeting.ts';
import { absentNames, kindHints, kindNames, lengthWords, moodNames, stateNames } from '../name-texts.ts';
import { secretOf } from '../rows.ts';
import { confirmRefusals } from '../texts.ts';
import { FileSection } from './file-section.tsx';
import { type Opened, openMeeting, type SentToMeeting } from './opened.ts';
import { signatureOf, whenWords } from './words.tsx';

const terms = (ctx: PageCtx, { meeting, pair, parties }: Opened) => {
  const { state, absent } = meeting;
  const side = sideOf(ctx.actor, parties);
  // Asking for help is between the curator and the one who asked.
  const helpShown =
    meeting.needsHelp && (side === undefined ? mayReadWords(ctx.actor, parties) === true : side === meeting.loggedSide);
  return [
    { label: 'Наставник', value: signatureOf(pair.mentor) },
    { label: 'Наставляемый', value: signatureOf(pair.mentee) },
    { label: 'Состояние', value: absent ? absentNames[absent] : stateNames[state] },
    ...(state === 'held' ? [{ label: 'Длительность', value: lengthWords(meeting.minutes) }] : []),
    ...(meeting.place ? [{ label: 'Где', value: meeting.place }] : []),
    ...(meeting.link
      ? [
          {
            label: 'Видеовстреча',
            value: (
              <a href={meeting.link} rel="noreferrer">
                {meeting.link}
              </a>
            ),
          },
        ]
      : []),
    ...(meeting.topics.length > 0 ? [{ label: 'Что делали', value: meeting.topics.join(', ') }] : []),
    ...(meeting.mood ? [{ label: 'Как прошло', value: moodNames[meeting.mood - 1] ?? '' }] : []),
    ...(meeting.reason ? [{ label: 'Почему', value: meeting.reason }] : []),
    ...(meeting.menteeHere ? [{ label: 'Отметка по коду', value: 'наставляемый отметился на встрече' }] : []),
    ...(meeting.menteeConfirmedOn
      ? [{ label: 'Подтверждена', value: `наставляемым ${formatDay(meeting.menteeConfirmedOn)}` }]
      : []),
    ...(helpShown ? [{ label: 'Помощь', value: 'нужна помощь куратора' }] : []),
  ];
};

const WordsSection = async ({ ctx, the }: { readonly ctx: PageCtx; readonly the: Opened }) => {
  const { meeting, parties } = the;
  if (mayReadWords(ctx.actor, parties) !== true || !isLogged(meeting)) return null;
  const secret = mayReadSecret(ctx.actor, parties) === true ? await secretOf(ctx.db, meeting.id) : '';
  const shown = [
    { label: 'Слова наставника', value: meeting.note },
    { label: 'Что получилось', value: meeting.result },
    { label: 'Задание к следующему разу', value: meeting.task },
    { label: 'Слова наставляемого', value: meeting.menteeNote },
  ].filter(({ value }) => value !== '');
  if (shown.length === 0 && secret === '') return null;
  return (
    <Section title="Слова о встрече" aside="видят обе стороны и куратор">
      {shown.length > 0 ? <DefinitionList terms={shown} /> : null}
      {secret ? (
        <Note icon="lock" title="Только для куратора">
          {secret}
        </Note>
      ) : null}
    </Section>
  );
};

const ConfirmSection = ({
  ctx,
  the: { meeting, parties },
  sent,
}: {
  readonly ctx: PageCtx;
  readonly the: Opened;
  readonly sent: SentToMeeting | undefined;
}) => {
  if (sideOf(ctx.actor, parties) !== 'mentee' || !isLogged(meeting)) return null;
  const own = sent?.part === 'words' ? sent : undefined;
  const form =
    own?.form ?? formOf({ note: meeting.menteeNote, confirmed: meeting.menteeConfirmedOn === null ? '' : 'yes' });
  return (
    <Section title="Ваше слово">
      <p class="hint">Ваши слова увидят наставник и куратор.</p>
      <Form
        action={`/meetings/${meeting.id}/words`}
        errors={own?.errors}
        refusal={own?.refusal}
        actions={<Button kind="primary">Сохранить</Button>}
      >
        <FormFields fields={confirmFields} form={form} errors={own?.errors} />
      </Form>
    </Section>
  );
};

const Actions = ({ ctx, the: { meeting, parties } }: { readonly ctx: PageCtx; readonly the: Opened }) => {
  const planned = meeting.state === 'planned';
  const logs = mayLogMeeting(ctx.actor, parties) === true;
  const corrects = logs && (sideOf(ctx.actor, parties) !== 'mentee' || meeting.loggedSide === 'mentee');
  const logHref = `/my-meetings/log?meeting=${meeting.id}&pair=${meeting.pairId}`;
  return (
    <>
      {planned && mayPlanMeeting(ctx.actor, parties) === true ? (
        <LinkButton href={`/meetings/${meeting.id}/change`}>Перенести или отменить</LinkButton>
      ) : null}
      {planned && meeting.day === ctx.today && mayShowCode(ctx.actor, parties) === true ? (
        <LinkButton href={`/meetings/${meeting.id}/code`} icon="qr-code">
          Показать код
        </LinkButton>
      ) : null}
      {planned && logs && meeting.day <= ctx.today ? (
        <LinkButton kind="primary" href={logHref} icon="plus">
          Записать встречу
        </LinkButton>
      ) : null}
      {isLogged(meeting) && corrects ? (
        <LinkButton href={logHref} icon="pencil">
          Исправить запись
        </LinkButton>
      ) : null}
    </>
  );
};

export const meetingScreen = (ctx: PageCtx, the: Opened, sent?: SentToMeeting) => {
  const { meeting, parties } = the;
  const own = sideOf(ctx.actor, parties) !== undefined;
  return screen(
    ctx,
    { title: kindNames[meeting.kind] },
    <>
      <Heading
        title={`${kindNames[meeting.kind]}, ${whenWords(meeting.day, meeting.starts)}`}
        crumbs={[
          own ? { label: 'Мои встречи', href: '/my-meetings' } : { label: 'Встречи', href: '/meetings' },
          { label: 'Встречи пары', href: `/pairs/${meeting.pairId}/meetings` },
          { label: formatDay(meeting.day) },
        ]}
        lead={meeting.state === 'planned' ? kindHints[meeting.kind] : undefined}
        actions={<Actions ctx={ctx} the={the} />}
      />
      <DefinitionList terms={terms(ctx, the)} rules />
      <WordsSection ctx={ctx} the={the} />
      <ConfirmSection ctx={ctx} the={the} sent={sent} />
      <FileSection ctx={ctx} the={the} sent={sent} />
    </>,
  );
};

export const meetingPage: MemberRoute = {
  method: 'GET',
  path: '/meetings/:meetingId',
  who: meetingVisitors,
  handle: async (ctx, input) => meetingScreen(ctx, await openMeeting(ctx, input)),
};

export const saveWords: MemberRoute = {
  method: 'POST',
  path: '/meetings/:meetingId/words',
  who: pairPeople,
  async handle(ctx, input) {
    const the = await openMeeting(ctx, input);
    const { form } = input;
    const read = readForm(confirmFields, form);
    if (!read.ok) return again(await meetingScreen(ctx, the, { part: 'words', form, errors: read.errors }));
    const outcome = await confirmMeeting(ctx, { meetingId: the.meeting.id, ...read.value });
    if (!outcome.ok)
      return again(await meetingScreen(ctx, the, { part: 'words', form, refusal: confirmRefusals[outcome.reason] }));
    return goTo(`/meetings/${the.meeting.id}`, { toast: { text: 'Сохранено' } });
  },
};
