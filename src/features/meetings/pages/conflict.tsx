import { formatDay } from '../../../kernel/day.ts';
import type { RawForm } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { HiddenField } from '../../../ui/fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { sideOf } from '../access.ts';
import type { LogRefusal } from '../log-meeting.ts';
import { isLogged, type Meeting, type MeetingLog } from '../meeting.ts';
import { absentNames, kindNames, lengthWords, outcomeNames, stateNames } from '../name-texts.ts';
import { loggedOn, meetingById } from '../rows.ts';
import { logRefusals } from '../texts.ts';
import { phoneScreen } from './phone-frame.tsx';
import type { SentLog } from './sent-log.ts';
import { otherSide } from './the-own-pairs.ts';
import { phoneName } from './words.tsx';

export interface Conflict {
  readonly pair: ListedPair;
  readonly reason: LogRefusal | 'not-logged';
  /** How the meeting stands now. */
  readonly theirs: Meeting | undefined;
}

/** What stands there instead of the entry: the meeting that it named, or the log of that day. */
export const theirsOf = async (ctx: PageCtx, sent: SentLog, pairId: string): Promise<Meeting | undefined> => {
  const seen = sent.seen(pairId);
  const named = seen ? await meetingById(ctx.db, seen.meetingId) : undefined;
  if (named && named.state !== 'planned') return named;
  return (await loggedOn(ctx.db, pairId, sent.log.day, 1)) ?? named;
};

const sideWords = { mentor: 'Запись наставника', mentee: 'Запись наставляемого', curator: 'Запись куратора' } as const;

const Theirs = ({ meeting }: { readonly meeting: Meeting }) => (
  <Section title={meeting.loggedSide ? sideWords[meeting.loggedSide] : 'Как встреча назначена теперь'}>
    <DefinitionList
      terms={[
        { label: 'Что', value: meeting.absent ? absentNames[meeting.absent] : stateNames[meeting.state] },
        { label: 'Когда', value: [formatDay(meeting.day), meeting.starts].filter(Boolean).join(', ') },
        { label: 'Какая', value: kindNames[meeting.kind] },
        ...(meeting.state === 'held' ? [{ label: 'Сколько', value: lengthWords(meeting.minutes) }] : []),
        ...(meeting.topics.length > 0 ? [{ label: 'Что делали', value: meeting.topics.join(', ') }] : []),
        ...(meeting.reason ? [{ label: 'Почему', value: meeting.reason }] : []),
        ...(meeting.note ? [{ label: 'Слова', value: meeting.note }] : []),
        ...(meeting.menteeNote ? [{ label: 'Слова наставляемого', value: meeting.menteeNote }] : []),
      ]}
    />
  </Section>
);

const Mine = ({ log }: { readonly log: MeetingLog }) => (
  <Section title="Ваша запись">
    <DefinitionList
      terms={[
        { label: 'Что', value: outcomeNames[log.outcome] },
        { label: 'Когда', value: formatDay(log.day) },
        { label: 'Какая', value: kindNames[log.kind] },
        ...(log.outcome === 'held' ? [{ label: 'Сколько', value: lengthWords(log.minutes) }] : []),
        ...(log.topics.length > 0 ? [{ label: 'Что делали', value: log.topics.join(', ') }] : []),
        ...(log.reason ? [{ label: 'Почему', value: log.reason }] : []),
        ...(log.note ? [{ label: 'Слова', value: log.note }] : []),
        ...(log.result ? [{ label: 'Что получилось', value: log.result }] : []),
        ...(log.task ? [{ label: 'Задание', value: log.task }] : []),
        ...(log.curatorNote ? [{ label: 'Только для куратора', value: log.curatorNote }] : []),
      ]}
    />
  </Section>
);

/** Both versions, and what can be done; until something is chosen the entry stays in the phone. */
export const conflictScreen = (
  ctx: PageCtx,
  { conflict, sent, form, left }: { conflict: Conflict; sent: SentLog; form: RawForm; left: number },
) => {
  const { pair, theirs } = conflict;
  const logged = theirs !== undefined && isLogged(theirs);
  const mentee = sideOf(ctx.actor, pair) === 'mentee';
  const overwrites = !logged || !mentee || theirs.loggedSide === 'mentee';
  const hidden = Object.entries(form.values).filter(
    ([name]) => name !== 'choice' && name !== 'pair' && name !== `seen-${pair.id}`,
  );
  const refusal = conflict.reason === 'not-logged' ? logRefusals['changed-meanwhile'] : logRefusals[conflict.reason];
  return phoneScreen(
    ctx,
    { title: 'Две записи об одной встрече', back: '/my-meetings', keeps: true, frame: false },
    <form class="fill-form" action="/my-meetings/log" method="post">
      {hidden.flatMap(([name, values]) => values.map((value) => <HiddenField name={name} value={value} />))}
      <HiddenField name="pair" value={pair.id} />
      {theirs ? <HiddenField name={`seen-${pair.id}`} value={`${theirs.id}:${theirs.version}`} /> : null}
      <div class="fill-steps phone-stack">
        <Note kind="warn" title={`${phoneName(otherSide(ctx, pair))}, ${formatDay(sent.log.day)}`}>
          {refusal} {left > 1 ? 'После этой решите и о следующей.' : ''}
        </Note>
        {theirs ? <Theirs meeting={theirs} /> : null}
        <Mine log={sent.log} />
        <div class="phone-choices">
          {logged ? (
            <Button kind="primary" size="l" wide field="choice" value="join">
              Та же встреча: добавить мои слова
            </Button>
          ) : null}
          {overwrites ? (
            <Button kind={logged ? 'secondary' : 'primary'} size="l" wide field="choice" value="over">
              {logged ? 'Заменить моей записью' : 'Записать, как у меня'}
            </Button>
          ) : null}
          <Button size="l" wide field="choice" value="apart">
            Это была другая встреча
          </Button>
          <Button kind="quiet" size="l" wide field="choice" value="drop">
            Убрать мою запись
          </Button>
        </div>
      </div>
    </form>,
  );
};
