import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import { mayKeepAccounts } from '../access.ts';
import { accountOfPerson } from '../rows.ts';
import { roleNames } from '../texts.ts';

/** A part of a person's card: how the person comes into the system. Nothing for those who may not open accounts. */
export const accountSection = async (ctx: PageCtx, person: { readonly id: string }) => {
  if (mayKeepAccounts(ctx.actor) !== true) return null;
  const account = await accountOfPerson(ctx.db, person.id);
  return (
    <Section title="Вход в систему">
      {account ? (
        <p>
          <a href={`/accounts/${account.id}`}>{account.login}</a>,{' '}
          {account.roles.map((role) => roleNames[role]).join(', ')}
          {account.disabled ? ' — вход закрыт' : ''}
        </p>
      ) : (
        <p>
          <LinkButton href={`/accounts/new?person=${person.id}`} size="s" icon="key-round">
            Завести вход
          </LinkButton>
        </p>
      )}
    </Section>
  );
};
