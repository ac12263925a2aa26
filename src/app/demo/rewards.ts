import { consentsInForce } from '../../features/consents/rows.ts';
import { pairsBy } from '../../features/pairs/rows.ts';
import { putOnBoard } from '../../features/rewards/keep-board.ts';
import { decideAwards, nameNominee, openNomination } from '../../features/rewards/name-nominee.ts';
import { thankPeople } from '../../features/rewards/thank-people.ts';
import { answerCase, askSides, startCase, writeCase } from '../../features/rewards/write-case.ts';
import { day } from '../../kernel/day.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

const story = {
  title: 'Как сдали техническую механику',
  situation: 'В октябре три долга и желание уйти. На первой встрече договорились начать с одной задачи.',
  work: '— две встречи в неделю по полчаса в мастерской;\n— сначала решает сам, потом разбираем;\n— каждую пятницу показываем преподавателю.',
  result: 'К концу декабря долгов нет, зачёт сдан на четыре.',
  advice: 'Не начинать с трудного. Первая решённая задача важнее десяти объяснённых.',
};

/** Thanks, nominations, the board and cases of the autumn. */
export const fillRewards = async ({ as, actors }: Filling): Promise<void> => {
  const curator = as(actors.curator, demoToday);
  const pairs = await pairsBy(curator.db, { state: 'working' }, demoToday, { limit: 200 });
  const ofAutumn = pairs.filter(({ from }) => from < '2026-12-01');
  const [first, second, third] = new Map(ofAutumn.map((pair) => [pair.mentorId, pair])).values();
  if (!first || !second || !third) throw new Error('pairs for rewards');

  must(
    await thankPeople(as(actors.curator, day('2026-12-25')), {
      personIds: [first.mentorId, second.mentorId, third.mentorId],
      addressed: 'person',
      words:
        'Благодарим Вас за наставничество: за время, которое Вы нашли, и за умение объяснить.\nЖелаем сил и учеников, которыми можно гордиться.',
      signedOn: day('2026-12-25'),
    }),
  );

  const half = must(
    await openNomination(as(actors.curator, day('2026-12-01')), {
      title: 'Наставник полугодия',
      criteria: 'Встречи без пропусков, план без долгов, слово наставляемого.',
      side: 'mentor',
      closesOn: day('2026-12-20'),
    }),
  );
  const name = { nominationId: half, personId: first.mentorId, words: 'Ни одной сорванной встречи за осень.' };
  must(await nameNominee(as(actors['class-teacher'], day('2026-12-10')), name));
  must(
    await nameNominee(as(actors.methodist, day('2026-12-12')), {
      ...name,
      personId: second.mentorId,
      words: 'Двое наставляемых, оба сдали сессию.',
    }),
  );
  must(await decideAwards(as(actors.curator, day('2026-12-24')), { nominationId: half, personIds: [second.mentorId] }));
  must(
    await openNomination(as(actors.curator, day('2027-01-15')), {
      title: 'Прорыв года',
      criteria: 'Наставляемый, который ушёл дальше всех от того, с чего начал.',
      side: 'mentee',
      closesOn: day('2027-05-15'),
    }),
  );

  const shown = await consentsInForce(curator.db, 'publication', demoToday);
  const proud = [...new Set(ofAutumn.map(({ mentorId }) => mentorId))].filter((id) => shown.has(id)).slice(0, 5);
  for (const personId of new Set([...proud, first.mentorId]))
    must(
      await putOnBoard(as(actors.curator, day('2026-12-28')), {
        personId,
        words: 'За осень, после которой рядом с ним поверили в себя.',
      }),
    );

  const caseId = must(await startCase(as(actors.curator, day('2027-01-18')), { pairId: first.id, title: story.title }));
  must(await writeCase(as(actors.curator, day('2027-01-18')), { caseId, version: 1, words: story }));
  must(await askSides(as(actors.curator, day('2027-01-19')), caseId));
  for (const personId of [first.mentorId, first.menteeId]) {
    const side = { ...actors.mentor, personId };
    must(await answerCase(as(side, day('2027-01-22')), { caseId, version: 2, agreed: true, remark: '' }));
  }
  must(await startCase(as(actors.curator, day('2027-02-01')), { pairId: second.id, title: 'Первый конкурс' }));
};
