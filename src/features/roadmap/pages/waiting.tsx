import type { Child } from 'hono/jsx';
import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { List } from '../../../ui/chips.tsx';
import { Sheet } from '../../../ui/heading.tsx';
import { statusNames } from '../../documents/texts.ts';
import { mayFollow } from '../access.ts';
import type { Gathered } from '../stage.ts';

interface Line {
  readonly count: number;
  readonly title: string;
  readonly href: string;
}

const peopleWords = (count: number): string => counted(count, 'человек', 'человека', 'человек');

const gapsOf = ({ mentees, mentors, groups }: Gathered): readonly Line[] =>
  [
    { count: groups.silent.length, title: 'не рассказали о запросах', href: '/needs', groups: true },
    { count: mentees.total - mentees.ready.need, title: 'без запроса', href: '/mentees?topic=none' },
    {
      count: mentees.total - mentees.ready.consent,
      title: 'из наставляемых без согласия',
      href: '/mentees?consent=absent',
    },
    {
      count: mentors.total - mentors.ready.consent,
      title: 'из наставников без согласия',
      href: '/consents?who=mentors&state=absent',
    },
    {
      count: mentors.total - mentors.ready.competences,
      title: 'из наставников без компетенций',
      href: '/mentors?gaps=yes',
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, title, href, groups: ofGroups }) => ({
      count,
      title: `${ofGroups ? counted(count, 'группа', 'группы', 'групп') : peopleWords(count)} ${title}`,
      href,
    }));

const pairsOf = ({ pairs }: Gathered): readonly Line[] =>
  [
    {
      count: pairs.total - pairs.ordered,
      title: `${counted(pairs.total - pairs.ordered, 'пара', 'пары', 'пар')} без подписанного приказа`,
      href: '/pairs?state=no-order',
    },
    { count: pairs.unmatched, title: `${peopleWords(pairs.unmatched)} без пары`, href: '/matching' },
  ].filter(({ count }) => count > 0);

/** What waits for somebody: papers without a signature, people with gaps, pairs without an order. Only what there is. */
export const Waiting = ({ ctx, data }: { readonly ctx: PageCtx; readonly data: Gathered }): Child => {
  const open = ({ href }: { readonly href: string }) => mayFollow(ctx.actor, href);
  const papers = data.papers.filter(({ status }) => status === 'draft' || status === 'on-signing');
  const shown = papers.slice(0, 5);
  const [gaps, pairs] = [gapsOf(data).filter(open), pairsOf(data).filter(open)];
  const link = ({ title, href }: Line) => ({ title, href });
  if (papers.length + gaps.length + pairs.length === 0) return null;
  return (
    <>
      {shown.length > 0 ? (
        <Sheet
          title="Ждут подписи"
          aside={counted(papers.length, 'документ', 'документа', 'документов')}
          footer={papers.length > shown.length ? <a href="/documents">Все документы</a> : undefined}
        >
          <List
            rows={shown.map(({ id, title, status }) => ({
              title,
              href: `/documents/${id}`,
              text: statusNames[status],
            }))}
          />
        </Sheet>
      ) : null}
      {gaps.length > 0 ? (
        <Sheet title="Чего не хватает у людей">
          <List rows={gaps.map(link)} />
        </Sheet>
      ) : null}
      {pairs.length > 0 ? (
        <Sheet title="Пары">
          <List rows={pairs.map(link)} />
        </Sheet>
      ) : null}
    </>
  );
};
