import { formatDay } from '../../../kernel/day.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note, Quote } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { needWriters, secretReaders } from '../access.ts';
import { needById } from '../need-rows.ts';
import { readSecret } from '../read-secret.ts';
import { sourceNames, withdrawNeedRefusals } from '../texts.ts';
import { withdrawNeed } from '../withdraw-need.ts';
import { labelOf, labelsOf } from './words.tsx';

/** Opening this page is journaled, so its links carry data-turbo="false": nothing fetches it ahead of a press. */
export const secretPage: Route = {
  method: 'GET',
  path: '/needs/:needId/secret',
  who: secretReaders,
  async handle(ctx, input) {
    const { need, note } = await readSecret(ctx, param(input, 'needId'));
    const name = fullName(found(await personById(ctx.db, need.personId), 'person'));
    const topic = labelOf(labelsOf(await normsOf(ctx.db, 'topic')), need.topic);
    const back = `/mentees/${need.personId}`;
    return screen(
      ctx,
      { title: 'Закрытый запрос' },
      <>
        <Heading
          title="Закрытый запрос"
          crumbs={[
            { label: 'Наставляемые', href: '/mentees' },
            { label: name, href: back },
            { label: 'Закрытый запрос' },
          ]}
          lead={topic}
          actions={<LinkButton href={back}>Вернуться к человеку</LinkButton>}
        />
        <Quote source={`${sourceNames[need.source]}, ${formatDay(need.statedOn)}`}>{note}</Quote>
        <Note icon="lock">Это чтение записано в журнал. Не пересказывайте запись тем, кому она не открыта.</Note>
      </>,
    );
  },
};

export const withdrawOne: Route = {
  method: 'POST',
  path: '/needs/:needId/withdraw',
  who: needWriters,
  async handle(ctx, input) {
    const needId = param(input, 'needId');
    const { personId } = found(await needById(ctx.db, needId), 'need');
    const outcome = await withdrawNeed(ctx, needId);
    const text = outcome.ok ? 'Запрос снят' : withdrawNeedRefusals[outcome.reason];
    return goTo(`/mentees/${personId}#needs`, { toast: { text } });
  },
};
