import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Bar } from '../../../ui/progress.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import type { Proposal } from '../proposal.ts';
import type { DeskPair } from '../rows.ts';
import { reasonWords } from '../texts.ts';
import { type Show, shown } from './shown-pairs.ts';

const showNames: Readonly<Record<Show, string>> = {
  all: 'Все',
  open: 'Без решения',
  locked: 'Закреплённые',
  vetoed: 'Запреты',
};

interface DeskProps {
  readonly proposal: Proposal;
  readonly pairs: readonly DeskPair[];
  readonly show: Show;
  readonly labels: ReadonlyMap<string, string>;
}

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

const columns = (base: string, labels: ReadonlyMap<string, string>, best: number): Column<DeskPair>[] => [
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
      </>
    ),
  },
  {
    key: 'score',
    label: 'Балл',
    cell: (pair) => (
      <>
        <strong>{pair.score}</strong>
        <Bar thin parts={[{ percent: (pair.score / best) * 100, tone: pair.score * 2 >= best ? 'run' : 'warn' }]} />
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
          {pair.reasons.map((reason) => (
            <li>{reasonWords(reason, labels)}</li>
          ))}
        </ul>
      ),
  },
  { key: 'decision', label: 'Решение', cell: (pair) => <Decision pair={pair} base={base} /> },
];

/** The table of proposed pairs with its filter; every button is an ordinary form button. */
export const Desk = ({ proposal, pairs, show, labels }: DeskProps) => {
  const base = `/matching/${proposal.id}`;
  const best = Object.values(proposal.weights).reduce((sum, weight) => sum + weight, 0);
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
        columns={columns(base, labels, best)}
        rows={shown(pairs, show)}
        selectable={{
          name: 'pairs',
          value: keyOf,
          label: (pair) => `${pair.mentorName} — ${pair.menteeName}`,
          action: `${base}/confirm`,
          actions: (
            <Button size="s" icon="check" busy="Составляем пары…">
              Подтвердить выбранные
            </Button>
          ),
          forms: ['пара', 'пары', 'пар'],
        }}
        empty={<p>Здесь пусто.</p>}
      />
    </>
  );
};
