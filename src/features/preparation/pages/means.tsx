import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepPreparation, preparationKeepers, preparationReaders } from '../access.ts';
import { meanFields } from '../fields.ts';
import { meansOf } from '../rows.ts';
import { addMean, removeMean, takeLastMeans } from '../save-mean.ts';
import { kindNames, meanRefusals, sideNames } from '../texts.ts';
import { type Mean, meanSides } from '../working-group.ts';
import { PreparationTabs, yearWords } from './tabs.tsx';

const columnsOf = (keeper: boolean): readonly Column<Mean>[] => [
  { key: 'name', label: 'Что', head: true, cell: ({ name }) => name },
  { key: 'kind', label: 'Вид', cell: ({ kind }) => kindNames[kind] },
  { key: 'note', label: 'Подробности', cell: ({ note }) => note || '—' },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: ({ id, name }) =>
      keeper ? (
        <PostButton action={`/preparation/means/${id}/remove`}>
          <Button size="s" kind="quiet" name={`Убрать из списка: ${name}`}>
            Убрать
          </Button>
        </PostButton>
      ) : null,
  },
];

const page = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  const { currentYear } = await theCollege(ctx.db);
  const means = await meansOf(ctx.db, currentYear);
  const before = means.length === 0 ? await meansOf(ctx.db, currentYear - 1) : [];
  const keeper = mayKeepPreparation(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Аудитории и ресурсы' },
    <>
      <Heading
        title="Подготовка программы"
        lead={`${yearWords(currentYear)}. Где искать участников и с чем работать: внутри колледжа и вне его.`}
        actions={
          keeper && before.length > 0 ? (
            <PostButton action="/preparation/means/last-year">
              <Button icon="copy">Взять прошлогодние: {before.length}</Button>
            </PostButton>
          ) : null
        }
      />
      <PreparationTabs now="means" />
      {meanSides.map((side) => {
        const rows = means.filter((mean) => mean.side === side);
        return (
          <Section title={side === 'inner' ? 'Внутри колледжа' : 'Вне колледжа'} count={rows.length}>
            <Table
              caption={`Аудитории и ресурсы ${sideNames[side]}`}
              plain
              columns={columnsOf(keeper)}
              rows={rows}
              empty={
                <Empty icon="folder-open" title="Пока пусто">
                  {side === 'inner'
                    ? 'Студенты старших курсов, педагоги, кабинеты, часы в расписании.'
                    : 'Предприятия, выпускники, родители, школы, их помещения и средства.'}
                </Empty>
              }
            />
          </Section>
        );
      })}
      {keeper ? (
        <Section title="Записать в список">
          <Form
            action="/preparation/means"
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Записать</Button>}
          >
            <FormFields fields={meanFields} form={form} errors={errors} />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

const blank = formOf({ kind: 'audience', side: 'inner' });

export const meansPage: MemberRoute = {
  method: 'GET',
  path: '/preparation/means',
  who: preparationReaders,
  handle: (ctx) => page(ctx, blank),
};

export const putMean: MemberRoute = {
  method: 'POST',
  path: '/preparation/means',
  who: preparationKeepers,
  async handle(ctx, { form }) {
    const read = readForm(meanFields, form);
    if (!read.ok) return again(await page(ctx, form, read.errors));
    const outcome = await addMean(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, form, {}, meanRefusals[outcome.reason]));
    return goTo('/preparation/means', { toast: { text: 'Записано' } });
  },
};

export const dropMean: MemberRoute = {
  method: 'POST',
  path: '/preparation/means/:meanId/remove',
  who: preparationKeepers,
  async handle(ctx, input) {
    await removeMean(ctx, param(input, 'meanId'));
    return goTo('/preparation/means', { toast: { text: 'Убрано из списка' } });
  },
};

export const lastMeans: MemberRoute = {
  method: 'POST',
  path: '/preparation/means/last-year',
  who: preparationKeepers,
  async handle(ctx) {
    const outcome = await takeLastMeans(ctx);
    const copied = outcome.ok ? outcome.value : 0;
    return goTo('/preparation/means', {
      toast: { text: `Взято из прошлого года: ${counted(copied, 'запись', 'записи', 'записей')}` },
    });
  },
};
