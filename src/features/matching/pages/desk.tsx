import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Bar } from '../../../ui/progress.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import type { DeskPair, SideState } from '../desk-rows.ts';
import type { Proposal } from '../proposal.ts';
import { reasonWords, sideStates } from '../texts.ts';
import { type Show, shown } from './shown-pairs.ts';

const showNames: Readonly<Record<Show, string>> = {
  all: 'Все',
  attention: 'Требуют внимания',
  open: 'Без решения',
  locked: 'Закреплённые',
  vetoed: 'Запреты',
};

/** The weightiest come first; the rest opens in its place. */
const shownReasons = 3;

interface DeskProps {
  readonly proposal: Proposal;
  readonly pairs: readonly DeskPair[];
  readonly show: Show;
  readonly labels: ReadonlyMap<string, string>;
  readonly page: number;
}

const perPage = 50;

const keyOf = ({ mentorId, menteeId }: DeskPair): string => `${mentorId} ${menteeId}`;

/** One pair's decision; the buttons post the whole form with their own key, so they work without scripts. */
const Decision = ({ pair, base }: { pair: DeskPair; base: string }) => {
  if (pair.pairId) return <a href={`/pairs/${pair.pairId}`}>пара составлена</a>;
  const press = (action: string, words: string, icon: 'lock' | 'lock-open' | 'x') => (
    <Button size="s" icon={icon} name={words} formaction={`${base}/${action}`} field="pair" value={keyOf(pair)} />
  );
  return (
    <div class="decision">
      {pair.wish === 'veto' ? <Badge tone="bad">запрет</Badge> : null}
      {pair.wish === 'veto' && pair.wishReason ? <span class="hint">«{pair.wishReason}», пересчитайте</span> : null}
      {pair.decision === 'refused' ? <Badge tone="mute">отказ</Badge> : null}
      {pair.wish === 'lock' ? (
        <Badge tone="run" icon="lock">
          закреплена
        </Badge>
      ) : null}
      <Says pair={pair} />
      {pair.wish
        ? press('unwish', pair.wish === 'lock' ? 'Снять закрепление' : 'Снять запрет', 'lock-open')
        : press('lock', 'Закрепить', 'lock')}
      {pair.decision === 'open' && pair.wish !== 'veto' ? press('refuse', 'Отказ', 'x') : null}
      {pair.wish === 'veto' ? null : (
        <LinkButton
          size="s"
          icon="ban"
          name="Запретить пару"
          href={`${base}/veto?pair=${encodeURIComponent(keyOf(pair))}`}
        />
      )}
    </div>
  );
};

const tones: Readonly<Record<SideState, 'ok' | 'warn' | 'bad' | 'mute'>> = {
  none: 'mute',
  waiting: 'warn',
  agree: 'ok',
  decline: 'bad',
};

/** What both sides say of the pair, once they were asked. */
const Says = ({ pair }: { readonly pair: DeskPair }) => {
  if (pair.mentorSays === 'none' && pair.menteeSays === 'none') return null;
  if (pair.mentorSays === 'agree' && pair.menteeSays === 'agree') return <Badge tone="ok">оба согласны</Badge>;
  return (
    <>
      <Badge tone={tones[pair.mentorSays]}>наставник: {sideStates[pair.mentorSays]}</Badge>
      <Badge tone={tones[pair.menteeSays]}>наставляемый: {sideStates[pair.menteeSays]}</Badge>
      {pair.declined ? <span class="hint">«{pair.declined}»</span> : null}
    </>
  );
};

interface CellProps {
  readonly base: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly best: number;
  /** The proposal spans several forms. */
  readonly several: boolean;
}

const columns = ({ base, labels, best, several }: CellProps): Column<DeskPair>[] => [
  {
    key: 'people',
    label: 'Наставник → наставляемый',
    head: true,
    cell: (pair) => (
      <>
        <a href={`/people/${pair.mentorId}`}>{pair.mentorName}</a> <span class="hint">{pair.mentorPlace}</span>
        <br />
        <span class="arrow" aria-hidden="true">
          ↳{' '}
        </span>
        <a href={`/people/${pair.menteeId}`}>{pair.menteeName}</a> <span class="hint">{pair.menteePlace}</span>
        {several ? <span class="hint"> · {labels.get(pair.form) ?? pair.form}</span> : null}
        {pair.moved ? (
          <>
            {' '}
            <Badge tone="mute">поставлена вручную</Badge>
          </>
        ) : null}
      </>
    ),
  },
  {
    key: 'score',
    label: 'Балл',
    cell: (pair) => (
      <>
        <strong>{pair.score}</strong>
        <Bar
          thin
          parts={[
            {
              percent: Math.max(0, Math.min(100, (pair.score / best) * 100)),
              tone: pair.score * 2 >= best ? 'run' : 'warn',
            },
          ]}
        />
      </>
    ),
  },
  {
    key: 'why',
    label: 'Почему именно так',
    cell: (pair) =>
      pair.reasons.length === 0 ? (
        <span class="hint">Единственная возможная пара: общего мало</span>
      ) : (
        <ul class="reasons">
          {pair.caution ? (
            <li class="ink-bad">Один из двоих просил другую пару: поговорите с каждым отдельно</li>
          ) : null}
          {pair.reasons.slice(0, shownReasons).map((reason) => (
            <li>{reasonWords(reason, labels)}</li>
          ))}
          {pair.reasons.length > shownReasons ? (
            <li>
              <details>
                <summary>ещё {pair.reasons.length - shownReasons}</summary>
                {pair.reasons
                  .slice(shownReasons)
                  .map((reason) => reasonWords(reason, labels))
                  .join('; ')}
              </details>
            </li>
          ) : null}
        </ul>
      ),
  },
  { key: 'decision', label: 'Решение', cell: (pair) => <Decision pair={pair} base={base} /> },
];

/** The table of proposed pairs with its filter; every button is an ordinary form button. */
export const Desk = ({ proposal, pairs, show, labels, page }: DeskProps) => {
  const base = `/matching/${proposal.id}`;
  const { 'first-in-line': _, 'no-shows': __, ...weights } = proposal.weights;
  const best = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const chosen = shown(pairs, show);
  return (
    <>
      <FilterBar>
        {(Object.keys(showNames) as Show[]).map((one) => (
          <FilterPill
            href={one === 'all' ? base : `${base}?show=${one}`}
            label={showNames[one]}
            count={shown(pairs, one).length}
            active={one === show}
            removable={false}
          />
        ))}
      </FilterBar>
      <form id="desk" method="post" action={`${base}/confirm`} />
      <Table
        caption={`Пары предложения № ${proposal.number}`}
        columns={columns({ base, labels, best, several: proposal.forms.length > 1 })}
        rows={chosen.slice((page - 1) * perPage, page * perPage)}
        pages={{ page, perPage, total: chosen.length, href: (number) => `${base}?show=${show}&page=${number}` }}
        selectable={{
          name: 'pairs',
          value: keyOf,
          label: (pair) => `${pair.mentorName} — ${pair.menteeName}`,
          action: `${base}/confirm`,
          actions: (
            <>
              <Button size="s" icon="check" busy="Составляем пары…">
                Подтвердить выбранные
              </Button>
              <Button size="s" icon="handshake" busy="Записываем…" formaction={`${base}/agreed`}>
                Оба согласны
              </Button>
            </>
          ),
          forms: ['пара', 'пары', 'пар'],
        }}
        empty={<p>Здесь пусто.</p>}
      />
    </>
  );
};
