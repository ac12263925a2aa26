import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { consentRecorders, mayBringScans } from '../access.ts';
import { consentScans } from '../attach-scan.ts';
import { recentScans } from '../scan-rows.ts';
import { startScan } from '../start-scan.ts';
import { scanRefusal } from '../texts.ts';
import { pileOwner } from './print.tsx';

const scansScreen = async (ctx: PageCtx, error?: string) => {
  demand(mayBringScans(ctx.actor));
  const scans = await recentScans(ctx.db, pileOwner(ctx), 30);
  return screen(
    ctx,
    { title: 'Сканы согласий' },
    <>
      <Heading
        title="Сканы согласий"
        crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Сканы' }]}
        lead="Сканируйте всю пачку подряд, в любом порядке и любой стороной вверх. Система найдёт коды и разложит листы по людям."
      />
      <Form
        action="/consents/scans"
        files
        errors={error ? { scans: error } : undefined}
        actions={
          <Button kind="primary" icon="upload" busy="Загружаем…">
            Загрузить и разобрать
          </Button>
        }
      >
        <FileField
          name="scans"
          label="Сканы или снимки"
          hint="Многостраничный PDF или снимки JPEG, PNG; вместе до 25 МБ. Больше — несколькими загрузками"
          invite="Перетащите файлы или выберите их"
          accept=".pdf,.jpg,.jpeg,.png"
          icon="scan-line"
          multiple
          error={error}
        />
      </Form>
      <Section title="Недавние загрузки" count={scans.length}>
        <Table
          caption="Недавние загрузки сканов"
          rows={scans}
          empty={
            <Empty icon="scan-line" title="Загрузок ещё нет">
              Здесь появятся пачки, которые вы загрузили, и листы, которые осталось разобрать.
            </Empty>
          }
          columns={[
            {
              key: 'title',
              label: 'Загрузка',
              head: true,
              cell: ({ id, title }) => <a href={`/consents/scans/${id}`}>{title}</a>,
            },
            { key: 'day', label: 'Когда', cell: ({ broughtOn }) => formatDay(broughtOn) },
            { key: 'state', label: 'Состояние', cell: ({ state }) => (state === 'review' ? 'разобрана' : 'читается') },
          ]}
        />
      </Section>
    </>,
  );
};

export const scansPage: MemberRoute = {
  method: 'GET',
  path: '/consents/scans',
  who: consentRecorders,
  handle: (ctx) => scansScreen(ctx),
};

export const bringScans: MemberRoute = {
  method: 'POST',
  path: '/consents/scans',
  who: consentRecorders,
  async handle(ctx, { form }) {
    demand(mayBringScans(ctx.actor));
    const uploads = [];
    for (const file of form.files.scans ?? []) {
      const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const checked = await checkUpload(sent, consentScans);
      if (!checked.ok) return again(await scansScreen(ctx, `${file.name}: ${scanRefusal(checked)}`));
      uploads.push(checked.value);
    }
    const outcome = await startScan(ctx, uploads);
    if (!outcome.ok) return again(await scansScreen(ctx, 'Выберите файл со сканом'));
    const { taskId } = outcome.value;
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, taskId));
    return goTo(`/tasks/${taskId}`);
  },
};
