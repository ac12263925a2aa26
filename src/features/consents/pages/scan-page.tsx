import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { consentReaders, consentRecorders, mayReadConsents, visibleGroups } from '../access.ts';
import { pageFields } from '../fields.ts';
import { filePageByHand, setPageAside } from '../file-page.ts';
import { formsByIds } from '../form-rows.ts';
import { pageProblems, pageRefusals } from '../print-texts.ts';
import { personChoices } from '../register-rows.ts';
import { type ScanPage, scanPageById } from '../scan-rows.ts';
import { textsOf } from '../text-rows.ts';
import { theScan } from './scan.tsx';

const thePage = async (ctx: PageCtx, input: Input): Promise<ScanPage> => {
  const scan = await theScan(ctx, input);
  const page = found(await scanPageById(ctx.db, param(input, 'scanPageId')), 'page of a scan');
  return found(page.scanId === scan.id ? page : undefined, 'page of this scan');
};

const placeOf = (page: ScanPage): string => `/consents/scans/${page.scanId}/pages/${page.id}`;

const fieldsFor = async (ctx: PageCtx, search: string) => {
  const people = await personChoices(ctx.db, { visible: visibleGroups(ctx.actor) }, search);
  const options = people.map(({ id, name, code }) => ({ value: id, label: code ? `${name}, ${code}` : name }));
  return pageFields(await textsOf(ctx.db), options);
};

const pageScreen = async (
  ctx: PageCtx,
  input: Input,
  { form = emptyForm, errors = {}, refusal }: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  const page = await thePage(ctx, input);
  const search = input.query.get('q') ?? '';
  const place = placeOf(page);
  const back = `/consents/scans/${page.scanId}`;
  return screen(
    ctx,
    { title: `Лист ${page.position}`, wide: true },
    <>
      <Heading
        title={`Лист ${page.position}`}
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: 'Сканы', href: '/consents/scans' },
          { label: 'Разбор', href: back },
          { label: `Лист ${page.position}` },
        ]}
        lead={page.problem ? pageProblems[page.problem] : 'Этот лист уже разобран.'}
      />
      <Columns
        aside={
          <a href={`${place}/picture`} data-turbo="false">
            <img src={`${place}/picture`} alt={`Лист ${page.position} скана`} width="420" />
          </a>
        }
      >
        {page.formId ? (
          <Note kind="ok" title="Лист лежит в деле" actions={<LinkButton href={back}>К разбору</LinkButton>} />
        ) : (
          <>
            <FilterBar
              search={{
                action: place,
                label: 'Найти человека',
                placeholder: 'Фамилия, группа, телефон',
                value: search,
              }}
            />
            <Form
              action={`${place}?q=${encodeURIComponent(search)}`}
              errors={errors}
              refusal={refusal}
              actions={<Button kind="primary">Положить в дело</Button>}
            >
              <FormFields fields={await fieldsFor(ctx, search)} form={form} errors={errors} />
            </Form>
            <PostButton action={`${place}/aside`}>
              <Button kind="quiet">Это не согласие, убрать из разбора</Button>
            </PostButton>
          </>
        )}
      </Columns>
    </>,
  );
};

export const scanPagePage: MemberRoute = {
  method: 'GET',
  path: '/consents/scans/:scanId/pages/:scanPageId',
  who: consentRecorders,
  handle: (ctx, input) => pageScreen(ctx, input),
};

export const fileByHand: MemberRoute = {
  method: 'POST',
  path: '/consents/scans/:scanId/pages/:scanPageId',
  who: consentRecorders,
  async handle(ctx, input) {
    const page = await thePage(ctx, input);
    const { form } = input;
    const read = readForm(await fieldsFor(ctx, input.query.get('q') ?? ''), form);
    if (!read.ok) return again(await pageScreen(ctx, input, { form, errors: read.errors }));
    const { personId, edition, joins } = read.value;
    const choice = { pageId: page.id, personId, purpose: edition.purpose, textVersion: edition.version, joins };
    const outcome = await filePageByHand(ctx, choice);
    if (!outcome.ok) return again(await pageScreen(ctx, input, { form, refusal: pageRefusals[outcome.reason] }));
    return goTo(`/consents/scans/${page.scanId}`, { toast: { text: 'Лист лежит в деле' } });
  },
};

export const putAside: MemberRoute = {
  method: 'POST',
  path: '/consents/scans/:scanId/pages/:scanPageId/aside',
  who: consentRecorders,
  async handle(ctx, input) {
    const page = await thePage(ctx, input);
    const outcome = await setPageAside(ctx, page.id, true);
    return goTo(`/consents/scans/${page.scanId}`, {
      toast: { text: outcome.ok ? 'Лист убран из разбора' : pageRefusals[outcome.reason] },
    });
  },
};

const fileOf = async (ctx: PageCtx, fileId: string): Promise<Response> => {
  const file = await fileById(ctx.db, fileId);
  return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
};

/** What people see of the page: its picture, or the photo that it came with. */
export const pagePicture: MemberRoute = {
  method: 'GET',
  path: '/consents/scans/:scanId/pages/:scanPageId/picture',
  who: consentRecorders,
  async handle(ctx, input) {
    const page = await thePage(ctx, input);
    return fileOf(ctx, page.pictureFileId ?? page.fileId);
  },
};

export const formScan: MemberRoute = {
  method: 'GET',
  path: '/consents/forms/:formId/scan',
  who: consentReaders,
  async handle(ctx, input) {
    const [form] = await formsByIds(ctx.db, [param(input, 'formId')]);
    const { scanFileId, ...whose } = found(form, 'form of consent');
    demand(mayReadConsents(ctx.actor, whose));
    return fileOf(ctx, found(scanFileId, 'scan of a form'));
  },
};
