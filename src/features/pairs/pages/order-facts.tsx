import { maxDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { theCollege } from '../../college/rows.ts';
import { consentsInForce } from '../../consents/rows.ts';
import { reference } from '../../documents/data-texts.ts';
import { newestInForce } from '../../documents/rows.ts';
import { minutesBehind } from '../order-pairs.ts';
import { countMenteesAlone } from '../order-rows.ts';
import type { ListedPair } from '../rows.ts';

/** What the order will lean on: papers before it, consents of both sides, who signs, who stays alone. */
export const OrderFacts = async ({ ctx, pairs }: { readonly ctx: PageCtx; readonly pairs: readonly ListedPair[] }) => (
  <Facts facts={[...(await papersBefore(ctx)), await consents(ctx, pairs), ...(await people(ctx))]} />
);

const papersBefore = async (ctx: PageCtx): Promise<Fact[]> => {
  const minutes = await minutesBehind(ctx, (await theCollege(ctx.db)).currentYear);
  const roadmap = await newestInForce(ctx.db, 'roadmap-order');
  return [
    minutes
      ? { state: 'ok', title: 'Протокол общей встречи', reason: reference(minutes) }
      : {
          state: 'wait',
          title: 'Протокол общей встречи',
          reason: 'Основание приказа: пока его нет, в тексте останется пропуск',
          action: <a href="/documents/register?kind=meeting-minutes">Внести протокол</a>,
        },
    roadmap
      ? { state: 'ok', title: 'Приказ о дорожной карте', reason: reference(roadmap) }
      : {
          state: 'wait',
          title: 'Приказ о дорожной карте',
          reason: 'На него ссылается приказ о закреплении',
          action: <a href="/documents/register?kind=roadmap-order">Внести приказ</a>,
        },
  ];
};

const consents = async (ctx: PageCtx, pairs: readonly ListedPair[]): Promise<Fact> => {
  const ids = [...new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))];
  const [first] = pairs;
  const on = first ? maxDay(ctx.today, first.from) : ctx.today;
  const given = await consentsInForce(ctx.db, 'processing', on, ids);
  const lacking = ids.filter((id) => !given.has(id)).length;
  return lacking === 0
    ? { state: 'ok', title: `Согласия: ${given.size} из ${ids.length}` }
    : {
        state: 'bad',
        title: `Согласия: ${given.size} из ${ids.length}`,
        reason: `${counted(lacking, 'согласие', 'согласия', 'согласий')} нет или срок кончился`,
        action: <a href="/consents">Открыть согласия</a>,
      };
};

const people = async (ctx: PageCtx): Promise<Fact[]> => {
  const { directorId, controllerId } = await theCollege(ctx.db);
  const alone = await countMenteesAlone(ctx.db, ctx.today);
  const facts: Fact[] = [];
  if (directorId === null)
    facts.push({
      state: 'bad',
      title: 'Директор не назван',
      reason: 'Некому подписать приказ',
      action: <a href="/college">Назвать директора</a>,
    });
  else if (controllerId === null)
    facts.push({
      state: 'ok',
      title: 'Контроль — за директором',
      action: <a href="/college">Назвать другого</a>,
    });
  if (alone > 0)
    facts.push({
      state: 'wait',
      title: `Без пары: ${alone}`,
      reason: 'Их сопровождение приказ поручит психологу',
      action: <a href="/matching">Подобрать пары</a>,
    });
  return facts;
};
