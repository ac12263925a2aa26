import { counted } from '../../../kernel/russian/plural.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pages } from '../../../ui/pages.tsx';
import type { MentorCandidate } from '../candidate.ts';
import type { Chance, MoveView } from '../desk.ts';
import type { Proposal } from '../proposal.ts';
import type { NamedPerson } from '../rows.ts';
import { ruleName, signed } from '../texts.ts';

export interface Arranged {
  readonly proposal: Proposal;
  readonly view: MoveView;
  readonly names: ReadonlyMap<string, NamedPerson>;
  readonly q: string;
  readonly page: number;
  /** The mentee who was picked up. */
  readonly menteeId: string | undefined;
}

/** Mentors on one page; mentees without a mentor shown beside them. */
const perPage = 40;
const mostAlone = 80;

const matches = (names: Arranged['names'], q: string) => (id: string) => {
  const person = names.get(id);
  const words = `${person?.name ?? ''} ${person?.place ?? ''}`.toLowerCase().replaceAll('ё', 'е');
  return words.includes(q.trim().toLowerCase().replaceAll('ё', 'е'));
};

/** Base of the addresses that keep the search. */
const deskPath = ({ proposal, q }: Pick<Arranged, 'proposal' | 'q'>, more: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...more });
  return `/matching/${proposal.id}/desk${query.size > 0 ? `?${query}` : ''}`;
};

const changeOf = ({ view, menteeId }: Arranged, chance: Chance | undefined): number =>
  chance?.possible && menteeId ? chance.score - (view.pairOf(menteeId)?.score ?? 0) : 0;

const MenteeCard = ({ id, arranged }: { id: string; arranged: Arranged }) => {
  const { names, view, menteeId } = arranged;
  const person = names.get(id);
  const pair = view.pairOf(id);
  return (
    <li class={menteeId === id ? 'desk-card taken' : 'desk-card'} id={`row-${id}`} draggable="true" data-mentee={id}>
      <Icon name="grip-vertical" size={14} />
      <a href={deskPath(arranged, { mentee: id })} aria-current={menteeId === id ? 'true' : undefined}>
        {person?.name ?? pair?.menteeName}
      </a>{' '}
      <span class="hint">{person?.place ?? pair?.menteePlace}</span>
      {pair ? <span class="hint"> {pair.score}</span> : null}
      {pair?.mentorSays === 'decline' || pair?.menteeSays === 'decline' ? <Badge tone="bad">отказ</Badge> : null}
    </li>
  );
};

/** What placing the picked mentee here means: a button with the change of the whole, or why not. */
const Place = ({
  arranged,
  mentorId,
  chance,
}: {
  arranged: Arranged;
  mentorId: string;
  chance: Chance | undefined;
}) => {
  const { menteeId, view, names } = arranged;
  if (!menteeId || view.pairOf(menteeId)?.mentorId === mentorId) return null;
  if (!chance?.possible) {
    const why = chance ? chance.rules.map(ruleName).join('; ') : 'нет в расчёте';
    return (
      <p class="desk-why" data-why>
        Нельзя: {why}
      </p>
    );
  }
  const change = signed(changeOf(arranged, chance));
  return (
    <p class="desk-place">
      <Button size="s" form="move" field="mentorId" value={mentorId} busy="Ставим…">
        Сюда: {change}
      </Button>
      <span class="sr">{names.get(mentorId)?.name}</span>
      {chance.caution ? <Badge tone="warn">один из двоих просил другую пару</Badge> : null}
    </p>
  );
};

const MentorSlot = ({ mentor, arranged }: { mentor: MentorCandidate; arranged: Arranged }) => {
  const { view, names, menteeId } = arranged;
  const here = menteeId !== undefined && view.pairOf(menteeId)?.mentorId === mentor.id;
  const chance = menteeId && !here ? view.chanceOf(menteeId, mentor.id) : undefined;
  const person = names.get(mentor.id);
  const own = view.mentees.map(({ id }) => view.pairOf(id)).filter((pair) => pair?.mentorId === mentor.id);
  const free = view.freePlaces(mentor.id);
  const state = menteeId && !here ? (chance?.possible ? ' open' : ' closed') : '';
  return (
    <li
      class={`desk-slot${state}`}
      data-mentor={mentor.id}
      data-change={chance?.possible ? signed(changeOf(arranged, chance)) : undefined}
    >
      <p class="desk-mentor">
        <a href={`/people/${mentor.id}`}>{person?.name ?? ''}</a> <span class="hint">{person?.place}</span>
        <span class={free > 0 ? 'desk-free' : 'desk-free hint'}>
          {free > 0 ? counted(free, 'место', 'места', 'мест') : 'мест нет'}
        </span>
      </p>
      <ul class="desk-cards" aria-label={`Наставляемые: ${person?.name ?? ''}`}>
        {own.map((pair) => (pair ? <MenteeCard id={pair.menteeId} arranged={arranged} /> : null))}
      </ul>
      <Place arranged={arranged} mentorId={mentor.id} chance={chance} />
    </li>
  );
};

