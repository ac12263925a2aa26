import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { mayKeepAccounts } from '../access.ts';
import { accountOfPerson } from '../rows.ts';
import { roleNames } from '../texts.ts';

/** A part of a person's card: how the person comes into the system. Nothing for those who may not open accounts. */
export const personAccount = {
  title: 'Вход в систему',
  async render(ctx: PageCtx, personId: string) {
    if (mayKeepAccounts(ctx.actor) !== true) return null;
    const account = await accountOfPerson(ctx.db, personId);
    if (!account) {
      return (
        <p>
          <LinkButton href={`/accounts/new?person=${personId}`} size="s" icon="key-round">
            Завести вход
          </LinkButton>
        </p>
      );
    }
    return (
      <p>
        <a href={`/accounts/${account.id}`}>{account.login}</a>,{' '}
        {account.roles.map((role) => roleNames[role]).join(', ')}
        {account.disabled ? ' — вход закрыт' : ''}
      </p>
    );
  },
};
