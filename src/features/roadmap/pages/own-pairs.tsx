import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Avatar, List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { OrderOf, periodWords, sidePlace } from '../../pairs/pages/words.tsx';
import { type ListedPair, pairsBy, type Side } from '../../pairs/rows.ts';
import { initials } from '../../people/person.ts';
import { formatPhone } from '../../people/phone-number.ts';
import { personById } from '../../people/rows.ts';
import { type CuratorContact, curatorContacts } from '../day-rows.ts';

interface Own {
  /** Pairs in which the person is the mentor, and those in which the person is the mentee. */
  readonly asMentor: readonly ListedPair[];
  readonly asMentee: readonly ListedPair[];
  readonly forms: ReadonlyMap<string, string>;
}

const readOwn = async ({ db, actor, today }: PageCtx): Promise<Own> => {
  const { personId } = actor;
  const all = personId === null ? [] : await pairsBy(db, { personId }, today, { limit: 50 });
  const running = all.filter(({ till }) => till >= today);
  const forms = new Map((await normsOf(db, 'form')).map(({ code, label }) => [code, label]));
  return {
    asMentor: running.filter(({ mentorId }) => mentorId === personId),
    asMentee: running.filter(({ menteeId }) => menteeId === personId),
    forms,
  };
};

const PairList = ({
  pairs,
  partner,
  forms,
}: {
  readonly pairs: readonly ListedPair[];
  readonly partner: (pair: ListedPair) => Side;
  readonly forms: Own['forms'];
}) => (
  <List
    rows={pairs.map((pair) => {
      const side = partner(pair);
      return {
        title: `${side.lastName} ${side.firstName}`,
        href: `/pairs/${pair.id}`,
        before: <Avatar initials={initials(side)} size="m" accent />,
        text: (
          <>
            {[sidePlace(side), forms.get(pair.form) ?? pair.form].filter(Boolean).join(', ')}
            <br />
            {periodWords(pair)} <OrderOf pair={pair} />
          </>
        ),
      };
    })}
  />
);

const Sections = ({ asMentor, asMentee, forms }: Own) => (
  <>
    {asMentor.length > 0 ? (
      <Section title={asMentor.length > 1 ? 'Мои наставляемые' : 'Мой наставляемый'} icon="handshake">
        <PairList pairs={asMentor} partner={({ mentee }) => mentee} forms={forms} />
      </Section>
    ) : null}
    {asMentee.length > 0 ? (
      <Section title="Мой наставник" icon="handshake">
        <PairList pairs={asMentee} partner={({ mentor }) => mentor} forms={forms} />
      </Section>
    ) : null}
  </>
);

/** Own pairs among other things of a person's day; nothing for those who have none. */
export const ownPairs = async (ctx: PageCtx) => {
  const own = await readOwn(ctx);
  return own.asMentor.length + own.asMentee.length > 0 ? <Sections {...own} /> : null;
};

const contactText = ({ phone, email }: CuratorContact) => (
  <>
    {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{formatPhone(phone)}</a> : null}
    {phone && email ? ', ' : ''}
    {email ? <a href={`mailto:${email}`}>{email}</a> : null}
  </>
);

const Curators = ({ contacts }: { readonly contacts: readonly CuratorContact[] }) =>
  contacts.length > 0 ? (
    <Section title={contacts.length > 1 ? 'Кураторы программы' : 'Куратор программы'} icon="message-circle">
      <List
        rows={contacts.map((one) => ({ title: one.name, text: one.phone || one.email ? contactText(one) : undefined }))}
      />
    </Section>
  ) : null;

const leadOf = ({ asMentor, asMentee }: Own): string => {
  const parts = [
    asMentor.length > 0 ? counted(asMentor.length, 'наставляемый', 'наставляемых', 'наставляемых') : '',
    asMentee.length > 0 ? 'наставник есть' : '',
  ].filter(Boolean);
  return parts.length > 0 ? `У вас ${parts.join(', ')}.` : 'Пары у вас пока нет.';
};

/** The page of a mentor or a mentee, made for a phone first: with whom, when, on what ground, whom to ask. */
export const ownPairsOf = async (ctx: PageCtx) => {
  const own = await readOwn(ctx);
  const contacts = await curatorContacts(ctx.db);
  const person = ctx.actor.personId === null ? undefined : await personById(ctx.db, ctx.actor.personId);
  return screen(
    ctx,
    { title: 'Сегодня' },
    <>
      <Heading title={person ? `Здравствуйте, ${person.firstName}` : 'Здравствуйте'} lead={leadOf(own)} />
      {own.asMentor.length + own.asMentee.length > 0 ? (
        <Sections {...own} />
      ) : (
        <Empty icon="handshake" title="Здесь будет ваша пара">
          Когда куратор её составит, вы увидите, с кем, до какого дня и по какому приказу работаете.
        </Empty>
      )}
      <Curators contacts={contacts} />
    </>,
  );
};
