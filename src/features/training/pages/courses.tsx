import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { ScanField, sentScan } from '../../documents/pages/registering.tsx';
import { fullName } from '../../people/person.ts';
import { mayKeepTraining, mayReadOwn, mayReadTraining, trainees, trainingKeepers, trainingReaders } from '../access.ts';
import { courseById, coursesOf, type OutsideCourse } from '../certificate-rows.ts';
import { courseFields, finishFields } from '../fields.ts';
import { trainingStates } from '../people-rows.ts';
import { finishCourse, sendToCourse } from '../send-to-course.ts';
import { courseRefusals, finishRefusals } from '../texts.ts';
import { TrainingTabs, trainingCrumb } from './training-tabs.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const uuid = /^[0-9a-f-]{36}$/;

const certificateOf = (course: OutsideCourse) => {
  if (course.certificateDay === null) return <Badge tone="run">учится</Badge>;
  const words = `${course.certificate} от ${formatDay(course.certificateDay)}`;
  return course.scanFileId ? (
    <a href={`/training/courses/${course.id}/scan`} data-turbo="false">
      {words}
    </a>
  ) : (
    words
  );
};

const coursesScreen = async (ctx: PageCtx, { query }: Input, sent?: Sent) => {
  demand(mayReadTraining(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const courses = await coursesOf(ctx.db, currentYear);
  const keeps = mayKeepTraining(ctx.actor) === true;
  const people = keeps ? await trainingStates(ctx.db, currentYear) : [];
  const form = sent?.form ?? formOf({ personId: query.get('person') ?? '' });
  return screen(
    ctx,
    { title: 'Курсы на стороне' },
    <>
      <Heading
        title="Курсы на стороне"
        crumbs={[trainingCrumb, { label: 'Курсы на стороне' }]}
        lead="Кого колледж направил учиться в другую организацию. Удостоверение с курсов считается обучением."
      />
      <TrainingTabs current="/training/courses" />
      <Table
        caption="Курсы на стороне"
        rows={courses}
        columns={[
          {
            key: 'name',
            label: 'Наставник',
            head: true,
            cell: (row) => <a href={`/mentors/${row.personId}`}>{fullName(row)}</a>,
          },
          { key: 'title', label: 'Программа', cell: ({ title, organisation }) => `${title}, ${organisation}` },
          { key: 'hours', label: 'Часов', kind: 'number', cell: ({ hours }) => String(hours) },
          {
            key: 'term',
            label: 'Когда',
            secondary: true,
            cell: ({ from, till }) => `${formatDay(from)}\u00a0– ${formatDay(till)}`,
          },
          { key: 'certificate', label: 'Удостоверение', cell: certificateOf },
          {
            key: 'actions',
            label: 'Действия',
            kind: 'actions',
            cell: ({ id, certificate }) =>
              keeps && certificate === '' ? (
                <LinkButton size="s" href={`/training/courses/${id}`}>
                  Записать удостоверение
                </LinkButton>
              ) : null,
          },
        ]}
        empty={
          <Empty icon="graduation-cap" title="На курсы пока никого не направили">
            {keeps ? 'Выберите наставника и курс ниже.' : 'Направления вносит куратор или методист.'}
          </Empty>
        }
      />
      {keeps ? (
        <Section title="Направить на курсы">
          <Form
            action="/training/courses"
            errors={sent?.errors}
            refusal={sent?.refusal}
            actions={<Button kind="primary">Направить на курсы</Button>}
          >
            <ComboField
              name="personId"
              label="Наставник"
              empty="выберите"
              value={sentValue(form, 'personId')}
              options={people.map((one) => ({
                value: one.id,
                label: [fullName(one), one.place].filter(Boolean).join(', '),
              }))}
              error={sent?.errors?.personId}
            />
            <FormFields fields={courseFields} form={form} errors={sent?.errors} />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

export const coursesPage: MemberRoute = {
  method: 'GET',
  path: '/training/courses',
  who: trainingReaders,
  handle: (ctx, input) => coursesScreen(ctx, input),
};

export const sendForm: MemberRoute = {
  method: 'POST',
  path: '/training/courses',
  who: trainingKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const personId = sentValue(form, 'personId');
    const read = readForm(courseFields, form);
    if (!read.ok || !uuid.test(personId)) {
      const errors = {
        ...(uuid.test(personId) ? {} : { personId: 'Выберите наставника' }),
        ...(read.ok ? {} : read.errors),
      };
      return again(await coursesScreen(ctx, input, { form, errors }));
    }
    const outcome = await sendToCourse(ctx, { ...read.value, personId });
    if (!outcome.ok) return again(await coursesScreen(ctx, input, { form, refusal: courseRefusals[outcome.reason] }));
    return goTo('/training/courses', { toast: { text: 'Направление записано' } });
  },
};

const finishScreen = async (ctx: PageCtx, input: Input, sent?: Sent) => {
  demand(mayKeepTraining(ctx.actor));
  const course = found(await courseById(ctx.db, param(input, 'courseId')), 'course');
  return screen(
    ctx,
    { title: 'Удостоверение с курсов' },
    <>
      <Heading
        title="Удостоверение с курсов"
        crumbs={[trainingCrumb, { label: 'Курсы на стороне', href: '/training/courses' }, { label: fullName(course) }]}
        lead={`${fullName(course)}: ${course.title}, ${course.organisation}`}
      />
      <Form
        action={`/training/courses/${course.id}`}
        files
        errors={sent?.errors}
        refusal={sent?.refusal}
        actions={<Button kind="primary">Записать удостоверение</Button>}
      >
        <FormFields
          fields={finishFields}
          form={sent?.form ?? formOf({ version: String(course.version) }) ?? emptyForm}
          errors={sent?.errors}
        />
        <ScanField error={sent?.errors?.scan} />
      </Form>
    </>,
  );
};

export const finishPage: MemberRoute = {
  method: 'GET',
  path: '/training/courses/:courseId',
  who: trainingKeepers,
  handle: (ctx, input) => finishScreen(ctx, input),
};

export const finishForm: MemberRoute = {
  method: 'POST',
  path: '/training/courses/:courseId',
  who: trainingKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const read = readForm(finishFields, form);
    const scan = await sentScan(form);
    if (!read.ok || 'error' in scan) {
      const errors = { ...(read.ok ? {} : read.errors), ...('error' in scan ? { scan: scan.error } : {}) };
      return again(await finishScreen(ctx, input, { form, errors }));
    }
    const outcome = await finishCourse(ctx, param(input, 'courseId'), { ...read.value, scan: scan.scan });
    if (!outcome.ok) return again(await finishScreen(ctx, input, { form, refusal: finishRefusals[outcome.reason] }));
    return goTo('/training/courses', { toast: { text: 'Удостоверение записано' } });
  },
};

export const courseScan: MemberRoute = {
  method: 'GET',
  path: '/training/courses/:courseId/scan',
  who: trainees,
  async handle(ctx, input) {
    const course = found(await courseById(ctx.db, param(input, 'courseId')), 'course');
    demand(mayReadOwn(ctx.actor, { personIds: [course.personId] }));
    const file = await fileById(ctx.db, found(course.scanFileId, 'scan of this course'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
