import { randomInt } from 'node:crypto';
import { roles as everybody } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, found, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import type { Messenger, MessengerName } from '../../../platform/messengers.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { addressFields, messengerCodeFields } from '../fields.ts';
import { askCode, proveCode, unlinkMessenger } from '../link-messenger.ts';
import { linksOf, type MessengerLink } from '../messenger-rows.ts';
import { askRefusals, codeMessage, messengerTitles, proveRefusals, writeFirst } from '../messenger-texts.ts';

interface Sent {
  readonly part: 'ask' | 'prove';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** A code goes to a number that may be somebody else's: nobody sends many. */
const mayAskForCode = limitAttempts({ most: 5, seconds: 3600 });

const AddressForm = ({ name, sent }: { readonly name: MessengerName; readonly sent: Sent | undefined }) => {
  const mine = sent?.part === 'ask' ? sent : undefined;
  return (
    <>
      <p>{writeFirst[name]}</p>
      <Form
        action="/my-account/messengers"
        hidden={{ messenger: name }}
        errors={mine?.errors ?? {}}
        refusal={mine?.refusal}
        actions={<Button busy="Отправляем…">Прислать код</Button>}
      >
        <FormFields fields={addressFields(name)} form={mine?.form ?? emptyForm} errors={mine?.errors ?? {}} />
      </Form>
    </>
  );
};

const CodeForm = ({ link, sent }: { readonly link: MessengerLink; readonly sent: Sent | undefined }) => {
  const mine = sent?.part === 'prove' ? sent : undefined;
  return (
    <Form
      action="/my-account/messengers/prove"
      hidden={{ messenger: link.messenger }}
      errors={mine?.errors ?? {}}
      refusal={mine?.refusal}
      actions={
        <Button kind="primary" busy="Проверяем…">
          Подключить
        </Button>
      }
    >
      <p>Код отправлен на номер {link.address}. Он приходит за минуту.</p>
      <FormFields fields={messengerCodeFields} form={mine?.form ?? emptyForm} errors={mine?.errors ?? {}} />
    </Form>
  );
};

interface PartProps {
  readonly name: MessengerName;
  readonly link: MessengerLink | undefined;
  readonly open: boolean;
  readonly sent: Sent | undefined;
}

const Part = ({ name, link, open, sent }: PartProps) => (
  <Section title={messengerTitles[name]}>
    {link?.provedOn ? (
      <>
        {sent?.refusal ? <Note kind="warn">{sent.refusal}</Note> : null}
        <p>
          Пишем сюда с {formatDay(link.provedOn)}, номер {link.address}. Если сообщение не примут, напишем на почту.
        </p>
        <PostButton action="/my-account/messengers/unlink" hidden={{ messenger: name }}>
          <Button>Отключить, писать на почту</Button>
        </PostButton>
      </>
    ) : null}
    {!link?.provedOn && !open ? (
      <LinkButton href={`/my-account/messengers?messenger=${name}`}>Подключить {messengerTitles[name]}</LinkButton>
    ) : null}
    {!link?.provedOn && open ? (
      <>
        {link ? <CodeForm link={link} sent={sent} /> : null}
        {link ? (
          <details open={sent?.part === 'ask'}>
            <summary>Код не пришёл</summary>
            <AddressForm name={name} sent={sent} />
          </details>
        ) : (
          <AddressForm name={name} sent={sent} />
        )}
      </>
    ) : null}
  </Section>
);

const page = async (ctx: PageCtx, chosen: string, sent?: Sent) => {
  const { personId } = ctx.actor;
  const links = personId === null ? [] : await linksOf(ctx.db, personId);
  const [only, ...others] = ctx.messengers;
  const open = chosen || (only && others.length === 0 ? only.name : '');
  return screen(
    ctx,
    { title: 'Куда мне писать' },
    <>
      <Heading
        title="Куда мне писать"
        crumbs={[{ label: 'Моя учётная запись', href: '/my-account' }, { label: 'Куда мне писать' }]}
        lead="Напоминания и письмо на неделю приходят на почту или в мессенджер: куда-то одно."
      />
      {personId === null && ctx.messengers.length > 0 ? <Note kind="warn">{askRefusals['no-card']}</Note> : null}
      {ctx.messengers.length === 0 ? (
        <Empty icon="mail" title="Мессенджеры здесь не подключены">
          Письма приходят на почту. Чтобы писать в MAX или VK, колледжу нужен свой бот: его ключ вписывает
          администратор.
        </Empty>
      ) : null}
      {personId === null
        ? null
        : ctx.messengers.map(({ name }) => (
            <Part
              name={name}
              link={links.find(({ messenger }) => messenger === name)}
              open={open === name}
              sent={open === name ? sent : undefined}
            />
          ))}
    </>,
  );
};

const theMessenger = (ctx: PageCtx, form: RawForm): Messenger =>
  found(
    ctx.messengers.find(({ name }) => name === sentValue(form, 'messenger')),
    'messenger',
  );

export const messengersPage: MemberRoute = {
  method: 'GET',
  path: '/my-account/messengers',
  who: everybody,
  handle: (ctx, { query }) => page(ctx, query.get('messenger') ?? ''),
};

export const askForCode: MemberRoute = {
  method: 'POST',
  path: '/my-account/messengers',
  who: everybody,
  async handle(ctx, { form }) {
    const messenger = theMessenger(ctx, form);
    const read = readForm(addressFields(messenger.name), form);
    if (!read.ok) return again(await page(ctx, messenger.name, { part: 'ask', form, errors: read.errors }));
    const refuse = async (refusal: string) => again(await page(ctx, messenger.name, { part: 'ask', form, refusal }));
    if (!mayAskForCode(ctx.actor.accountId)) return refuse(askRefusals['too-often']);
    const outcome = await askCode(ctx, messenger.name, read.value.address);
    if (!outcome.ok) return refuse(askRefusals[outcome.reason]);
    const text = codeMessage(outcome.value, (await theCollege(ctx.db)).shortName);
    const key = randomInt(1, 2_147_483_647);
    ctx.afterCommit(() => messenger.send({ to: read.value.address, text, key }));
    return goTo(`/my-account/messengers?messenger=${messenger.name}`, { toast: { text: 'Код отправлен' } });
  },
};

export const proveTheCode: MemberRoute = {
  method: 'POST',
  path: '/my-account/messengers/prove',
  who: everybody,
  async handle(ctx, { form }) {
    const { name } = theMessenger(ctx, form);
    const read = readForm(messengerCodeFields, form);
    if (!read.ok) return again(await page(ctx, name, { part: 'prove', form, errors: read.errors }));
    const outcome = await proveCode(ctx, name, read.value.code);
    if (!outcome.ok)
      return again(await page(ctx, name, { part: 'prove', form, refusal: proveRefusals[outcome.reason] }));
    return goTo('/my-account/messengers', { toast: { text: `Теперь пишем в ${messengerTitles[name]}` } });
  },
};

export const unlinkThis: MemberRoute = {
  method: 'POST',
  path: '/my-account/messengers/unlink',
  who: everybody,
  async handle(ctx, { form }) {
    const { name } = theMessenger(ctx, form);
    await unlinkMessenger(ctx, name);
    return goTo('/my-account/messengers', { toast: { text: `${messengerTitles[name]} отключён` } });
  },
};
