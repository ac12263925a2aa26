import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { consentRecorders, mayOpenPile, mayRecordConsent } from '../access.ts';
import { type Category, defaultTill } from '../consent.ts';
import { scannedFields, scannedPileFields } from '../fields.ts';
import { type ConsentForm, formsByIds } from '../form-rows.ts';
import { pageProblems, paperRefusals } from '../print-texts.ts';
import { formProblem, recordScanned, type ScannedPaper } from '../record-scanned.ts';
import { type ConsentScan, pagesOfForms, pagesOfScan, type ScanPage, scanById } from '../scan-rows.ts';
import { consentSettings } from '../setting-rows.ts';
import { idsOf } from './address.ts';
import { Allowed, columnsOf, of } from './scanned-papers.tsx';

export const theScan = async (ctx: PageCtx, input: Input): Promise<ConsentScan> => {
  const scan = found(await scanById(ctx.db, param(input, 'scanId')), 'scan of consents');
  demand(mayOpenPile(ctx.actor, scan.accountId));
  return scan;
};

interface Pile {
  readonly scan: ConsentScan;
  readonly pages: readonly ScanPage[];
  readonly forms: readonly ConsentForm[];
  /** Papers of people whom this reader may not record: only their number is told. */
  readonly others: number;
  readonly sheets: ReadonlyMap<string, number>;
}

const pileOf = async (ctx: PageCtx, scan: ConsentScan): Promise<Pile> => {
  const pages = await pagesOfScan(ctx.db, scan.id);
  const ids = [...new Set(pages.flatMap(({ formId }) => formId ?? []))];
  const all = await formsByIds(ctx.db, ids);
  const forms = all.filter((form) => mayRecordConsent(ctx.actor, form) === true);
  const sheets = new Map<string, number>();
  for (const { formId, formPage } of await pagesOfForms(ctx.db, ids)) {
    if (formId && formPage) sheets.set(formId, Math.max(sheets.get(formId) ?? 0, formPage));
  }
  return { scan, pages, forms, others: all.length - forms.length, sheets };
};

const Unread = ({ scan, pages }: { readonly scan: ConsentScan; readonly pages: readonly ScanPage[] }) => (
  <Section title="Разобрать вручную" icon="circle-help" count={pages.length} bad>
    <Table
      caption="Листы, которые не удалось разобрать"
      rows={pages}
      columns={[
        {
          key: 'page',
          label: 'Лист',
          head: true,
          cell: (page) =>
            page.problem === 'broken-file' ? (
              `Лист ${page.position}`
            ) : (
              <a href={`/consents/scans/${scan.id}/pages/${page.id}`}>Лист {page.position}</a>
            ),
        },
        { key: 'why', label: 'Почему', cell: ({ problem }) => (problem ? pageProblems[problem] : '') },
      ]}
    />
  </Section>
);

const scanScreen = async (ctx: PageCtx, pile: Pile, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  const { scan, pages, forms, others } = pile;
  const unread = pages.filter(({ formId, setAside }) => formId === null && !setAside);
  const open = forms.filter((one) => !formProblem(one));
  return screen(
    ctx,
    { title: scan.title, wide: true },
    <>
      <Heading
        title={scan.title}
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: 'Сканы', href: '/consents/scans' },
          { label: 'Разбор' },
        ]}
        lead={`Листов: ${pages.length}. Разложено по людям: ${counted(forms.length + others, 'бумага', 'бумаги', 'бумаг')}.`}
      />
      {scan.state === 'review' ? null : <Note title="Листы ещё читаются" />}
      {others > 0 ? (
        <Note kind="warn" title={`Из чужих групп: ${counted(others, 'бумага', 'бумаги', 'бумаг')}`}>
          Они лежат в делах своих людей. Записать их может куратор.
        </Note>
      ) : null}
      {unread.length > 0 ? <Unread scan={scan} pages={unread} /> : null}
      {forms.length === 0 ? (
        <Empty
          icon="scan-line"
          title="Бланков с кодом не нашлось"
          action={<LinkButton href="/consents/scans">К загрузкам</LinkButton>}
        >
          Разберите листы вручную или отсканируйте их чётче: код внизу справа должен быть виден целиком.
        </Empty>
      ) : (
        <Form
          action={`/consents/scans/${scan.id}`}
          errors={errors}
          refusal={refusal}
          actions={open.length > 0 ? <Button kind="primary">Записать отмеченные</Button> : null}
        >
          {open.length > 0 ? <FormFields fields={scannedPileFields} form={form} errors={errors} /> : null}
          <Table caption="Найденные бумаги" rows={forms} columns={columnsOf(pile, form, errors)} />
          <Allowed rows={open.filter(({ purpose }) => purpose === 'publication')} form={form} errors={errors} />
        </Form>
      )}
    </>,
  );
};

