import { formatDay } from '../../../kernel/day.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { achievementsIn } from '../achievement.ts';
import { workFacts } from '../achievement-rows.ts';
import { achievementNames, achievementRules, addressedNames } from '../name-texts.ts';
import { awardsOf } from '../nomination-rows.ts';
import { thanksTo } from '../thanks-rows.ts';

const read = async (ctx: PageCtx, personId: string) => {
  const { currentYear } = await theCollege(ctx.db);
  const facts = await workFacts(ctx.db, currentYear, ctx.today, personId);
  return {
    codes: [...new Set(facts.flatMap(achievementsIn))],
    awards: await awardsOf(ctx.db, personId),
    letters: await thanksTo(ctx.db, personId),
  };
};

/** What a person has achieved, was awarded and thanked for; only the own. */
export const myAchievementsPage: MemberRoute = {
  method: 'GET',
  path: '/my-achievements',
  who: ['mentor', 'mentee'],
  async handle(ctx) {
    const { personId } = ctx.actor;
    const { codes, awards, letters } = personId ? await read(ctx, personId) : { codes: [], awards: [], letters: [] };
    const nothing = codes.length + awards.length + letters.length === 0;
    return screen(
      ctx,
      { title: 'Мои достижения' },
      <>
        <Heading title="Мои достижения" lead="Их считает система по встречам, плану и обучению." />
        {nothing ? (
          <Empty icon="award" title="Здесь появятся ваши достижения">
            Записывайте встречи и отмечайте задачи плана: достижения посчитаются сами.
          </Empty>
        ) : null}
        {codes.length > 0 ? (
          <Section title="В этом году" count={codes.length}>
            <List rows={codes.map((code) => ({ title: achievementNames[code], text: achievementRules[code] }))} />
          </Section>
        ) : null}
        {awards.length > 0 ? (
          <Section title="Награды" count={awards.length}>
            <List rows={awards.map(({ title, on }) => ({ title, text: formatDay(on) }))} />
          </Section>
        ) : null}
        {letters.length > 0 ? (
          <Section title="Благодарности" count={letters.length}>
            <List
              rows={letters.map(({ id, number, signedOn, addressed }) => ({
                title: `Благодарственное письмо № ${number}`,
                href: `/rewards/thanks/${id}/file`,
                text: `${formatDay(signedOn)}, ${addressedNames[addressed]}`,
              }))}
            />
          </Section>
        ) : null}
      </>,
    );
  },
};
