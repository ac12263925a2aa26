import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Tick } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Section, Sheet } from '../../../ui/heading.tsx';
import { TaskList } from '../../../ui/task-list.tsx';
import { CaseButton } from '../../support-cases/pages/open-button.tsx';
import { conditionNames } from '../candidate.ts';
import type { Proposal, UnmatchedMentee, WhatIf } from '../proposal.ts';
import type { NamedPerson } from '../rows.ts';
import { conditionWords, ruleName, switchWords } from '../texts.ts';

/** Rules about the mentee alone: the number of mentors says nothing there. */
const isOwn = (rule: string): boolean => rule === 'mentee-consent' || rule === 'form-mentee';

const gain = (pairs: number): string => `${pairs > 0 ? '+' : '−'}${counted(Math.abs(pairs), 'пара', 'пары', 'пар')}`;

/** «Что, если…»: each condition the other way round, with the pairs it brings or costs. */
export const WhatIfs = ({ proposal }: { proposal: Proposal }) =>
  proposal.totals.whatIfs.length === 0 ? null : (
    <Sheet title="Что, если…">
      <ul class="plain-list">
        {proposal.totals.whatIfs.map((one: WhatIf) => (
          <li class="what-if">
            <span>{switchWords(one.condition, one.on)}</span>
            <strong class={one.pairs > 0 ? 'ink-ok' : 'ink-bad'}>{gain(one.pairs)}</strong>
            <PostButton action={`/matching/${proposal.id}/again`} hidden={{ switch: one.condition }}>
              <Button size="s" busy="Считаем…">
                Пересчитать так
              </Button>
            </PostButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );

export const ConditionsList = ({ proposal }: { proposal: Proposal }) => (
  <Section title="Условия расчёта">
    <ul class="plain-list">
      {['форма подходит обоим', 'есть свободное место', 'согласия обеих сторон действуют'].map((words) => (
        <li>
          <Tick>{words}</Tick>
        </li>
      ))}
      {conditionNames
        .filter((name) => proposal.conditions[name])
        .map((name) => (
          <li>
            <Tick>{conditionWords[name]}</Tick>
          </li>
        ))}
    </ul>
    <p>
      <a href="/matching">Изменить условия</a>
    </p>
  </Section>
);

/** The smallest change that would help one person, as a link to where it is made. */
const Change = ({ one }: { one: UnmatchedMentee }) => {
  const [first] = one.cutBy;
  if (first?.rule === 'mentee-consent') return <a href={`/people/${one.menteeId}`}>Записать согласие</a>;
  if (one.fix?.way === 'place') return <a href={`/mentors/${one.fix.mentorId}`}>Дать ещё одно место наставнику</a>;
  if (one.fix?.way === 'unlock') return <a href="#desk">Снять закрепление пары этого наставника</a>;
  if (one.fix?.rule === 'form-mentor')
    return <a href={`/mentors/${one.fix.mentorId}`}>Спросить наставника об этой форме</a>;
  if (one.fix?.rule) return <a href="/matching">Ослабить условие: {ruleName(one.fix.rule)}</a>;
  if (first?.rule === 'mentor-consent') return <a href="/consents">Собрать согласия наставников</a>;
  return <a href="/mentors">Найти ещё одного наставника</a>;
};

/** Who stays alone, what stands in the way, and the smallest change that would help. */
export const Unmatched = ({
  ctx,
  proposal,
  names,
  cases,
}: {
  ctx: PageCtx;
  proposal: Proposal;
  names: ReadonlyMap<string, NamedPerson>;
  /** Open cases at the psychologist, by person. */
  cases: ReadonlyMap<string, string>;
}) =>
  proposal.unmatched.length === 0 ? null : (
    <Section title="Без наставника" id="unmatched" count={proposal.unmatched.length}>
      <TaskList
        tasks={proposal.unmatched.map((one) => ({
          title: `${names.get(one.menteeId)?.name ?? 'Человек выбыл'}, ${names.get(one.menteeId)?.place ?? ''}`,
          href: `/people/${one.menteeId}`,
          reason: obstacles(one),
          who: 'наименьшая правка',
          action: (
            <>
              <Change one={one} />
              <CaseButton ctx={ctx} personId={one.menteeId} open={cases} />
            </>
          ),
        }))}
      />
    </Section>
  );

const obstacles = ({ cutBy, taken }: UnmatchedMentee): string => {
  const cuts = cutBy
    .slice(0, 3)
    .map(({ rule, mentors }) =>
      isOwn(rule)
        ? ruleName(rule)
        : `${ruleName(rule)} — ${counted(mentors, 'наставник', 'наставника', 'наставников')}`,
    );
  return [...cuts, ...(taken > 0 ? [`подошли бы, но заняты другими: ${taken}`] : [])].join('; ');
};
