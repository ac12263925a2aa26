import type { Child } from 'hono/jsx';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, type RawForm, sentValue } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import {
  Checkbox,
  CheckboxGroup,
  DayField,
  HiddenField,
  RadioGroup,
  TextArea,
  TextField,
} from '../../../ui/fields.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { sideOf } from '../access.ts';
import { logFields } from '../fields.ts';
import { type MeetingOutcome, meetingKinds, outcomes } from '../meeting.ts';
import { commonTopics, moodNames, shortKinds } from '../name-texts.ts';
import { otherSide } from './the-own-pairs.ts';
import type { PairTopics } from './topics.ts';
import { personInitials, phoneName } from './words.tsx';

export interface LogForm {
  readonly pairs: readonly ListedPair[];
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly refusal?: string | undefined;
  readonly topics: PairTopics;
  /** What is changed is said so: the button and the choice differ. */
  readonly changes?: boolean | undefined;
  /** Opened to be filled: the phone may give it a key of its own and keep a draft of it. */
  readonly fresh?: boolean | undefined;
}

const moodIcons: readonly IconName[] = ['frown', 'meh', 'smile', 'laugh'];

const outcomeWords = (ctx: PageCtx, { pairs }: LogForm): Readonly<Record<MeetingOutcome, string>> => {
  const [pair] = pairs;
  const side = pair ? sideOf(ctx.actor, pair) : undefined;
  const other = pair && pairs.length === 1 ? phoneName(otherSide(ctx, pair)) : 'другая сторона';
  const absent = { me: 'Я не смог(ла)', other: `Неявка: ${other}` };
  if (side === 'mentee')
    return { held: 'Встретились', 'no-mentor': absent.other, 'no-mentee': absent.me, cancelled: 'Отменили' };
  const mentor = side === 'mentor' ? absent.me : 'Не было наставника';
  return { held: 'Встретились', 'no-mentee': absent.other, 'no-mentor': mentor, cancelled: 'Отменили' };
};

const WithWhom = ({ ctx, the }: { readonly ctx: PageCtx; readonly the: LogForm }) => {
  const [only] = the.pairs;
  if (the.pairs.length === 1 && only)
    return (
      <>
        <HiddenField name="pair" value={only.id} />
        <p class="phone-with">
          С кем: <strong>{phoneName(otherSide(ctx, only))}</strong>
        </p>
      </>
    );
  const people = the.pairs.map((pair) => {
    const other = otherSide(ctx, pair);
    return { value: pair.id, label: phoneName(other), initials: personInitials(other) };
  });
  return (
    <RadioGroup
      name="pair"
      label="С кем"
      look="tiles"
      value={sentValue(the.form, 'pair')}
      error={the.errors?.pair}
      options={[...people, { value: 'all', label: the.pairs.length === 2 ? 'Оба' : 'Все' }]}
    />
  );
};

const When = ({ the, today }: { readonly the: LogForm; readonly today: string }) => (
  <div class="phone-reveal">
    <RadioGroup
      name="when"
      label="Когда"
      look="tiles"
      value={sentValue(the.form, 'when') || 'today'}
      options={[
        { value: 'today', label: 'Сегодня' },
        { value: 'yesterday', label: 'Вчера' },
        { value: 'date', label: 'Дата', icon: 'calendar' },
      ]}
    />
    <div class="phone-more">
      <DayField
        name="date"
        label="Дата встречи"
        value={sentValue(the.form, 'date')}
        max={today}
        error={the.errors?.date}
      />
    </div>
  </div>
);

const Length = ({ the }: { readonly the: LogForm }) => (
  <div class="phone-reveal phone-only-held">
    <RadioGroup
      name="length"
      label="Сколько"
      look="tiles"
      value={sentValue(the.form, 'length') || '60'}
      options={[
        { value: '30', label: '30 мин' },
        { value: '60', label: '1 час' },
        { value: '90', label: '1,5 ч' },
        { value: 'other', label: 'иначе' },
      ]}
    />
    <div class="phone-more">
      <TextField
        name="other"
        label="Сколько минут"
        width="s"
        inputmode="numeric"
        value={sentValue(the.form, 'other')}
        error={the.errors?.other}
        optional
      />
    </div>
  </div>
);

