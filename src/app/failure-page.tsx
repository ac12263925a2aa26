import type { FailureReason } from '../platform/http/server.ts';
import { LinkButton } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Layout } from '../ui/layout.tsx';
import type { Shell } from '../ui/shell.ts';

interface Words {
  readonly title: string;
  readonly what: string;
}

const words: Readonly<Record<FailureReason, Words>> = {
  'not-found': {
    title: 'Такой страницы нет',
    what: 'Может быть, адрес набран с ошибкой, запись удалили или она принадлежит другому колледжу.',
  },
  forbidden: {
    title: 'Эта страница не для вашей роли',
    what: 'Если она вам нужна для работы, попросите куратора или администратора добавить роль.',
  },
  conflict: {
    title: 'Это уже изменил кто-то другой',
    what: 'Вернитесь назад и обновите страницу: ваши слова остались в форме.',
  },
  'too-large': {
    title: 'Файл слишком большой',
    what: 'Можно загрузить файл до 25 МБ. Уменьшите качество скана или разделите таблицу на части. Ничего не записано.',
  },
  'wrong-origin': {
    title: 'Форма пришла с другого адреса',
    what: 'Откройте систему по тому адресу, который указан в настройке BASE_URL, и отправьте форму снова. Ничего не записано.',
  },
  broken: {
    title: 'Система споткнулась',
    what: 'Ничего не записано. Попробуйте ещё раз; если не поможет, назовите администратору номер случая.',
  },
};

/** A failure in words: what happened, what to do, where to go. Never what stood in the database. */
export const failurePage = (code: FailureReason, shell: unknown, id: string) => (
  <Layout shell={shell as Shell} title={words[code].title} frame="bare">
    <Heading title={words[code].title} lead={words[code].what} />
    <p>
      <LinkButton href="/" icon="house">
        На главную
      </LinkButton>
    </p>
    {code === 'broken' ? <p class="hint">Номер случая: {id}</p> : null}
  </Layout>
);
