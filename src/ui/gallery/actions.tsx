import { Badge, type Tone } from '../badge.tsx';
import { Button, LinkButton } from '../button.tsx';
import { Avatar, DateMark, DocumentChip, List, PersonChip } from '../chips.tsx';
import { Confirm, Dialog } from '../dialog.tsx';
import { Columns, Section, Sheet } from '../heading.tsx';
import { Menu, MenuLink } from '../menu.tsx';
import { Note, Quote } from '../note.tsx';
import { Tabs } from '../tabs.tsx';

const states: readonly [Tone, string][] = [
  ['ok', 'закрыта'],
  ['run', 'в окне'],
  ['warn', 'срок близко'],
  ['bad', 'просрочена'],
  ['mute', 'впереди'],
];

const Buttons = () => (
  <Section title="Кнопки" icon="send" count={7}>
    <div class="actions">
      <Button kind="primary" icon="send">
        Напомнить пятерым
      </Button>
      <Button icon="printer">Напечатать</Button>
      <Button kind="quiet">Пропустить</Button>
      <Button kind="danger" icon="trash-2">
        Удалить
      </Button>
      <Button size="s" icon="link">
        Ссылка
      </Button>
      <Button size="s" icon="lock-open" name="Закрепить" />
      <LinkButton href="#delete" opens="gallery-dialog">
        Удалить три записи
      </LinkButton>
      <Menu label="Ещё" end>
        <MenuLink href="#1">Первое</MenuLink>
        <MenuLink href="#2" icon="check" current>
          Второе
        </MenuLink>
      </Menu>
      <Button kind="primary" size="l">
        Дальше
      </Button>
    </div>
    <Dialog id="gallery-dialog" title="Удалить три записи?" verb="Удалить три записи" action="/ui">
      Вернуть их будет нельзя.
    </Dialog>
    <Confirm action="/ui" verb="Удалить" back="/ui">
      <p>Тот же вопрос без скриптов.</p>
    </Confirm>
  </Section>
);

const Badges = () => (
  <Section title="Состояния" aside={<a href="#all">Все</a>}>
    <div class="actions">
      {states.map(([tone, label]) => (
        <Badge tone={tone}>{label}</Badge>
      ))}
    </div>
    <div class="actions">
      <DocumentChip state="present" href="#1">
        Приказ № 118 от 01.09.2026
      </DocumentChip>
      <DocumentChip state="missing" href="#2">
        Протокол
      </DocumentChip>
      <DocumentChip state="outdated" href="#3">
        Положение 2020 г.
      </DocumentChip>
      <PersonChip initials="БП" name="Берёзкин Пётр" note="Первая" href="#4" />
      <Avatar initials="ВА" size="m" accent />
      <Avatar initials="ГО" size="l" />
    </div>
  </Section>
);

const Notes = () => (
  <Section title="Пометки" bad count={3}>
    <Note>Отправить можно и сейчас.</Note>
    <Note
      kind="warn"
      strong
      title="Под вниманием с 5 октября"
      actions={
        <Button kind="primary" size="s">
          Назначить встречу
        </Button>
      }
    >
      Прошлый раз было 8.
    </Note>
    <Note kind="bad" title="Файл не открылся">
      Сохраните его заново и загрузите ещё раз.
    </Note>
    <Note kind="ok">Всё на месте.</Note>
    <Quote source="Алла, 5 октября">«Я не понимаю, что к пересдаче, а что потом»</Quote>
    <Tabs
      label="Разделы записи"
      tabs={[
        { href: '#1', label: 'Обзор', current: true },
        { href: '#2', label: 'Встречи', count: 14 },
        { href: '#3', label: 'Журнал' },
      ]}
    />
    <Tabs
      label="Способ входа"
      look="segmented"
      tabs={[
        { href: '#1', label: 'Логин и пароль', icon: 'key-round', current: true },
        { href: '#2', label: 'Личный код', icon: 'qr-code' },
      ]}
    />
  </Section>
);

const SideLists = () => (
  <>
    <Sheet title="Ближайшие события" aside={<a href="#all">Календарь</a>}>
      <List
        rows={[
          { title: 'Собеседования', text: '15:00, каб. 214', before: <DateMark day={14} weekday="ср" /> },
          {
            title: 'Общая встреча',
            href: '#m',
            text: '14:30, актовый зал',
            before: <DateMark day={22} weekday="чт" accent />,
          },
        ]}
      />
    </Sheet>
    <Sheet title="Кто задерживает" aside="2 человека" footer={<a href="#all">Все</a>}>
      <List
        rows={[
          {
            title: 'Вершинина А. Ю.',
            text: '9 согласий',
            before: <Avatar initials="ВА" />,
            after: <span class="ink-warn strong">12 дней</span>,
          },
          {
            title: 'Гусев О. П.',
            text: 'запрос',
            before: <Avatar initials="ГО" />,
            after: <Button kind="quiet" size="s" icon="send" name="Напомнить: Гусев О. П." />,
          },
        ]}
      />
    </Sheet>
  </>
);

/** Buttons, badges, chips, notes, tabs, side lists. */
export const ActionsPart = () => (
  <Columns aside={<SideLists />}>
    <Buttons />
    <Badges />
    <Notes />
  </Columns>
);
