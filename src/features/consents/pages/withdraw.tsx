import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { consentKeepers, mayWithdrawConsent } from '../access.ts';
import type { Consequences } from '../consequence.ts';
import { withdrawalFields } from '../fields.ts';
import { purposeTitles, withdrawalRefusals } from '../texts.ts';
import { withdrawConsent } from '../withdraw-consent.ts';
import { purposeIn } from './record.tsx';

const path = '/consents/people/:personId/:purpose/withdraw';

const withdrawScreen = async (
  ctx: PageCtx,
  input: Input,
  consequences: Consequences,
  { form = emptyForm, errors = {}, refusal }: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  demand(mayWithdrawConsent(ctx.actor));
  const purpose = purposeIn(input);
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  const lost: string[] = [];
  for (const consequence of consequences[purpose] ?? []) lost.push(...(await consequence.describe(ctx, person.id)));
  const name = fullName(person);
  const back = `/consents/people/${person.id}`;
  return screen(
    ctx,
    { title: 'Отозвать согласие' },
    <>
      <Heading
        title="Отозвать согласие?"
        crumbs={[{ label: 'Согласия', href: '/consents' }, { label: name, href: back }, { label: 'Отзыв' }]}
        lead={`${name}. ${purposeTitles[purpose]}. Человек вправе отозвать его в любой день.`}
      />
      <Note kind={lost.length > 0 ? 'warn' : 'info'} strong title="Что прекратится сразу">
        <ul>
          {purpose === 'processing' ? <li>Новую пару с этим человеком закрепить будет нельзя.</li> : null}
          {lost.map((sentence) => (
            <li>{sentence}</li>
          ))}
          {purpose !== 'processing' && lost.length === 0 ? <li>Сейчас на этом согласии ничего не держится.</li> : null}
        </ul>
      </Note>
      <Form
        action={`/consents/people/${person.id}/${purpose}/withdraw`}
        errors={errors}
        refusal={refusal}
        actions={
          <>
            <Button kind="danger">Отозвать согласие</Button>
            <LinkButton kind="quiet" href={back}>
              Оставить как есть
            </LinkButton>
          </>
        }
      >
        <FormFields fields={withdrawalFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

/** Shows what a withdrawal takes away before anything happens. */
export const withdrawPage = (consequences: Consequences): Route => ({
  method: 'GET',
  path,
  who: consentKeepers,
  handle: (ctx, input) => withdrawScreen(ctx, input, consequences),
});

export const withdrawOne = (consequences: Consequences): Route => ({
  method: 'POST',
  path,
  who: consentKeepers,
  async handle(ctx, input) {
    const purpose = purposeIn(input);
    const personId = param(input, 'personId');
    const read = readForm(withdrawalFields, input.form);
    if (!read.ok)
      return again(await withdrawScreen(ctx, input, consequences, { form: input.form, errors: read.errors }));

    const outcome = await withdrawConsent(ctx, { personId, purpose, ...read.value }, consequences[purpose] ?? []);
    if (!outcome.ok) {
      const refusal = withdrawalRefusals[outcome.reason];
      return again(await withdrawScreen(ctx, input, consequences, { form: input.form, refusal }));
    }
    return goTo(`/consents/people/${personId}`, { toast: { text: 'Согласие отозвано' } });
  },
});
