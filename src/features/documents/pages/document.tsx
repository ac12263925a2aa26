import type { Child } from 'hono/jsx';
import { formatDay } from '../../../kernel/day.ts';
import type { Block, Paper } from '../../../platform/docx/paper.ts';
import { readPaper } from '../../../platform/docx/read-paper.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Columns, Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { PaperDesk } from '../../../ui/paper.tsx';
import { PaperSheets } from '../../../ui/paper-sheets.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type ChainStep, StatusChain } from '../../../ui/status-chain.tsx';
import { documentReaders } from '../access.ts';
import { registerTags } from '../data-texts.ts';
import { isDocumentKind, isEditable } from '../document.ts';
import { amendmentsOf, type Document } from '../rows.ts';
import type { Field } from '../template.ts';
import { starterTemplates } from '../templates/starters.ts';
import { paperNames, statusNames } from '../texts.ts';
import { DocumentActions } from './document-actions.tsx';
import { DocumentAside, type Shown } from './document-aside.tsx';
import { docxOf, theDocument } from './files.ts';
import { StaleActs } from './stale-acts.tsx';
import { requisitesOf } from './words.tsx';

/** Rows of an annex on the page; the rest is a press away. */
const shownRows = 15;

const chainOf = (paper: Document, later: readonly Document[]): ChainStep[] => {
  const { status } = paper;
  const signed = status === 'signed' || status === 'amended' || status === 'cancelled';
  const by = later.filter(({ status: now }) => now !== 'draft' && now !== 'on-signing').at(-1);
  return [
    { title: 'Проект', icon: 'pencil', state: status === 'draft' ? 'current' : 'done' },
    {
      title: 'На подписи',
      text: paper.signatoryName ?? 'подписант не назван',
      state: status === 'on-signing' ? 'current' : signed ? 'done' : 'ahead',
    },
    {
      title: 'Подписан',
      text: signed ? requisitesOf(paper) : 'номер, дата, скан',
      state: status === 'signed' ? 'current' : signed ? 'done' : 'ahead',
      ...(status === 'signed' ? { icon: 'check' as const } : {}),
    },
    {
      title: status === 'amended' ? 'Изменён' : status === 'cancelled' ? 'Отменён' : 'Изменён или отменён',
      text: by ? <a href={`/documents/${by.id}`}>{requisitesOf(by)}</a> : 'новым приказом',
      state: status === 'amended' || status === 'cancelled' ? 'current' : 'possible',
      icon: 'git-branch',
    },
  ];
};

/** Labels of the fields that the paper could be missing. */
const labelsOf = (fields: readonly Field[]): [string, string][] =>
  fields.flatMap((field): [string, string][] => [
    [field.tag, field.label],
    ...('rows' in field ? labelsOf(field.rows) : []),
  ]);

const blanksIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.runs.flatMap((run) => (run.kind === 'text' && run.mark === 'blank' ? [run.tag ?? ''] : []))
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => blanksIn(cell.blocks))),
  );

const missingIn = (paper: Paper | undefined, labels: ReadonlyMap<string, string>): Map<string, number> => {
  const missing = new Map<string, number>();
  for (const { blocks } of paper?.sections ?? []) {
    for (const tag of blanksIn(blocks)) {
      if (registerTags.includes(tag)) continue;
      const label = labels.get(tag) ?? tag;
      missing.set(label, (missing.get(label) ?? 0) + 1);
    }
  }
  return missing;
};

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The document's page; after a refused form with what was typed and why. */
export const documentScreen = async (ctx: PageCtx, paper: Document, shown: Shown = {}, whole = false) => {
  const later = await amendmentsOf(ctx.db, paper.id);
  const labels = new Map(isDocumentKind(paper.kind) ? labelsOf(starterTemplates[paper.kind].fields) : []);
  const sheet = paper.docxFileId === null ? undefined : readPaper(await docxOf(ctx, paper));
  const main: Child = sheet ? (
    <PaperDesk label="Документ, как на бумаге">
      <PaperSheets
        paper={sheet}
        blank={(tag) => lower(labels.get(tag) ?? tag)}
        settled={!isEditable(paper.status)}
        rows={whole ? undefined : shownRows}
        whole={`/documents/${paper.id}?whole=yes`}
      />
    </PaperDesk>
  ) : (
    <RegisteredPaper paper={paper} />
  );
  return screen(
    ctx,
    { title: paper.title },
    <>
      <Heading
        title={paper.title}
        crumbs={[
          { label: 'Документы', href: '/documents' },
          { label: paperNames[paper.kind] ?? paper.kind, href: `/documents?kind=${paper.kind}` },
          { label: requisitesOf(paper) || statusNames[paper.status] },
        ]}
        actions={<DocumentActions actor={ctx.actor} paper={paper} />}
      />
      {shown.refusal && !shown.form ? <Note kind="bad">{shown.refusal}</Note> : null}
      {paper.status === 'draft' && isDocumentKind(paper.kind) ? <StaleActs ctx={ctx} kind={paper.kind} /> : null}
      {paper.origin === 'made' ? <StatusChain label="Путь документа" steps={chainOf(paper, later)} /> : null}
      <Columns
        aside={<DocumentAside ctx={ctx} paper={paper} later={later} shown={shown} missing={missingIn(sheet, labels)} />}
      >
        {main}
      </Columns>
    </>,
  );
};

const RegisteredPaper = ({ paper }: { readonly paper: Document }) => (
  <>
    <DefinitionList
      rules
      terms={[
        { label: 'Вид', value: paperNames[paper.kind] ?? paper.kind },
        { label: 'Номер', value: paper.number },
        { label: 'Дата', value: paper.day && formatDay(paper.day) },
        { label: 'Пересмотреть до', value: paper.reviewBy && formatDay(paper.reviewBy) },
      ]}
    />
    {paper.scanFileId ? (
      <LinkButton icon="file-down" href={`/documents/${paper.id}/scan`} download>
        Скачать скан
      </LinkButton>
    ) : (
      <Note>Скана пока нет: приложите его справа, чтобы документ был под рукой.</Note>
    )}
  </>
);

export const documentPage: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId',
  who: documentReaders,
  handle: async (ctx, input) =>
    documentScreen(ctx, await theDocument(ctx, input), {}, input.query.get('whole') === 'yes'),
};
