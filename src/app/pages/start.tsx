import { collegeKeepers } from '../../features/college/access.ts';
import { type College, nextStep, type SetupStep, setupSteps } from '../../features/college/college.ts';
import { markSetup, theCollege } from '../../features/college/rows.ts';
import { Failure } from '../../kernel/failure.ts';
import { goTo, param } from '../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../platform/http/route.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PostButton } from '../../ui/form.tsx';
import { Columns, Heading } from '../../ui/heading.tsx';
import { Note } from '../../ui/note.tsx';
import { screen } from '../../ui/screen.tsx';
import { type TimedStep, TimedSteps } from '../../ui/stepper.tsx';
import { CollegeForm, storedCollege } from './college.tsx';

interface StepWords {
  readonly title: string;
  readonly what: string;
  readonly time: string;
  readonly actions: readonly { readonly href: string; readonly label: string }[];
}

const words: Readonly<Record<SetupStep, StepWords>> = {
  college: {
    title: 'Колледж',
    what: 'Название, руководитель, город, учебный год: из них собирается шапка документов',
    time: '3 минуты',
    actions: [],
  },
  roadmap: {
    title: 'Дорожная карта',
    what: 'Типовая или ваша из Word, Excel или вставленного текста',
    time: '1 минута',
    actions: [
      { href: '/roadmap/import', label: 'Загрузить свою' },
      { href: '/roadmap', label: 'Взять типовую' },
    ],
  },
  people: {
    title: 'Люди',
    what: 'Списки студентов и преподавателей из Excel, как есть',
    time: '5 минут',
    actions: [
      { href: '/people/import', label: 'Загрузить список' },
      { href: '/people/new', label: 'Вписать по одному' },
    ],
  },
  documents: {
    title: 'Документы',
    what: 'Ваши бланки приказов и согласий. Нет своих — подойдут наши',
    time: 'по желанию',
    actions: [{ href: '/documents/templates', label: 'Посмотреть бланки' }],
  },
  helpers: {
    title: 'Помощники',
    what: 'Куратор и все, кто ещё работает в системе: заместитель, методист, классные руководители',
    time: '2 минуты',
    actions: [{ href: '/accounts/new', label: 'Завести запись' }],
  },
};

/** Steps that are done by facts, whoever did them and by whatever way. */
const doneByFacts = async (ctx: PageCtx): Promise<ReadonlySet<SetupStep>> => {
  const row = await ctx.db
    .selectNoFrom((is) => [
      is.exists(is.selectFrom('roadmaps').select('id')).as('roadmap'),
      is.exists(is.selectFrom('persons').select('id').where('kind', '=', 'student')).as('people'),
      is.exists(is.selectFrom('document_templates').select('id')).as('documents'),
      is
        .selectFrom('accounts')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('accounts'),
    ])
    .executeTakeFirstOrThrow();
  const done = new Set<SetupStep>();
  if (row.roadmap) done.add('roadmap');
  if (row.people) done.add('people');
  if (row.documents) done.add('documents');
  if ((row.accounts ?? 0) > 1) done.add('helpers');
  return done;
};

const stateOf = (college: College, step: SetupStep, facts: ReadonlySet<SetupStep>): 'done' | 'skipped' | undefined =>
  facts.has(step) ? 'done' : college.setup[step];

export const startPage: Route = {
  method: 'GET',
  path: '/start',
  who: collegeKeepers,
  async handle(ctx, input) {
    const college = await theCollege(ctx.db);
    const facts = await doneByFacts(ctx);
    const states = Object.fromEntries(setupSteps.map((step) => [step, stateOf(college, step, facts)]));
    const asked = setupSteps.find((step) => step === input.query.get('step'));
    const current = asked ?? nextStep({ setup: states });
    const steps: TimedStep[] = [];
    for (const step of setupSteps) {
      const { title, what, time } = words[step];
      const isCurrent = step === current;
      steps.push({
        title,
        text: what,
        time: states[step] === 'skipped' ? 'пропущено' : time,
        state: isCurrent ? 'current' : states[step] === 'done' ? 'done' : 'ahead',
        href: isCurrent ? undefined : `/start?step=${step}`,
        children: isCurrent ? await OpenStep({ ctx, step }) : undefined,
      });
    }
    return screen(
      ctx,
      { title: 'Первые шаги', frame: 'bare', links: <a href="/">На главную</a> },
      <>
        <Heading
          title="Запустим программу за пять шагов"
          lead="Около десяти минут. Любой шаг можно пропустить и вернуться: система напомнит, чего не хватает, и ничего не запретит."
        />
        <Columns
          aside={
            <Note kind="info" title="Сначала посмотреть на примере">
              Вымышленный техникум в середине октября: люди, пары, приказы, просроченная строка. Запустите его в другой
              папке с данными, ваших он не коснётся: <code>DATA_DIR=./demo npm start -- --demo</code>
            </Note>
          }
        >
          <TimedSteps steps={steps} />
          {current === undefined ? (
            <LinkButton kind="primary" href="/">
              Перейти к работе
            </LinkButton>
          ) : null}
        </Columns>
      </>,
    );
  },
};

const OpenStep = async ({ ctx, step }: { ctx: PageCtx; step: SetupStep }) => (
  <>
    {step === 'college' ? await CollegeForm({ ctx, form: await storedCollege(ctx), from: 'start' }) : null}
    <div class="actions">
      {words[step].actions.map(({ href, label }, index) => (
        <LinkButton href={href} kind={index === 0 ? 'primary' : 'secondary'}>
          {label}
        </LinkButton>
      ))}
      <PostButton action={`/start/${step}/skip`}>
        <Button kind="quiet">{words[step].actions.length > 0 ? 'Дальше' : 'Пропустить'}</Button>
      </PostButton>
    </div>
  </>
);

export const skipStep: Route = {
  method: 'POST',
  path: '/start/:step/skip',
  who: collegeKeepers,
  async handle(ctx, input) {
    const step = setupSteps.find((one) => one === param(input, 'step'));
    if (!step) throw new Failure('not-found', 'step of the guide');
    const { setup } = await theCollege(ctx.db);
    if (setup[step] !== 'done') await markSetup(ctx.db, step, 'skipped');
    const next = setupSteps[setupSteps.indexOf(step) + 1];
    return goTo(next ? `/start?step=${next}` : '/start');
  },
};