/** Mentors of the page: those with places, and whoever was searched for; those that fit the picked mentee best come first, those that cannot come last. */
const mentorsShown = (arranged: Arranged): MentorCandidate[] => {
  const { view, names, q, menteeId } = arranged;
  const byName = (a: MentorCandidate, b: MentorCandidate) =>
    (names.get(a.id)?.name ?? '').localeCompare(names.get(b.id)?.name ?? '', 'ru');
  const wanted = matches(names, q);
  const found = view.mentors
    .filter(({ places }) => places > 0 || q !== '')
    .filter(
      ({ id }) => wanted(id) || view.mentees.some((one) => view.pairOf(one.id)?.mentorId === id && wanted(one.id)),
    )
    .toSorted(byName);
  if (!menteeId) return found;
  const rank = ({ id }: MentorCandidate) => {
    if (view.pairOf(menteeId)?.mentorId === id) return Number.MAX_SAFE_INTEGER;
    const chance = view.chanceOf(menteeId, id);
    return chance?.possible ? changeOf(arranged, chance) : Number.NEGATIVE_INFINITY;
  };
  const ranks = new Map(found.map((mentor) => [mentor.id, rank(mentor)]));
  return found.toSorted((a, b) => {
    const [one, other] = [ranks.get(a.id) ?? 0, ranks.get(b.id) ?? 0];
    return one === other ? byName(a, b) : other - one;
  });
};

const Taken = ({ arranged }: { arranged: Arranged }) => {
  const { menteeId, view, names, proposal } = arranged;
  const name = menteeId ? names.get(menteeId)?.name : undefined;
  if (!menteeId || !name) return null;
  const pair = view.pairOf(menteeId);
  return (
    <Note
      icon="user-check"
      title={`В руке: ${name}`}
      actions={
        <>
          {pair?.decision === 'open' ? (
            <Button size="s" form="move" field="mentorId" value="none" busy="Снимаем…">
              Оставить без наставника: {signed(-pair.score)}
            </Button>
          ) : null}
          <a href={deskPath({ proposal, q: arranged.q })}>Отпустить</a>
        </>
      }
    >
      {pair ? `Сейчас у наставника ${pair.mentorName}, ${pair.score} баллов. ` : 'Сейчас без наставника. '}
      Числа на кнопках — как изменится сумма баллов.
    </Note>
  );
};

/** The two sides of the desk. Every move is a form; scripts add dragging and keys. */
export const Board = (arranged: Arranged) => {
  const { proposal, view, names, q, page, menteeId } = arranged;
  const wanted = matches(names, q);
  const alone = view.mentees.filter(({ id }) => !view.pairOf(id) && wanted(id));
  const mentors = mentorsShown(arranged);
  const base = `/matching/${proposal.id}/desk`;
  return (
    <div
      class="desk"
      data-desk={base}
      data-words-taken="Взята карточка: {name}. Стрелками выберите наставника, Enter поставит, Escape отпустит."
      data-words-open="{name}: {change} к сумме"
      data-words-closed="{name}. {why}"
      data-words-left="Карточка отпущена"
    >
      <form id="move" method="post" action={`${base}/move`}>
        <input type="hidden" name="version" value={String(proposal.version)} />
        <input type="hidden" name="menteeId" value={menteeId ?? ''} />
      </form>
      <form id="undo" method="post" action={`${base}/undo`}>
        <input type="hidden" name="version" value={String(proposal.version)} />
      </form>
      <p class="sr" role="status" data-desk-says />
      <Taken arranged={arranged} />
      <section class="desk-alone" data-alone aria-labelledby="desk-alone">
        <h2 id="desk-alone">
          Без наставника <span class="count">{alone.length}</span>
        </h2>
        {alone.length === 0 ? <p class="hint">У всех есть наставник.</p> : null}
        <ul class="desk-cards">
          {alone.slice(0, mostAlone).map(({ id }) => (
            <MenteeCard id={id} arranged={arranged} />
          ))}
        </ul>
        {alone.length > mostAlone ? (
          <p class="hint">Показаны первые {mostAlone}. Остальных найдите по фамилии.</p>
        ) : null}
      </section>
      <section class="desk-mentors" aria-labelledby="desk-mentors">
        <h2 id="desk-mentors">
          Наставники <span class="count">{mentors.length}</span>
        </h2>
        <ul class="desk-slots">
          {mentors.slice((page - 1) * perPage, page * perPage).map((mentor) => (
            <MentorSlot mentor={mentor} arranged={arranged} />
          ))}
        </ul>
        <Pages
          page={page}
          perPage={perPage}
          total={mentors.length}
          href={(number) => deskPath(arranged, { page: String(number), ...(menteeId ? { mentee: menteeId } : {}) })}
        />
      </section>
    </div>
  );
};
