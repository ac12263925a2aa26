import { yearLabel } from '../../../kernel/academic-year.ts';
import { formatPeriod } from '../../../kernel/period.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { readTerm } from '../../../kernel/term/read-term.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { documentKeepers } from '../../documents/access.ts';
import { roadmapKeepers } from '../access.ts';
import { workingWindows } from '../living-roadmap.ts';
import { orderRoadmap } from '../order-roadmap.ts';
import { planRoll, type RolledPart, type RolledRow, rollRoadmap } from '../roll-roadmap.ts';
import { orderRefusals, rollRefusals } from '../roll-texts.ts';

const partNames: Readonly<Record<RolledPart, string>> = { title: 'Название', content: 'Содержание', termText: 'Срок' };

interface Change {
  readonly row: RolledRow;
  readonly part: RolledPart;
}

const columns: readonly Column<Change>[] = [
  { key: 'number', label: 'Строка', head: true, cell: ({ row }) => `${row.before.number} ${row.before.title}` },
  { key: 'part', label: 'Что меняется', cell: ({ part }) => partNames[part] },
  { key: 'before', label: 'Сейчас', cell: ({ row, part }) => <del>{row.before[part]}</del> },
  { key: 'after', label: 'Станет', cell: ({ row, part }) => <ins>{row.after[part]}</ins> },
];

const firstWindow = ({ termText }: { readonly termText: string }, year: number): string => {
  const [window] = workingWindows(readTerm(termText), year);
  return window ? formatPeriod(window) : '—';
};

const windowColumns: readonly Column<RolledRow>[] = [
  { key: 'number', label: 'Строка', head: true, cell: ({ before }) => `${before.number} ${before.title}` },
  { key: 'term', label: 'Срок', secondary: true, cell: ({ after }) => after.termText },
  { key: 'before', label: 'Окно сейчас', cell: ({ before }) => firstWindow(before, before.year) },
  { key: 'after', label: 'Станет', cell: ({ before, after }) => firstWindow(after, before.year + 1) },
];

const page = async (ctx: PageCtx, refusal?: string) => {
  const { currentYear } = await theCollege(ctx.db);
  const next = yearLabel(currentYear + 1);
  const plan = await planRoll(ctx);
  const changes = plan.ok ? plan.value.rows.flatMap((row) => row.changed.map((part) => ({ row, part }))) : [];
  const dated = plan.ok ? plan.value.rows.filter(({ after }) => firstWindow(after, currentYear + 1) !== '—') : [];
  const same = plan.ok ? plan.value.rows.filter(({ changed }) => changed.length === 0).length : 0;
  return screen(
    ctx,
    { title: `Карта на ${next}` },
    <>
      <Heading
        title={`Дорожная карта на ${next}`}
        crumbs={[{ label: 'Дорожная карта', href: '/roadmap' }, { label: 'На следующий год' }]}
        lead={
          plan.ok
            ? `Из карты ${yearLabel(currentYear)}: ${counted(plan.value.rows.length, 'строка', 'строки', 'строк')}, меняется ${counted(changes.length, 'место', 'места', 'мест')}.`
            : undefined
        }
      />
      {plan.ok ? (
        <Form
          action="/roadmap/next-year"
          hidden={{ seen: plan.value.seen }}
          refusal={refusal}
          actions={
            <>
              <Button kind="primary" busy="Записываем…">
                Записать карту {next}
              </Button>
              <LinkButton kind="quiet" href="/roadmap">
                Не записывать
              </LinkButton>
            </>
          }
        >
          <Section title="Что изменится" count={changes.length}>
            <Table
              caption="Отличия карты следующего года"
              columns={columns}
              rows={changes}
              empty={
                <Empty icon="map" title="Менять нечего">
                  Ни в одном сроке нет года: все строки перейдут как есть.
                </Empty>
              }
            />
          </Section>
          <Section title="Как сдвинутся окна" count={dated.length}>
            <Table
              caption="Окна строк в этом и следующем году"
              columns={windowColumns}
              rows={dated}
              empty={<p class="hint">У строк нет сроков с окнами.</p>}
            />
          </Section>
          <Note>
            Без изменений перейдут {counted(same, 'строка', 'строки', 'строк')}. Подтверждения и отметки остаются в этом
            году. Откроется {next} учебный год, но колледж продолжит работать в текущем, пока вы не смените его в
            разделе «Колледж».
          </Note>
        </Form>
      ) : (
        <Empty
          icon="map"
          title={rollRefusals[plan.reason]}
          action={
            <LinkButton
              href={plan.reason === 'next-year-has-roadmap' ? `/roadmap?year=${currentYear + 1}` : '/roadmap'}
            >
              Открыть дорожную карту
            </LinkButton>
          }
        />
      )}
    </>,
  );
};

export const nextYearPage: MemberRoute = {
  method: 'GET',
  path: '/roadmap/next-year',
  who: roadmapKeepers,
  handle: (ctx) => page(ctx),
};

export const writeNextYear: MemberRoute = {
  method: 'POST',
  path: '/roadmap/next-year',
  who: roadmapKeepers,
  async handle(ctx, { form }) {
    const outcome = await rollRoadmap(ctx, sentValue(form, 'seen'));
    if (!outcome.ok) return again(await page(ctx, rollRefusals[outcome.reason]));
    const text = `Карта на ${yearLabel(outcome.value)} записана`;
    return goTo(`/roadmap?year=${outcome.value}`, { toast: { text } });
  },
};

export const orderThisRoadmap: MemberRoute = {
  method: 'POST',
  path: '/roadmap/order',
  who: documentKeepers,
  async handle(ctx, { form }) {
    const { currentYear } = await theCollege(ctx.db);
    const year = Number(sentValue(form, 'year')) || currentYear;
    const outcome = await orderRoadmap(ctx, year);
    if (!outcome.ok) return goTo('/roadmap', { toast: { text: orderRefusals[outcome.reason] } });
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Проект приказа составлен' } });
  },
};
