import type { Child } from 'hono/jsx';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { type JournalEntry, journalOf } from '../../../platform/journal.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import type { Term as ShownTerm } from '../../../ui/definition.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { momentWords } from '../../college/moments.ts';
import { mayAddEvidence, mayFollow, mayKeepRoadmap } from '../access.ts';
import { evidenceFields } from '../fields.ts';
import type { LivingRow } from '../living-roadmap.ts';
import type { Evidence } from '../row.ts';
import { roadmapJournal } from '../texts.ts';
import { shownFacts, stateOf, termWords, warningWords, who } from './words.tsx';

export interface PanelState {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const termsOf = (ctx: PageCtx, row: LivingRow): readonly ShownTerm[] => [
  { label: 'Срок', value: termWords(row, ctx.today) },
  { label: 'Отвечают', value: who(row) },
  ...(row.content ? [{ label: 'Содержание', value: row.content }] : []),
  ...(row.documents.length > 0 ? [{ label: 'Документы', value: row.documents.join('; ') }] : []),
];

const Warnings = ({ row, keeper }: { readonly row: LivingRow; readonly keeper: boolean }) => {
  const notes: Child[] = [];
  if (row.warnings.length > 0)
    notes.push(
      <Note kind="warn">
        {row.warnings.map((warning) => (
          <p>{warningWords(warning)}</p>
        ))}
        <p>Это предупреждение: работать можно.</p>
      </Note>,
    );
  if (row.term.kind === 'unknown')
    notes.push(
      <Note kind="warn" title="Срок не понят">
        «{row.termText}» не удалось прочесть, поэтому строка не напомнит о себе.
        {keeper ? <a href={`/roadmap/rows/${row.id}/edit`}> Написать иначе</a> : null}
      </Note>,
    );
  if (row.official === undefined)
    notes.push(
      <Note>Такой строки в методике нет: система не знает её фактов. Она закрывается подтверждением вручную.</Note>,
    );
  return <>{notes}</>;
};

const evidenceText = ({ day, accountName, closes, fileId, fileName, id }: Evidence) => (
  <>
    <Badge tone={closes ? 'warn' : 'mute'} icon="pencil">
      {closes ? 'закрыто вручную' : 'вручную'}
    </Badge>{' '}
    {formatDay(day)}
    {accountName ? `, ${accountName}` : ''}
    {fileId ? (
      <>
        {', '}
        <a href={`/roadmap/evidence/${id}/file`}>{fileName}</a>
      </>
    ) : null}
  </>
);

const EvidenceList = ({ row, may }: { readonly row: LivingRow; readonly may: boolean }) => (
  <section class="panel-part">
    <h3>Подтверждения вручную</h3>
    <List
      rows={row.evidence.map((one) => ({
        title: one.note,
        text: evidenceText(one),
        after: may ? (
          <PostButton action={`/roadmap/evidence/${one.id}/remove`}>
            <Button kind="quiet" size="s" name={`Убрать подтверждение: ${one.note}`} icon="trash-2" />
          </PostButton>
        ) : undefined,
      }))}
    />
  </section>
);

const EvidenceForm = ({ ctx, row, form, errors = {}, refusal }: PanelState & { ctx: PageCtx; row: LivingRow }) => (
  <details open={form !== undefined}>
    <summary class="button secondary size-s">
      <Icon name="paperclip" size={16} />
      Приложить подтверждение
    </summary>
    <Form
      action={`/roadmap/rows/${row.id}/evidence`}
      files
      errors={errors}
      refusal={refusal}
      draft={`evidence-${row.id}`}
      actions={<Button icon="paperclip">Приложить</Button>}
    >
      <FormFields fields={evidenceFields} form={form ?? formOf({ day: formatDay(ctx.today) })} errors={errors} />
      <FileField
        name="file"
        label="Файл"
        optional
        hint="Скан, Word или Excel, до 25 МБ"
        invite="Перетащите файл или выберите"
        error={errors.file}
      />
    </Form>
  </details>
);

const lineOf = ({ at, actorName, action, details }: JournalEntry, moment: (at: Date) => string): string => {
  const note = typeof details.note === 'string' ? `: ${details.note}` : '';
  return `${moment(at)} — ${roadmapJournal[action] ?? action}${note}. ${actorName}`;
};

/** A row opened: what is missing first, each with its action; then what is there, warnings, evidence, journal. */
export const rowPanel = async (ctx: PageCtx, row: LivingRow, close: string, state: PanelState = {}) => {
  const moment = await momentWords(ctx.db);
  const journal = await journalOf(ctx.db, { kind: 'roadmap-row', id: row.id }, 10);
  const keeper = mayKeepRoadmap(ctx.actor) === true;
  const may = mayAddEvidence(ctx.actor, row) === true;
  const { have, need } = row.count;
  return (
    <SidePanel
      number={row.number}
      state={stateOf(row)}
      title={row.title}
      close={close}
      terms={termsOf(ctx, row)}
      progress={
        need > 0
          ? {
              done: have,
              total: need,
              label: `Собрано: ${have} из ${need}`,
              aside: row.state === 'closed' ? undefined : `закроется сама при ${need} из ${need}`,
            }
          : undefined
      }
      facts={shownFacts(row.facts, (href) => mayFollow(ctx.actor, href))}
      warnings={<Warnings row={row} keeper={keeper} />}
      journal={
        journal.length > 0
          ? { title: 'Журнал строки', lines: journal.map((entry) => lineOf(entry, moment)) }
          : undefined
      }
    >
      {row.evidence.length > 0 ? <EvidenceList row={row} may={may} /> : null}
      {may ? <EvidenceForm ctx={ctx} row={row} {...state} /> : null}
      {keeper ? (
        <div class="actions">
          <LinkButton size="s" icon="pencil" href={`/roadmap/rows/${row.id}/edit`}>
            Изменить строку
          </LinkButton>
        </div>
      ) : null}
    </SidePanel>
  );
};