export const scanPage: MemberRoute = {
  method: 'GET',
  path: '/consents/scans/:scanId',
  who: consentRecorders,
  async handle(ctx, input) {
    const pile = await pileOf(ctx, await theScan(ctx, input));
    const ids = pile.forms.filter((form) => !formProblem(form)).map(({ id }) => id);
    const form = { signedOn: formatDay(ctx.today), validTill: formatDay(defaultTill(ctx.today)), ids };
    return scanScreen(ctx, pile, formOf(form));
  },
};

/** Reads the rows of the ticked forms; errors carry the form's id in their names. */
const readPapers = (
  forms: readonly ConsentForm[],
  form: RawForm,
  common: { signedOn: string; validTill: ScannedPaper['validTill']; places: string; recipient: string },
): { papers: ScannedPaper[]; errors: Record<string, string> } => {
  const papers: ScannedPaper[] = [];
  const errors: Record<string, string> = {};
  for (const one of forms) {
    const own = (name: string): readonly string[] => form.values[of(name, one.id)] ?? [];
    const read = readForm(
      scannedFields,
      formOf({
        signedBy: own('signedBy'),
        signedOn: own('signedOn')[0]?.trim() || common.signedOn,
        representativeName: own('representativeName'),
        categories: own('categories'),
        conditions: own('conditions'),
      }),
    );
    if (!read.ok) {
      for (const [name, words] of Object.entries(read.errors)) errors[of(name, one.id)] = words;
      continue;
    }
    const { signedBy, signedOn, representativeName, categories, conditions } = read.value;
    const chosen: readonly Category[] = categories;
    const allowed = {
      categories: chosen,
      conditions,
      places: one.purpose === 'publication' || one.purpose === 'photo' ? common.places : '',
      recipient: one.purpose === 'third-party' ? common.recipient : '',
    };
    const paper = { formId: one.id, signedBy, signedOn, representativeName, representativeDocument: '', allowed };
    papers.push({ ...paper, validTill: common.validTill });
  }
  return { papers, errors };
};

const paperFields: Readonly<Record<string, string>> = {
  'no-representative': 'representativeName',
  'nothing-allowed': 'categories',
};

export const recordPapers: MemberRoute = {
  method: 'POST',
  path: '/consents/scans/:scanId',
  who: consentRecorders,
  async handle(ctx, input) {
    const pile = await pileOf(ctx, await theScan(ctx, input));
    const { form } = input;
    const read = readForm(scannedPileFields, form);
    if (!read.ok) return again(await scanScreen(ctx, pile, form, read.errors));
    const ids = idsOf(form.values.ids);
    const { pages: places, recipient } = await consentSettings(ctx.db);
    const common = { ...read.value, signedOn: sentValue(form, 'signedOn'), places, recipient };
    const { papers, errors } = readPapers(
      pile.forms.filter(({ id }) => ids.includes(id)),
      form,
      common,
    );
    if (Object.keys(errors).length > 0) return again(await scanScreen(ctx, pile, form, errors));

    const outcome = await recordScanned(ctx, papers);
    if (outcome.ok) {
      const said = `Записано: ${counted(outcome.value, 'согласие', 'согласия', 'согласий')}`;
      return goTo(`/consents/scans/${pile.scan.id}`, { toast: { text: said } });
    }
    if (outcome.reason !== 'wrong-papers')
      return again(
        await scanScreen(ctx, pile, form, {}, paperRefusals[outcome.reason === 'nobody' ? 'no-scan' : outcome.reason]),
      );
    const wrong = [...outcome.problems].map(([id, reason]) => [
      of(paperFields[reason] ?? 'paper', id),
      paperRefusals[reason],
    ]);
    return again(await scanScreen(ctx, pile, form, Object.fromEntries(wrong)));
  },
};
