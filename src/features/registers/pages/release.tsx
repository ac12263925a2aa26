import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { mayKeepRegisters, registerKeepers } from '../access.ts';
import { releaseFields } from '../fields.ts';
import type { Base } from '../member.ts';
import { releaseMember } from '../release-member.ts';
import { baseTitles, releaseRefusals } from '../texts.ts';

const releaseScreen = async (
  ctx: PageCtx,
  input: Input,
  base: Base,
  { form = emptyForm, errors = {}, refusal }: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  demand(mayKeepRegisters(ctx.actor));
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  const name = fullName(person);
  const back = `/${base}/${person.id}`;
  return screen(
    ctx,
    { title: 'Исключить из базы' },
    <>
      <Heading
        title="Исключить из базы?"
        crumbs={[{ label: baseTitles[base], href: `/${base}` }, { label: name, href: back }, { label: 'Исключение' }]}
        lead={`${name}. Запись и история останутся, вернуть человека в базу можно в любой день.`}
      />
      <Form
        action={`/${base}/${person.id}/leave`}
        errors={errors}
        refusal={refusal}
        actions={
          <>
            <Button kind="danger">Исключить из базы</Button>
            <LinkButton kind="quiet" href={back}>
              Оставить в базе
            </LinkButton>
          </>
        }
      >
        <FormFields fields={releaseFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const releasePage = (base: Base): Route => ({
  method: 'GET',
  path: `/${base}/:personId/leave`,
  who: registerKeepers,
  handle: (ctx, input) => releaseScreen(ctx, input, base),
});

export const releaseOne = (base: Base): Route => ({
  method: 'POST',
  path: `/${base}/:personId/leave`,
  who: registerKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const read = readForm(releaseFields, form);
    if (!read.ok) return again(await releaseScreen(ctx, input, base, { form, errors: read.errors }));

    const outcome = await releaseMember(ctx, base, param(input, 'personId'), read.value.reason);
    if (!outcome.ok)
      return again(await releaseScreen(ctx, input, base, { form, refusal: releaseRefusals[outcome.reason] }));
    return goTo(`/${base}`, { toast: { text: 'Исключение из базы записано' } });
  },
});
