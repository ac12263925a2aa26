import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { consentReaders, consentRecorders, mayReadConsents, mayRecordConsent, maySetConsents } from '../access.ts';
import { attachScan, consentScans } from '../attach-scan.ts';
import { categories, signatoryNeeded } from '../consent.ts';
import { categoryNames } from '../form-texts.ts';
import { type Consent, consentById, consentsOf } from '../rows.ts';
import { signaturesOf } from '../signing-rows.ts';
import { purposeNames, scanRefusal, signatoryNames, signatoryRules } from '../texts.ts';
import { consentSection } from './section.tsx';

const Scan = ({ consent, electronic }: { readonly consent: Consent; readonly electronic: boolean }) =>
  electronic ? (
    <>подписано кодом</>
  ) : consent.scanFileId ? (
    <a href={`/consents/${consent.id}/scan`} data-turbo="false">
      открыть скан
    </a>
  ) : (
    <>нет скана</>
  );

const stateWords = (consent: Consent): string => {
  if (consent.withdrawnOn) return `отозвано ${formatDay(consent.withdrawnOn)}`;
  return `по ${formatDay(consent.validTill)}`;
};

/** What the paper allows in particular; a dash where its purpose has nothing of the kind. */
const allowedWords = ({ categories: allowed, conditions, recipient }: Consent): string =>
  [
    categories
      .filter((each) => allowed.includes(each))
      .map((each) => categoryNames[each])
      .join(', '),
    conditions ? `условия: ${conditions}` : '',
    recipient,
  ]
    .filter(Boolean)
    .join('; ') || '—';

const Papers = ({
  consents,
  electronic,
}: {
  readonly consents: readonly Consent[];
  /** Ids of those that were signed inside the system. */
  readonly electronic: ReadonlySet<string>;
}) => (
  <Table
    caption="Все бумаги"
    rows={consents}
    empty={
      <Empty icon="file-plus" title="Бумаг ещё нет">
        Здесь появятся все согласия человека: и действующие, и прежние.
      </Empty>
    }
    columns={[
      { key: 'purpose', label: 'На что', head: true, cell: (row) => purposeNames[row.purpose] },
      { key: 'signed', label: 'Подписано', cell: (row) => formatDay(row.signedOn) },
      { key: 'state', label: 'Срок', cell: stateWords },
      {
        key: 'by',
        label: 'Кто подписал',
        cell: (row) => (
          <>
            {signatoryNames[row.signedBy]}
            {row.representativeName ? `: ${row.representativeName}` : null}
            {row.representativeDocument ? `, ${row.representativeDocument}` : null}
          </>
        ),
      },
      { key: 'text', label: 'Текст', secondary: true, cell: (row) => `редакция ${row.textVersion}` },
      { key: 'allowed', label: 'Что разрешено', secondary: true, cell: allowedWords },
      { key: 'scan', label: 'Скан', cell: (row) => <Scan consent={row} electronic={electronic.has(row.id)} /> },
    ]}
  />
);

/** Papers without a scan, each with a place to put one. */
const ScanForms = ({
  consents,
  wrong,
}: {
  readonly consents: readonly Consent[];
  readonly wrong?: Wrong | undefined;
}) => (
  <Section title="Приложить скан" icon="scan-line">
    {consents.map((consent) => {
      const error = wrong?.consentId === consent.id ? wrong.error : undefined;
      const title = `${purposeNames[consent.purpose]}, подписано ${formatDay(consent.signedOn)}`;
      return (
        <Form
          action={`/consents/${consent.id}/scan`}
          files
          id={`scan-${consent.id}`}
          errors={error ? { scan: error } : undefined}
          actions={<Button icon="upload">Приложить скан</Button>}
        >
          <FileField
            name="scan"
            id={error ? undefined : `scan-file-${consent.id}`}
            label={title}
            hint="PDF, JPEG или PNG, до 25 МБ"
            invite="Перетащите скан или выберите файл"
            accept=".pdf,.jpg,.jpeg,.png"
            icon="scan-line"
            error={error}
          />
        </Form>
      );
    })}
  </Section>
);

interface Wrong {
  readonly consentId: string;
  readonly error: string;
}

const personScreen = async (ctx: PageCtx, person: Person, wrong?: Wrong) => {
  const consents = await consentsOf(ctx.db, person.id);
  const signatures = await signaturesOf(
    ctx.db,
    consents.map(({ id }) => id),
  );
  const electronic = new Set(signatures.map(({ consentId }) => consentId));
  const unscanned = consents.filter(
    ({ id, scanFileId, withdrawnOn }) => scanFileId === null && withdrawnOn === null && !electronic.has(id),
  );
  const name = fullName(person);
  return screen(
    ctx,
    { title: `Согласия: ${name}` },
    <>
      <Heading
        title={name}
        crumbs={[{ label: 'Согласия', href: '/consents' }, { label: name }]}
        lead={signatoryRules[signatoryNeeded(person, ctx.today)]}
        actions={
          maySetConsents(ctx.actor) === true ? (
            <LinkButton icon="signature" href={`/consents/people/${person.id}/signing`}>
              Подпись и представители
            </LinkButton>
          ) : null
        }
      />
      {await consentSection(ctx, person)}
      <Section title="Все бумаги" count={consents.length}>
        <Papers consents={consents} electronic={electronic} />
      </Section>
      {unscanned.length > 0 && mayRecordConsent(ctx.actor, person) === true ? (
        <ScanForms consents={unscanned} wrong={wrong} />
      ) : null}
    </>,
  );
};

export const personPage: Route = {
  method: 'GET',
  path: '/consents/people/:personId',
  who: consentReaders,
  async handle(ctx, input) {
    const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
    demand(mayReadConsents(ctx.actor, person));
    return personScreen(ctx, person);
  },
};

const consentAndPerson = async (ctx: PageCtx, input: Input) => {
  const consent = found(await consentById(ctx.db, param(input, 'consentId')), 'consent');
  return { consent, person: found(await personById(ctx.db, consent.personId), 'person') };
};

export const openScan: Route = {
  method: 'GET',
  path: '/consents/:consentId/scan',
  who: consentReaders,
  async handle(ctx, input) {
    const { consent, person } = await consentAndPerson(ctx, input);
    demand(mayReadConsents(ctx.actor, person));
    const file = await fileById(ctx.db, found(consent.scanFileId, 'scan'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};

export const putScan: Route = {
  method: 'POST',
  path: '/consents/:consentId/scan',
  who: consentRecorders,
  async handle(ctx, input) {
    const { consent, person } = await consentAndPerson(ctx, input);
    demand(mayRecordConsent(ctx.actor, person));
    const wrong = async (error: string) => again(await personScreen(ctx, person, { consentId: consent.id, error }));

    const [file] = input.form.files.scan ?? [];
    if (!file) return wrong('Выберите файл со сканом');
    const checked = await checkUpload(
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      consentScans,
    );
    if (!checked.ok) return wrong(scanRefusal(checked));

    await attachScan(ctx, consent.id, checked.value);
    return goTo(`/consents/people/${person.id}`, { toast: { text: 'Скан приложен' } });
  },
};
