import { demand } from '../../../kernel/actor.ts';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { Failure } from '../../../kernel/failure.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { consentRecorders, mayRecordConsent } from '../access.ts';
import { consentScans } from '../attach-scan.ts';
import { defaultTill, isPurpose, type Purpose, signatoryNeeded } from '../consent.ts';
import { allowedFields, allowedOf, consentFields } from '../fields.ts';
import { recordConsent } from '../record-consent.ts';
import { type ConsentSettings, consentSettings } from '../setting-rows.ts';
import { type ConsentText, textsOf } from '../text-rows.ts';
import { consentRefusalFields, consentRefusals, purposeTitles, scanRefusal, signatoryRules } from '../texts.ts';

/** The purpose that an address names; anything else is no page. */
export const purposeIn = (input: Input): Purpose => {
  const word = param(input, 'purpose');
  if (!isPurpose(word)) throw new Failure('not-found', 'purpose of a consent');
  return word;
};

interface Asked {
  readonly person: Person;
  readonly purpose: Purpose;
  readonly texts: readonly ConsentText[];
}

const asked = async (ctx: PageCtx, input: Input): Promise<Asked> => {
  const purpose = purposeIn(input);
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  demand(mayRecordConsent(ctx.actor, person));
  return { person, purpose, texts: await textsOf(ctx.db, purpose) };
};

const firstForm = ({ person, texts }: Asked, today: Day, settings: ConsentSettings): RawForm => {
  const signedBy = signatoryNeeded(person, today);
  return formOf({
    signedBy,
    representativeName: signedBy === 'self' ? '' : person.representativeName,
    signedOn: formatDay(today),
    validTill: formatDay(defaultTill(today)),
    textVersion: String(texts.find(({ validFrom }) => validFrom <= today)?.version ?? ''),
    places: settings.pages,
    recipient: settings.recipient,
  });
};

const recordScreen = async (ctx: PageCtx, the: Asked, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  const { person, purpose, texts } = the;
  const name = fullName(person);
  return screen(
    ctx,
    { title: purposeTitles[purpose] },
    <>
      <Heading
        title={purposeTitles[purpose]}
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: name, href: `/consents/people/${person.id}` },
          { label: 'Записать' },
        ]}
        lead={name}
      />
      {texts.length === 0 ? (
        <Empty
          icon="file-text"
          title="Нет текста согласия"
          action={
            <LinkButton kind="primary" href={`/consents/texts/${purpose}`}>
              Написать текст
            </LinkButton>
          }
        >
          Чтобы записать подписанное согласие, нужна редакция текста, которую человек подписал.
        </Empty>
      ) : (
        <>
          <Note title={signatoryRules[signatoryNeeded(person, ctx.today)]}>
            {person.kind === 'student' && person.birthDay === null
              ? 'Дата рождения неизвестна, поэтому считаем студента несовершеннолетним.'
              : 'Если какой-то подписи пока нет, запишите как есть: в списке будет видно, чего не хватает.'}
          </Note>
          <Form
            action={`/consents/people/${person.id}/${purpose}/new`}
            files
            errors={errors}
            refusal={refusal}
            draft={`consent-${person.id}-${purpose}`}
            actions={<Button kind="primary">Записать согласие</Button>}
          >
            <FormFields fields={consentFields(texts)} form={form} errors={errors} />
            <FormFields fields={allowedFields} form={form} errors={errors} only={allowedOf[purpose]} />
            <FileField
              name="scan"
              label="Скан подписанной бумаги"
              optional
              hint="PDF, JPEG или PNG, до 25 МБ; можно приложить позже"
              invite="Перетащите скан или выберите файл"
              accept=".pdf,.jpg,.jpeg,.png"
              icon="scan-line"
              error={errors.scan}
            />
          </Form>
        </>
      )}
    </>,
  );
};

export const recordPage: Route = {
  method: 'GET',
  path: '/consents/people/:personId/:purpose/new',
  who: consentRecorders,
  async handle(ctx, input) {
    const the = await asked(ctx, input);
    return recordScreen(ctx, the, firstForm(the, ctx.today, await consentSettings(ctx.db)));
  },
};

/** The scan that came with the form, checked; undefined when there is none. */
const scanIn = async ({ files }: RawForm) => {
  const [file] = files.scan ?? [];
  return file && checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, consentScans);
};

export const recordOne: Route = {
  method: 'POST',
  path: '/consents/people/:personId/:purpose/new',
  who: consentRecorders,
  async handle(ctx, input) {
    const the = await asked(ctx, input);
    const read = readForm(consentFields(the.texts), input.form);
    const allowed = readForm(allowedFields, input.form);
    const scan = await scanIn(input.form);
    const scanErrors = scan && !scan.ok ? { scan: scanRefusal(scan) } : {};
    if (!read.ok || !allowed.ok || (scan && !scan.ok)) {
      const errors = { ...(read.ok ? {} : read.errors), ...(allowed.ok ? {} : allowed.errors), ...scanErrors };
      return again(await recordScreen(ctx, the, input.form, errors));
    }

    const { person, purpose } = the;
    const paper = { ...read.value, personId: person.id, purpose, scan: scan?.value, allowed: allowed.value };
    const outcome = await recordConsent(ctx, paper);
    if (!outcome.ok) {
      const words = consentRefusals[outcome.reason];
      const at = consentRefusalFields[outcome.reason];
      return again(await recordScreen(ctx, the, input.form, at ? { [at]: words } : {}, at ? undefined : words));
    }
    return goTo(`/consents/people/${person.id}`, {
      toast: { text: `Согласие записано по ${formatDay(read.value.validTill)}` },
    });
  },
};
