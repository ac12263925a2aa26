import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayCloseFlag, mayKeepRisks, mayReadFlag, riskKeepers, riskReaders } from '../access.ts';
import { closeFlag, handFlag } from '../close-flag.ts';
import { closeFields, ownerFields } from '../fields.ts';
import { type Flag, flagById, possibleOwners } from '../flag-rows.ts';
import { closeRefusals, flagWords, outcomeNames, ownerRefusals, reasonNames } from '../texts.ts';
import { pairName } from './risks.tsx';

interface Sent {
  readonly part: 'close' | 'owner';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const theFlag = async (ctx: PageCtx, input: Input): Promise<Flag> => {
  const flag = found(await flagById(ctx.db, param(input, 'flagId')), 'flag');
  demand(mayReadFlag(ctx.actor, flag));
  return flag;
};

const fieldsFor = (ctx: PageCtx) => closeFields({ withPlan: mayKeepRisks(ctx.actor) === true });

const OwnerForm = async ({
  ctx,
  flag,
  sent,
}: {
  readonly ctx: PageCtx;
  readonly flag: Flag;
  readonly sent?: Sent | undefined;
}) => (
  <Section title="Ответственный">
    <Form
      action={`/risks/${flag.id}/owner`}
      version={flag.version}
      errors={sent?.part === 'owner' ? (sent.errors ?? {}) : {}}
      refusal={sent?.part === 'owner' ? sent.refusal : undefined}
      actions={<Button>Назначить</Button>}
    >
      <SelectField
        name="ownerId"
        label="Кто занимается"
        value={flag.ownerId ?? ''}
        empty="никто"
        options={(await possibleOwners(ctx.db)).map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </Form>
  </Section>
);

const page = async (ctx: PageCtx, flag: Flag, sent?: Sent) => {
  const open = flag.closedOn === null;
  const errors = sent?.part === 'close' ? (sent.errors ?? {}) : {};
  return screen(
    ctx,
    { title: reasonNames[flag.reason] },
    <>
      <Heading
        title={reasonNames[flag.reason]}
        crumbs={[{ label: 'Пары под вопросом', href: '/risks' }, { label: reasonNames[flag.reason] }]}
        lead={pairName(flag)}
        actions={
          <LinkButton icon="handshake" href={`/pairs/${flag.pairId}`}>
            Страница пары
          </LinkButton>
        }
      />
      <DefinitionList
        terms={[
          { label: 'Что видно', value: flagWords(flag.reason, flag.details) },
          { label: 'С какого дня', value: formatDay(flag.openedOn) },
          { label: 'Ответственный', value: flag.owner ?? 'не назначен' },
          ...(flag.outcome && flag.closedOn
            ? [
                { label: 'Чем кончилось', value: `${outcomeNames[flag.outcome]}, ${formatDay(flag.closedOn)}` },
                { label: 'Что сделано', value: flag.words },
              ]
            : []),
        ]}
      />
      {open && mayCloseFlag(ctx.actor, flag) === true ? (
        <Section title="Закрыть решением">
          <Form
            action={`/risks/${flag.id}/close`}
            version={flag.version}
            errors={errors}
            refusal={sent?.part === 'close' ? sent.refusal : undefined}
            draft={`risk-${flag.id}`}
            actions={
              <Button kind="primary" busy="Записываем…">
                Закрыть пометку
              </Button>
            }
          >
            <FormFields fields={fieldsFor(ctx)} form={sent?.part === 'close' ? sent.form : emptyForm} errors={errors} />
          </Form>
        </Section>
      ) : null}
      {open && mayKeepRisks(ctx.actor) === true ? <OwnerForm ctx={ctx} flag={flag} sent={sent} /> : null}
    </>,
  );
};

export const flagPage: MemberRoute = {
  method: 'GET',
  path: '/risks/:flagId',
  who: riskReaders,
  handle: async (ctx, input) => page(ctx, await theFlag(ctx, input)),
};

export const closeThis: MemberRoute = {
  method: 'POST',
  path: '/risks/:flagId/close',
  who: riskReaders,
  async handle(ctx, input) {
    const flag = await theFlag(ctx, input);
    const { form } = input;
    const read = readForm(fieldsFor(ctx), form);
    if (!read.ok) return again(await page(ctx, flag, { part: 'close', form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await closeFlag(ctx, { flagId: flag.id, version, ...read.value });
    if (!outcome.ok)
      return again(await page(ctx, flag, { part: 'close', form, refusal: closeRefusals[outcome.reason] }));
    return goTo('/risks', { toast: { text: 'Пометка закрыта' } });
  },
};

export const handThis: MemberRoute = {
  method: 'POST',
  path: '/risks/:flagId/owner',
  who: riskKeepers,
  async handle(ctx, input) {
    const flag = await theFlag(ctx, input);
    const { form } = input;
    const read = readForm(ownerFields, form);
    if (!read.ok) return again(await page(ctx, flag, { part: 'owner', form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await handFlag(ctx, { flagId: flag.id, version, ...read.value });
    if (!outcome.ok)
      return again(await page(ctx, flag, { part: 'owner', form, refusal: ownerRefusals[outcome.reason] }));
    return goTo(`/risks/${flag.id}`, { toast: { text: 'Ответственный назначен' } });
  },
};
