import type { Child } from 'hono/jsx';
import { assetUrl } from '../../../platform/assets.ts';
import { now } from '../../../platform/clock.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';

/** What the script of the phone says; it knows no words of its own. */
const words = {
  'data-sending': 'Отправляем…',
  'data-offline': 'Нет связи. Запись лежит в телефоне и уйдёт сама, когда связь появится',
  'data-login': 'Вход закончился. Войдите снова: запись лежит в телефоне и уйдёт после входа',
  'data-look': 'Решить, что с ней делать',
  'data-draft': 'Черновик сохранён',
  'data-stale': 'Нет связи: страница показана по памяти телефона',
};

/** Pages that a phone keeps for hours without a network. Only these are kept. */
const keptPages = '/my-meetings /my-meetings/log';

/** Entries that wait for the network; the script fills the list. */
const Outbox = () => (
  <div data-outbox hidden>
    <Note kind="warn" title="Записи, которые ждут отправки">
      <ul class="plain-list" data-outbox-list />
    </Note>
  </div>
);

/** The frame of the phone pages: their own small script, installable, readable without a network. */
export const phoneScreen = (
  ctx: PageCtx,
  {
    title,
    back,
    keys = [],
    keeps,
    frame = true,
  }: {
    readonly title: string;
    /** Where the cross of the head leads. */
    readonly back: string;
    /** Keys of entries that the server has taken: the phone forgets them. */
    readonly keys?: readonly string[];
    /** Only on pages of the two sides themselves: nothing is kept on a curator's computer. */
    readonly keeps: boolean;
    /** false: the page has its own head and foot. */
    readonly frame?: boolean;
  },
  body: Child,
) =>
  screen(
    ctx,
    {
      title,
      script: assetUrl('meeting.js'),
      head: <link rel="manifest" href="/manifest.webmanifest" />,
      ...(frame ? {} : { frame: 'blank' as const }),
    },
    <div
      class={frame ? 'phone-page' : 'fill'}
      data-phone
      data-account={ctx.actor.accountId}
      data-today={ctx.today}
      data-now={now().getTime()}
      data-keys={keys.join(' ')}
      data-keep={keeps ? keptPages : undefined}
      data-worker={keeps ? assetUrl('phone-worker.js') : undefined}
      {...words}
    >
      {frame ? null : (
        <header class="fill-head">
          <a class="icon-link" href={back} aria-label="Закрыть">
            <Icon name="x" size={20} />
          </a>
          <h1>{title}</h1>
          <p class="fill-count" role="status" data-draft-note />
        </header>
      )}
      <p class="phone-stale" role="status" data-stale-note hidden />
      <Outbox />
      {body}
    </div>,
  );
