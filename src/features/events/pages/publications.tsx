import { formatDay } from '../../../kernel/day.ts';
import { monthName } from '../../../kernel/russian/calendar.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { documentsBy } from '../../documents/rows.ts';
import { eventReaders, mayKeepPublications, publishers } from '../access.ts';
import { type Publication, programmeMonths, silentMonths } from '../event.ts';
import { publicationFields } from '../fields.ts';
import { channelNames } from '../name-texts.ts';
import { publicationsOf } from '../publication-rows.ts';
import { eventsOf } from '../rows.ts';
import { addPublication, removePublication } from '../save-publication.ts';
import { publicationRefusals } from '../texts.ts';
import { eventTabs } from './register.tsx';

const nameOf = (month: string): string => monthName(Number(month.slice(5)));

const columnsOf = (keeper: boolean): readonly Column<Publication>[] => [
  {
    key: 'title',
    label: 'Публикация',
    head: true,
    cell: ({ title, link }) =>
      link ? (
        <a href={link} rel="noopener noreferrer" target="_blank">
          {title}
        </a>
      ) : (
        title
      ),
  },
  { key: 'day', label: 'Вышла', cell: ({ day }) => formatDay(day) },
  { key: 'channel', label: 'Где', cell: ({ channel }) => channelNames[channel] },
  {
    key: 'event',
    label: 'О событии',
    secondary: true,
    cell: ({ eventId }) => (eventId ? <a href={`/events/${eventId}`}>открыть событие</a> : '—'),
  },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: ({ id, title }) =>
      keeper ? (
        <PostButton action={`/publications/${id}/remove`}>
          <Button size="s" kind="quiet" name={`Убрать из реестра: ${title}`}>
            Убрать
          </Button>
        </PostButton>
      ) : null,
  },
];

const page = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  const { currentYear } = await theCollege(ctx.db);
  const publications = await publicationsOf(ctx.db, currentYear);
  const events = await eventsOf(ctx.db, currentYear);
  // Publications of the register of documents count as well.
  const papers = await documentsBy(ctx.db, { kinds: ['publication'], year: currentYear }, { limit: 500 });
  const told = [...publications, ...papers.flatMap(({ day }) => (day ? [{ day }] : []))];
  const silent = silentMonths(told, currentYear, ctx.today);
  const begun = programmeMonths(currentYear).filter((month) => month <= ctx.today.slice(0, 7)).length;
  const keeper = mayKeepPublications(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Публикации' },
    <>
      <Heading
        title="События"
        lead={`Публикации есть в ${begun - silent.length} из ${begun} начавшихся месяцев программы.`}
      />
      {eventTabs('publications', events.length, publications.length)}
      {silent.length > 0 ? (
        <Note kind="warn" title="Месяцы без публикаций">
          {silent.map(nameOf).join(', ')}. О программе рассказывают каждый месяц с сентября по июнь.
        </Note>
      ) : null}
      <Table
        caption="Реестр публикаций"
        columns={columnsOf(keeper)}
        rows={publications}
        empty={
          <Empty icon="newspaper" title="Здесь будут публикации о программе">
            Запишите, что и где вышло: по ним закрывается строка 1.8.
          </Empty>
        }
      />
      {keeper ? (
        <Section title="Записать публикацию">
          <Form
            action="/publications"
            errors={errors}
            refusal={refusal}
            draft="publication"
            actions={<Button kind="primary">Записать публикацию</Button>}
          >
            <FormFields
              fields={publicationFields(
                events.map(({ id, title, day }) => ({ value: id, label: `${formatDay(day)} ${title}` })),
              )}
              form={form}
              errors={errors}
            />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

export const publicationsPage: MemberRoute = {
  method: 'GET',
  path: '/publications',
  who: eventReaders,
  handle: (ctx) => page(ctx, formOf({ day: formatDay(ctx.today), channel: 'site' })),
};

export const putPublication: MemberRoute = {
  method: 'POST',
  path: '/publications',
  who: publishers,
  async handle(ctx, { form }) {
    const read = readForm(publicationFields([]), form);
    if (!read.ok) return again(await page(ctx, form, read.errors));
    const outcome = await addPublication(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, form, {}, publicationRefusals[outcome.reason]));
    return goTo('/publications', { toast: { text: 'Публикация записана' } });
  },
};

export const dropPublication: MemberRoute = {
  method: 'POST',
  path: '/publications/:publicationId/remove',
  who: publishers,
  async handle(ctx, input) {
    await removePublication(ctx, param(input, 'publicationId'));
    return goTo('/publications', { toast: { text: 'Публикация убрана' } });
  },
};
