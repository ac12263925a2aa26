import { demand } from '../../../kernel/actor.ts';
import { type RawForm, readForm } from '../../../platform/fields.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { screen } from '../../../ui/screen.tsx';
import { mayAddEvidence, roadmapReaders } from '../access.ts';
import { addEvidence, evidenceFamilies, removeEvidence } from '../add-evidence.ts';
import { evidenceById } from '../evidence-rows.ts';
import { evidenceFields } from '../fields.ts';
import { rememberedRoadmap } from '../living-roadmap.ts';
import { rowById } from '../roadmap-rows.ts';
import { evidenceRefusals } from '../texts.ts';
import { readFilter, roadmapHref } from './address.ts';
import { type PanelState, rowPanel } from './panel.tsx';
import { RoadmapBody } from './roadmap.tsx';

const rowScreen = async (ctx: PageCtx, input: Input, state: PanelState = {}) => {
  const kept = found(await rowById(ctx.db, param(input, 'rowId')), 'roadmap row');
  const roadmap = found(await rememberedRoadmap(ctx, kept.year), 'roadmap');
  const row = found(
    roadmap.rows.find(({ id }) => id === kept.id),
    'activity of the roadmap',
  );
  const filter = { ...readFilter(input.query, kept.year), year: kept.year };
  const panel = await rowPanel(ctx, row, `${roadmapHref(filter)}#row-${row.id}`, state);
  return screen(
    ctx,
    { title: `${row.number} ${row.title}`, wide: true, panel },
    <RoadmapBody ctx={ctx} roadmap={roadmap} filter={filter} openId={row.id} />,
  );
};

export const rowPage: Route = {
  method: 'GET',
  path: '/roadmap/rows/:rowId',
  who: roadmapReaders,
  handle: (ctx, input) => rowScreen(ctx, input),
};

/** The file that came with the form, checked; undefined when there is none. */
const fileIn = async ({ files }: RawForm) => {
  const [file] = files.file ?? [];
  if (!file || file.size === 0) return undefined;
  return checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, evidenceFamilies);
};

export const putEvidence: Route = {
  method: 'POST',
  path: '/roadmap/rows/:rowId/evidence',
  who: roadmapReaders,
  async handle(ctx, input) {
    const row = found(await rowById(ctx.db, param(input, 'rowId')), 'roadmap row');
    demand(mayAddEvidence(ctx.actor, row));
    const read = readForm(evidenceFields, input.form);
    const file = await fileIn(input.form);
    const fileErrors = file && !file.ok ? { file: uploadRefusalText(file) } : {};
    if (!read.ok || (file && !file.ok)) {
      const errors = { ...(read.ok ? {} : read.errors), ...fileErrors };
      return again(await rowScreen(ctx, input, { form: input.form, errors }));
    }
    const outcome = await addEvidence(ctx, { ...read.value, rowId: row.id, file: file?.value });
    if (!outcome.ok) {
      const errors = { day: evidenceRefusals[outcome.reason] };
      return again(await rowScreen(ctx, input, { form: input.form, errors }));
    }
    const text = read.value.closes ? `Строка ${row.number} закрыта вручную` : 'Подтверждение приложено';
    return goTo(`/roadmap/rows/${row.id}`, { toast: { text } });
  },
};

export const dropEvidence: Route = {
  method: 'POST',
  path: '/roadmap/evidence/:evidenceId/remove',
  who: roadmapReaders,
  async handle(ctx, input) {
    const outcome = await removeEvidence(ctx, param(input, 'evidenceId'));
    return goTo(`/roadmap/rows/${outcome.ok ? outcome.value : ''}`, { toast: { text: 'Подтверждение убрано' } });
  },
};

export const openEvidence: Route = {
  method: 'GET',
  path: '/roadmap/evidence/:evidenceId/file',
  who: roadmapReaders,
  async handle(ctx, input) {
    const evidence = found(await evidenceById(ctx.db, param(input, 'evidenceId')), 'evidence');
    const file = await fileById(ctx.db, found(evidence.fileId, 'file of evidence'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
