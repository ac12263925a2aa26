import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { mayKeepTraining, mayReadOwn, mayReadTraining, trainees, trainingKeepers, trainingReaders } from '../access.ts';
import { certificateById, certificatesOf } from '../certificate-rows.ts';
import { certificateTitle } from '../certificate-texts.ts';
import { revokeFields } from '../fields.ts';
import { revokeCertificate } from '../issue-certificates.ts';
import { certificatePdf } from '../print-certificate.ts';
import { revokeRefusals } from '../texts.ts';
import { TrainingTabs, trainingCrumb } from './training-tabs.tsx';

const perPage = 50;

const certificatesScreen = async (ctx: PageCtx, { query }: Input) => {
  demand(mayReadTraining(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const all = await certificatesOf(ctx.db, currentYear);
  const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
  const keeps = mayKeepTraining(ctx.actor) === true;
  const living = all.filter(({ revokedOn }) => revokedOn === null).length;
  return screen(
    ctx,
    { title: 'Удостоверения' },
    <>
      <Heading
        title="Удостоверения"
        crumbs={[trainingCrumb, { label: 'Удостоверения' }]}
        lead={`Действуют: ${counted(living, 'удостоверение', 'удостоверения', 'удостоверений')}. На каждом есть QR-код, по которому его проверит кто угодно.`}
      />
      <TrainingTabs current="/training/certificates" />
      <Table
        caption="Реестр удостоверений"
        rows={all.slice((page - 1) * perPage, page * perPage)}
        columns={[
          { key: 'number', label: '№', kind: 'number', cell: ({ number }) => String(number) },
          {
            key: 'name',
            label: 'Кому',
            head: true,
            cell: (row) => <a href={`/mentors/${row.personId}`}>{fullName(row)}</a>,
          },
          {
            key: 'programme',
            label: 'Программа',
            cell: ({ programmeTitle, hours }) => `${programmeTitle}, ${hours} ч`,
          },
          { key: 'day', label: 'Выдано', cell: ({ issuedOn }) => formatDay(issuedOn) },
          {
            key: 'state',
            label: 'Состояние',
            cell: ({ revokedOn, revokeReason }) =>
              revokedOn ? (
                <Badge tone="bad">
                  аннулировано {formatDay(revokedOn)}: {revokeReason}
                </Badge>
              ) : (
                <Badge tone="ok">действует</Badge>
              ),
          },
          {
            key: 'actions',
            label: 'Действия',
            kind: 'actions',
            cell: ({ id, revokedOn }) => (
              <>
                <LinkButton size="s" href={`/training/certificates/${id}/pdf`} icon="printer" download>
                  PDF
                </LinkButton>
                {keeps && revokedOn === null ? (
                  <LinkButton size="s" kind="quiet" href={`/training/certificates/${id}/revoke`}>
                    Аннулировать
                  </LinkButton>
                ) : null}
              </>
            ),
          },
        ]}
        pages={{ page, perPage, total: all.length, href: (next) => `/training/certificates?page=${next}` }}
        empty={
          <Empty
            icon="award"
            title="Удостоверений ещё нет"
            action={<LinkButton href="/training">Открыть программы</LinkButton>}
          >
            Их выдают на странице программы тем, кто посетил достаточно часов.
          </Empty>
        }
      />
    </>,
  );
};

export const certificatesPage: MemberRoute = {
  method: 'GET',
  path: '/training/certificates',
  who: trainingReaders,
  handle: certificatesScreen,
};

export const certificateFile: MemberRoute = {
  method: 'GET',
  path: '/training/certificates/:certificateId/pdf',
  who: trainees,
  async handle(ctx, input) {
    const certificate = found(await certificateById(ctx.db, param(input, 'certificateId')), 'certificate');
    demand(mayReadOwn(ctx.actor, { personIds: [certificate.personId] }));
    const pdf = await certificatePdf(ctx, certificate);
    return download(new Uint8Array(pdf), `${certificateTitle(certificate)}.pdf`, 'application/pdf');
  },
};

const revokeScreen = async (
  ctx: PageCtx,
  input: Input,
  { form = emptyForm, errors = {}, refusal }: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  demand(mayKeepTraining(ctx.actor));
  const certificate = found(await certificateById(ctx.db, param(input, 'certificateId')), 'certificate');
  return screen(
    ctx,
    { title: 'Аннулировать удостоверение' },
    <>
      <Heading
        title={`Аннулировать удостоверение №\u00a0${certificate.number}?`}
        crumbs={[
          trainingCrumb,
          { label: 'Удостоверения', href: '/training/certificates' },
          { label: `№\u00a0${certificate.number}` },
        ]}
        lead={`${fullName(certificate)}. Номер останется в реестре, а наставник перестанет считаться обученным.`}
      />
      <Form
        action={`/training/certificates/${certificate.id}/revoke`}
        errors={errors}
        refusal={refusal}
        actions={
          <>
            <Button kind="danger">Аннулировать удостоверение</Button>
            <LinkButton kind="quiet" href="/training/certificates">
              Оставить
            </LinkButton>
          </>
        }
      >
        <FormFields fields={revokeFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const revokePage: MemberRoute = {
  method: 'GET',
  path: '/training/certificates/:certificateId/revoke',
  who: trainingKeepers,
  handle: (ctx, input) => revokeScreen(ctx, input),
};

export const revokeForm: MemberRoute = {
  method: 'POST',
  path: '/training/certificates/:certificateId/revoke',
  who: trainingKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const read = readForm(revokeFields, form);
    if (!read.ok) return again(await revokeScreen(ctx, input, { form, errors: read.errors }));
    const outcome = await revokeCertificate(ctx, param(input, 'certificateId'), read.value.reason);
    if (!outcome.ok) return again(await revokeScreen(ctx, input, { form, refusal: revokeRefusals[outcome.reason] }));
    return goTo('/training/certificates', { toast: { text: 'Удостоверение аннулировано' } });
  },
};