const About = ({ ctx, the }: { readonly ctx: PageCtx; readonly the: LogForm }) => {
  const tasks = [...new Set(the.pairs.flatMap(({ id }) => the.topics.get(id) ?? []))];
  const [only] = the.pairs;
  const whose = the.pairs.length === 1 && only ? phoneName(otherSide(ctx, only)) : '';
  const chosen = the.form.values.topics ?? [];
  const options = [...new Set([...tasks, ...commonTopics, ...chosen])];
  return (
    <div class="phone-only-held">
      <CheckboxGroup
        name="topics"
        label={logFields.topics.label}
        look="tiles"
        values={chosen}
        options={options.map((value) => ({ value, label: value }))}
        hint={tasks.length > 0 ? `Первыми стоят задачи из плана${whose ? `: ${whose}` : ''}` : undefined}
        error={the.errors?.topics}
        optional
      />
      <RadioGroup
        name="mood"
        label={logFields.mood.label}
        look="faces"
        value={sentValue(the.form, 'mood')}
        options={moodNames.map((label, index) => ({ value: String(index + 1), label, icon: moodIcons[index] }))}
        error={the.errors?.mood}
        optional
      />
    </div>
  );
};

/** Who will read it is said before the first letter is typed. */
const WordFields = ({ ctx, the }: { readonly ctx: PageCtx; readonly the: LogForm }) => {
  const side = the.pairs[0] ? sideOf(ctx.actor, the.pairs[0]) : undefined;
  const names = the.pairs.map((pair) => phoneName(otherSide(ctx, pair))).join(', ');
  const readers = side === undefined ? 'Видят обе стороны пары и куратор' : `Видят вы, ${names} и куратор`;
  const area = (name: 'note' | 'result' | 'task' | 'curatorNote', hint: string) => (
    <TextArea
      name={name}
      label={logFields[name].label}
      hint={hint}
      rows={name === 'note' ? 3 : 2}
      value={the.form.values[name]?.[0] ?? ''}
      error={the.errors?.[name]}
      optional
    />
  );
  const opened = ['result', 'task', 'curatorNote'].some((name) => sentValue(the.form, name) !== '');
  return (
    <>
      {area('note', readers)}
      {side === 'mentee' ? null : (
        <details class="phone-details" open={opened}>
          <summary>Для дневника и куратора</summary>
          <div class="phone-stack">
            {area('result', readers)}
            {area('task', readers)}
            {side === 'mentor'
              ? area('curatorNote', 'Видите только вы и куратор. Наставляемому не показывается')
              : null}
          </div>
        </details>
      )}
      <Checkbox
        name="needsHelp"
        label={logFields.needsHelp.label}
        hint="Куратор увидит это в списке встреч. Другой стороне отметка не показывается"
        checked={sentValue(the.form, 'needsHelp') !== ''}
        value="yes"
      />
    </>
  );
};

/** Half a minute: chips, and words for those who have them. */
export const LogFormView = ({
  ctx,
  the,
  children,
}: {
  readonly ctx: PageCtx;
  readonly the: LogForm;
  readonly children?: Child;
}) => {
  const words = outcomeWords(ctx, the);
  const hidden = Object.entries(the.form.values).filter(([name]) => name.startsWith('seen-') || name === 'key');
  return (
    <form
      class="fill-form"
      action="/my-meetings/log"
      method="post"
      novalidate
      data-log
      data-fresh={the.fresh ? '' : undefined}
    >
      {hidden.map(([name, [value = '']]) => (
        <HiddenField name={name} value={value} />
      ))}
      {the.changes ? <HiddenField name="choice" value="over" /> : null}
      <div class="fill-steps phone-stack">
        <ErrorSummary errors={the.errors} refusal={the.refusal} />
        {children}
        <WithWhom ctx={ctx} the={the} />
        <RadioGroup
          name="outcome"
          label={logFields.outcome.label}
          look="tiles"
          value={sentValue(the.form, 'outcome') || 'held'}
          options={outcomes.map((value) => ({ value, label: words[value] }))}
          error={the.errors?.outcome}
        />
        <div class="phone-only-missed">
          <TextField
            name="reason"
            label={logFields.reason.label}
            hint="Увидят вы двое и сотрудники, которые смотрят список встреч"
            value={sentValue(the.form, 'reason')}
            error={the.errors?.reason}
            optional
          />
        </div>
        <When the={the} today={formatDay(ctx.today)} />
        <RadioGroup
          name="kind"
          label={logFields.kind.label}
          look="tiles"
          value={sentValue(the.form, 'kind')}
          options={meetingKinds.map((value) => ({ value, label: shortKinds[value] }))}
          error={the.errors?.kind}
        />
        <Length the={the} />
        <About ctx={ctx} the={the} />
        <WordFields ctx={ctx} the={the} />
      </div>
      <div class="fill-foot">
        <Button kind="primary" size="l" wide>
          {the.changes ? 'Сохранить правку' : 'Сохранить встречу'}
        </Button>
      </div>
    </form>
  );
};
