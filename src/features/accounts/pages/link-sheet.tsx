import { param } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { accountKeepers } from '../access.ts';
import { linkDays } from '../account.ts';
import { issueLink } from '../issue-link.ts';
import { accountById } from '../rows.ts';

/** The sheet is the answer to the very request that made it: its secret is stored nowhere, so it has no address of its own. */
export const linkSheet: Route = {
  method: 'POST',
  path: '/accounts/:accountId/link',
  who: accountKeepers,
  async handle(ctx, input) {
    const account = await accountById(ctx.db, param(input, 'accountId'));
    const outcome = await issueLink(ctx, account.id);
    if (!outcome.ok) return outcome;
    const { token, code } = outcome.value;
    const address = `${ctx.baseUrl}/enter/${token}`;
    return screen(
      ctx,
      { title: 'Листок для входа' },
      <>
        <Heading
          title={account.name}
          crumbs={[
            { label: 'Учётные записи', href: '/accounts' },
            { label: account.name, href: `/accounts/${account.id}` },
            { label: 'Листок для входа' },
          ]}
          lead={`Действует один раз, ${linkDays} дней. Напечатайте или покажите с экрана: второй раз этот листок не открыть.`}
          actions={<LinkButton href={`/accounts/${account.id}`}>Готово</LinkButton>}
        />
        <div class="link-sheet">
          <Qr text={address} size={240} label="QR-код для входа" />
          <dl>
            <dt>Адрес</dt>
            <dd class="break">{address}</dd>
            <dt>Или личный код на странице {ctx.baseUrl}/enter</dt>
            <dd class="code">{code}</dd>
            <dt>Логин</dt>
            <dd>{account.login}</dd>
          </dl>
        </div>
        <Note kind="warn">Кто держит листок, тот и войдёт. Отдавайте его только самому человеку.</Note>
      </>,
    );
  },
};
