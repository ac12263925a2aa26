import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { remindInPerson } from '../campaigns/remind-silent.ts';
import { startCampaign } from '../campaigns/save-campaign.ts';
import { installTemplate } from './install-template.ts';
import { livingRoadmap } from './living-roadmap.ts';

const requests = async (world: World) => {
  const roadmap = await livingRoadmap(world.ctx('curator'), 2026);
  return roadmap?.rows.find(({ number }) => number === '1.5')?.facts[0];
};

test(
  'a group that was reminded in a campaign holds row 1.5 no longer, even if it is silent still',
  story(async (world) => {
    await installTemplate(world.ctx('curator'), 2026);
    const silent = await world.given.group('ЭМ-11');
    const input = { title: 'Осень', tillDay: day('2026-11-01'), audiences: ['student' as const] };
    const campaign = await startCampaign(world.ctx('curator'), input);
    if (!campaign.ok) throw new Error(campaign.reason);
    expect(await requests(world)).toMatchObject({ state: 'wait', reason: 'Молчат, и им не напоминали: ЭМ-11' });

    await remindInPerson(world.ctx('curator'), campaign.value, [silent]);

    expect(await requests(world)).toMatchObject({ state: 'ok', count: { have: 1, need: 1 } });
  }),
);
