import { formatDay } from '../../../kernel/day.ts';
import { formOf } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { type Fact, FactRows } from '../../../ui/facts.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { ScanField } from '../../documents/pages/registering.tsx';
import type { Agreement } from '../../experts/expert.ts';
import { agreementsOf } from '../../experts/partner-rows.ts';
import { personById } from '../../people/rows.ts';
import { mayKeepSelection } from '../access.ts';
import type { CandidateLine } from '../candidate-rows.ts';
import { basisFields } from '../fields.ts';
import {
  askedParts,
  isGround,
  type LegalBasis,
  lastDayAfterNotice,
  missingParts,
  type Relation,
  relationOf,
  relations,
} from '../legal-basis.ts';
import { basesOf } from '../paper-rows.ts';
import { partNames, relationNames } from '../texts.ts';
import type { Sent } from './the-candidate.ts';

const shown = (day: LegalBasis['from']): string => (day === null ? '' : formatDay(day));

/** What stands among partners is chosen from there, not repeated in the fields. */
const formFrom = (basis: LegalBasis | undefined) =>
  formOf({
    agreementId: basis?.agreementId ?? '',
    consentOn: shown(basis?.consentOn ?? null),
    agreementNumber: basis?.agreementId ? '' : (basis?.agreementNumber ?? ''),
    agreementOn: basis?.agreementId ? '' : shown(basis?.agreementOn ?? null),
    content: basis?.content ?? '',
    from: shown(basis?.from ?? null),
    till: shown(basis?.till ?? null),
    pay: basis?.pay ?? '',
    noticeOn: shown(basis?.noticeOn ?? null),
    version: String(basis?.version ?? 0),
  });

const askedFields: Readonly<Record<Relation, readonly string[]>> = {
  assignment: ['consentOn', 'agreementNumber', 'agreementOn', 'content', 'from', 'till', 'pay', 'noticeOn', 'version'],
  organisation: [
    'agreementId',
    'agreementNumber',
    'agreementOn',
    'from',
    'till',
    'noticeOn',
    'forColleagues',
    'version',
  ],
};

const factsOf = (relation: Relation, basis: LegalBasis | undefined): Fact[] => {
  const missing = missingParts(relation, basis);
  return askedParts(relation).map((part) => ({
    title: partNames[part],
    state: missing.includes(part) ? 'wait' : 'ok',
  }));
};

const agreementWords = ({ number, day, till, endedOn }: Agreement): string =>
  [
    `№\u00a0${number} от ${formatDay(day)}`,
    endedOn ? `прекращено ${formatDay(endedOn)}` : till ? `до ${formatDay(till)}` : 'без срока',
  ].join(', ');

/** Agreements of the mentor's own employer. */
const agreementsFor = async (ctx: PageCtx, line: CandidateLine): Promise<Agreement[]> => {
  const organisationId = (await personById(ctx.db, line.id))?.organisationId;
  return organisationId ? agreementsOf(ctx.db, organisationId) : [];
};

const Papers = ({ line, basis }: { readonly line: CandidateLine; readonly basis: LegalBasis | undefined }) => (
  <p class="actions">
    {basis?.agreementId ? <a href={`/partners/${basis.agreementId}`}>Соглашение у партнёров</a> : null}
    {basis?.scanFileId ? (
      <a href={`/selection/${line.id}/basis/${basis.relation}/scan`} download>
        Скан
      </a>
    ) : null}
  </p>
);

const relationSection = (
  ctx: PageCtx,
  line: CandidateLine,
  relation: Relation,
  basis: LegalBasis | undefined,
  agreements: readonly Agreement[],
  sent: Sent | undefined,
) => {
  const own = sent?.part === `basis-${relation}` ? sent : undefined;
  return (
    <Section title={relationNames[relation]}>
      {basis?.noticeOn ? (
        <Note kind="warn" title={`Предупреждение получено ${formatDay(basis.noticeOn)}`}>
          Работать по этому основанию можно по {formatDay(lastDayAfterNotice(basis.noticeOn))}: не меньше трёх рабочих
          дней. Праздники проверьте по производственному календарю.
        </Note>
      ) : null}
      {basis && missingParts(relation, basis).length === 0 && !isGround(relation, basis, ctx.today) ? (
        <Note kind="warn">Документы собраны, но на сегодня срок не идёт.</Note>
      ) : null}
      <FactRows facts={factsOf(relation, basis)} />
      {mayKeepSelection(ctx.actor) === true && (basis?.agreementId || basis?.scanFileId) ? (
        <Papers line={line} basis={basis} />
      ) : null}
      {mayKeepSelection(ctx.actor) === true ? (
        <details open={own !== undefined || undefined}>
          <summary>Записать документы</summary>
          <Form
            action={`/selection/${line.id}/basis/${relation}`}
            files
            errors={own?.errors}
            refusal={own?.refusal}
            actions={<Button>Сохранить основание</Button>}
          >
            <FormFields
              fields={basisFields(agreements.map((one) => ({ value: one.id, label: agreementWords(one) })))}
              form={own?.form ?? formFrom(basis)}
              errors={own?.errors}
              only={askedFields[relation]}
            />
            <ScanField error={own?.errors?.scan} />
          </Form>
        </details>
      ) : null}
    </Section>
  );
};

/** The legal basis of each relation that the mentor's forms need, and of those that were written already. */
export const basisSections = async (ctx: PageCtx, line: CandidateLine, year: number, sent: Sent | undefined) => {
  const kept = await basesOf(ctx.db, line.id, year);
  const needed = new Set([
    ...line.forms.flatMap((form) => relationOf(form) ?? []),
    ...kept.map(({ relation }) => relation),
  ]);
  const agreements = needed.has('organisation') ? await agreementsFor(ctx, line) : [];
  return relations
    .filter((relation) => needed.has(relation))
    .map((relation) =>
      relationSection(
        ctx,
        line,
        relation,
        kept.find((one) => one.relation === relation),
        agreements,
        sent,
      ),
    );
};
