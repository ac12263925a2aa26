import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { consentKeepers, maySetConsents } from '../access.ts';
import { issueKey, revokeKey } from '../issue-key.ts';
import { keyFields, representativeFields } from '../keeping-fields.ts';
import { addRepresentativeLink, removeRepresentativeLink } from '../link-representative.ts';
import { consentSettings } from '../setting-rows.ts';
import { keyOf, representativeChoices, representativesOf } from '../signing-rows.ts';
import { keyRefusals } from '../signing-texts.ts';
import { idOr } from './address.ts';

const path = '/consents/people/:personId/signing';

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string | undefined;
  readonly code?: string;
}

const options = async (ctx: PageCtx) =>
  (await representativeChoices(ctx.db)).map((one) => ({ value: one.id, label: fullName(one) }));

const signingScreen = async (ctx: PageCtx, input: Input, { form, errors = {}, refusal, code }: Sent = {}) => {
  demand(maySetConsents(ctx.actor));
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  const place = `/consents/people/${person.id}`;
  const key = await keyOf(ctx.db, person.id);
  const { electronic } = await consentSettings(ctx.db);
  const representatives = await representativesOf(ctx.db, person.id);
  const shown = form ?? formOf({ agreedOn: formatDay(ctx.today) });
  return screen(
    ctx,
    { title: 'Подпись и представители' },
    <>
      <Heading
        title="Подпись и представители"
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: fullName(person), href: place },
          { label: 'Подпись' },
        ]}
        lead={fullName(person)}
      />
      {code ? (
        <Note kind="ok" strong title={`Код подписи: ${code}`}>
          Он показан один раз. Передайте его лично: код заменяет подпись этого человека.
        </Note>
      ) : null}
      <Section title="Код простой электронной подписи" icon="key-round">
        {electronic ? (
          <>
            <Note
              title={
                key
                  ? `Код выдан, соглашение подписано ${formatDay(key.agreedOn)}${key.wrongTries >= 5 ? '. Код больше не действует: слишком много ошибок' : ''}`
                  : 'Кода нет'
              }
              actions={
                key ? (
                  <PostButton action={`${place}/signing/revoke`}>
                    <Button size="s" kind="danger">
                      Отменить код
                    </Button>
                  </PostButton>
                ) : null
              }
            />
            <Form
              action={`${place}/signing`}
              answersPage
              errors={errors}
              refusal={refusal}
              actions={<Button kind="primary">{key ? 'Выдать новый код' : 'Выдать код'}</Button>}
            >
              <FormFields fields={keyFields} form={shown} errors={errors} />
            </Form>
          </>
        ) : (
          <Note
            title={keyRefusals['not-allowed-here']}
            actions={
              <LinkButton size="s" href="/consents/settings">
                Настройки
              </LinkButton>
            }
          />
        )}
      </Section>
      <Section title="Кто действует за этого человека" icon="users" count={representatives.length}>
        <Table
          caption="Представители с учётной записью"
          rows={representatives}
          empty={<p class="hint">Никто. Представитель с учётной записью сможет подписывать и отзывать согласия.</p>}
          columns={[
            { key: 'name', label: 'Представитель', head: true, cell: (one) => fullName(one) },
            { key: 'document', label: 'Документ', cell: (one) => one.document },
            {
              key: 'actions',
              label: 'Действия',
              labelHidden: true,
              kind: 'actions',
              cell: (one) => (
                <PostButton action={`${place}/representatives/remove`} hidden={{ representativeId: one.id }}>
                  <Button size="s" kind="quiet" name={`Убрать: ${fullName(one)}`}>
                    Убрать
                  </Button>
                </PostButton>
              ),
            },
          ]}
        />
        <Form action={`${place}/representatives`} errors={errors} actions={<Button>Указать представителя</Button>}>
          <FormFields fields={representativeFields(await options(ctx))} form={shown} errors={errors} />
        </Form>
      </Section>
    </>,
  );
};

export const signingPage: MemberRoute = {
  method: 'GET',
  path,
  who: consentKeepers,
  handle: (ctx, input) => signingScreen(ctx, input),
};

export const giveKey: MemberRoute = {
  method: 'POST',
  path,
  who: consentKeepers,
  async handle(ctx, input) {
    demand(maySetConsents(ctx.actor));
    const { form } = input;
    const personId = param(input, 'personId');
    found(await personById(ctx.db, personId), 'person');
    const read = readForm(keyFields, form);
    if (!read.ok) return again(await signingScreen(ctx, input, { form, errors: read.errors }));
    const outcome = await issueKey(ctx, { personId, ...read.value });
    if (!outcome.ok) return again(await signingScreen(ctx, input, { form, refusal: keyRefusals[outcome.reason] }));
    return signingScreen(ctx, input, { code: outcome.value });
  },
};

export const takeKey: MemberRoute = {
  method: 'POST',
  path: `${path}/revoke`,
  who: consentKeepers,
  async handle(ctx, input) {
    const personId = param(input, 'personId');
    found(await personById(ctx.db, personId), 'person');
    const outcome = await revokeKey(ctx, personId);
    const text = outcome.ok ? 'Код отменён' : keyRefusals[outcome.reason];
    return goTo(`/consents/people/${personId}/signing`, { toast: { text } });
  },
};

export const linkOne: MemberRoute = {
  method: 'POST',
  path: '/consents/people/:personId/representatives',
  who: consentKeepers,
  async handle(ctx, input) {
    demand(maySetConsents(ctx.actor));
    const { form } = input;
    const personId = param(input, 'personId');
    found(await personById(ctx.db, personId), 'person');
    const read = readForm(representativeFields(await options(ctx)), form);
    if (!read.ok) return again(await signingScreen(ctx, input, { form, errors: read.errors }));
    const outcome = await addRepresentativeLink(ctx, { personId, ...read.value });
    if (!outcome.ok) {
      const words = 'Это не представитель. Выберите карточку вида «представитель».';
      return again(await signingScreen(ctx, input, { form, errors: { representativeId: words } }));
    }
    return goTo(`/consents/people/${personId}/signing`, { toast: { text: 'Представитель указан' } });
  },
};

export const unlinkOne: MemberRoute = {
  method: 'POST',
  path: '/consents/people/:personId/representatives/remove',
  who: consentKeepers,
  async handle(ctx, input) {
    const personId = param(input, 'personId');
    const representativeId = found(idOr(sentValue(input.form, 'representativeId')), 'representative');
    await removeRepresentativeLink(ctx, personId, representativeId);
    return goTo(`/consents/people/${personId}/signing`, { toast: { text: 'Представитель убран' } });
  },
};
