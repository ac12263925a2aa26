import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { gatheredHall, smallHall } from '../../../test/small-hall.ts';
import { story, type World } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { now } from '../../platform/clock.ts';
import { mayEnterBallots, mayKeepMeetings, mayReadAvoids, mayReadMeetings, mayReadPreferences } from './access.ts';
import { ballotOf } from './ballot-rows.ts';
import { cardOf } from './card.ts';
import { enterPaper } from './cast-vote.ts';
import { closeMeeting } from './close-meeting.ts';
import { generalMeetingFacts } from './fact-rows.ts';
import { guestRecords } from './guest-rows.ts';
import { liveMeeting } from './live-rows.ts';
import { tellable } from './meeting.ts';
import { preferenceLines, preferencesOf } from './preference-rows.ts';
import { meetingById } from './rows.ts';
import { readAvoids, statePreferences } from './state-preferences.ts';

describe('a vote', () => {
  test(
    'is taken only while the meeting votes, and may be changed until it closes',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, move, vote } = await gatheredHall(world);
      expect(await vote(olya, [anna])).toMatchObject({ reason: 'not-yet' });
      await move('voting');
      expect((await vote(olya, [anna])).ok).toBe(true);
      expect((await vote(olya, [boris, anna], { at: new Date(now().getTime() + 5) })).ok).toBe(true);

      expect((await ballotOf(curator.db, meetingId, olya))?.wants).toEqual([boris, anna]);
      expect((await liveMeeting(curator.db, meetingId))?.voted).toBe(1);
    }),
  );

  test(
    'that is sent twice is one, and one that comes late does not undo a newer one',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, move, vote } = await gatheredHall(world);
      await move('voting');
      const [early, late] = [new Date(now().getTime() - 60_000), new Date(now().getTime() - 1000)];
      const key = randomUUID();
      expect((await vote(olya, [boris], { at: late, key })).ok).toBe(true);
      expect((await vote(olya, [boris], { at: late, key })).ok).toBe(true);
      expect((await vote(olya, [anna], { at: early })).ok).toBe(true);

      expect((await ballotOf(curator.db, meetingId, olya))?.wants).toEqual([boris]);
    }),
  );

  test(
    'for nobody, for too many, for the own side, or for and against one person is refused in words',
    story(async (world) => {
      const { anna, boris, olya, petya, move, vote } = await gatheredHall(world);
      await move('voting');

      expect(await vote(olya, [])).toMatchObject({ reason: 'nobody-chosen' });
      expect(await vote(olya, [anna, boris, anna])).toMatchObject({ reason: 'too-many-wishes' });
      expect(await vote(olya, [petya])).toMatchObject({ reason: 'not-a-guest' });
      expect(await vote(olya, [anna], { avoids: [anna] })).toMatchObject({ reason: 'wanted-and-avoided' });
    }),
  );

  test(
    'on paper is typed by numbers, and stands for the later word',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, move, vote } = await gatheredHall(world);
      await move('voting');
      await vote(olya, [boris], { at: new Date(now().getTime() - 1000) });
      const paper = { meetingId, personId: olya, helps: [], avoids: [] };

      expect(await enterPaper(curator, { ...paper, wants: [4] })).toMatchObject({ reason: 'no-such-number' });
      expect((await enterPaper(curator, { ...paper, wants: [1] })).ok).toBe(true);
      expect(await ballotOf(curator.db, meetingId, olya)).toMatchObject({ wants: [anna], source: 'paper' });
    }),
  );

  test('of a handful is not counted aloud', () => {
    expect([0, 4, 5, 40].map(tellable)).toEqual([null, null, 5, 40]);
  });
});

describe('closing', () => {
  test(
    'turns all ballots into preferences, empties them, and is done once',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, petya, move, vote } = await gatheredHall(world);
      await statePreferences(curator, { year: 2026, personId: olya, wants: [boris], helps: [boris], avoids: [] });
      await move('voting');
      await vote(olya, [anna, boris]);
      await vote(anna, [petya], { avoids: [olya] });
      const version = (await meetingById(curator.db, meetingId))?.version ?? 0;

      expect(await closeMeeting(curator, meetingId, version)).toEqual({ ok: true, value: { came: 5, voted: 2 } });

      const said = (await preferencesOf(curator.db, 2026)).map(({ fromId, toId, kind, rank }) => [
        fromId,
        toId,
        kind,
        rank,
      ]);
      expect(said.toSorted()).toEqual(
        [
          [olya, anna, 'want', 1],
          [olya, boris, 'want', 2],
          [anna, petya, 'want', 1],
          [anna, olya, 'avoid', null],
        ].toSorted(),
      );
      expect(await preferenceLines(curator.db, 2026)).toMatchObject([
        { personId: anna, side: 'mentor', wants: ['petya Анна'], mutual: 0 },
        { personId: olya, side: 'mentee', wants: ['anna Анна', 'boris Анна'], mutual: 0 },
      ]);
      expect((await ballotOf(curator.db, meetingId, anna))?.avoids).toEqual([]);
      expect(await closeMeeting(curator, meetingId, version + 1)).toMatchObject({ reason: 'already-closed' });
      expect(await generalMeetingFacts(curator.db, 2026)).toMatchObject([{ closed: true, came: 5, voted: 2 }]);
    }),
  );

  test(
    'a vote that was counted and is sent once more hears so; a new one after the end is refused',
    story(async (world) => {
      const { curator, meetingId, anna, olya, petya, move, vote } = await gatheredHall(world);
      await move('voting');
      const key = randomUUID();
      await vote(olya, [anna], { key });
      await closeMeeting(curator, meetingId, (await meetingById(curator.db, meetingId))?.version ?? 0);

      expect((await vote(olya, [anna], { key })).ok).toBe(true);
      expect(await vote(petya, [anna])).toMatchObject({ reason: 'closed' });
    }),
  );

  test(
    'without a vote is refused',
    story(async (world) => {
      const { curator, meetingId, move } = await gatheredHall(world);
      await move('voting');
      const version = (await meetingById(curator.db, meetingId))?.version ?? 0;

      expect(await closeMeeting(curator, meetingId, version)).toMatchObject({ reason: 'no-votes' });
    }),
  );
});

describe('cards', () => {
  test(
    'show a name only by a consent to processing, and achievements only by one to publication that names them',
    story(async (world) => {
      const { curator, meetingId, anna } = await smallHall(world);
      const { db } = curator;
      await db
        .updateTable('mentors')
        .set({ achievements: 'победа', interests: 'волейбол' })
        .where('person_id', '=', anna)
        .execute();
      const card = async () => {
        const record = (await guestRecords(db, meetingId, curator.today)).find(({ personId }) => personId === anna);
        return record && cardOf(record);
      };
      expect(await card()).toMatchObject({ name: null, words: '', place: '', number: 1 });

      await db
        .updateTable('persons')
        .set({ birth_day: day('2000-01-01') })
        .where('id', '=', anna)
        .execute();
      await world.given.consent(anna);
      expect(await card()).toMatchObject({ name: 'anna Анна', words: '' });

      const text_id = await world.given.consentText('publication');
      await db
        .insertInto('consents')
        .values({
          ...{ person_id: anna, purpose: 'publication', text_id, signed_by: 'self' as const },
          ...{ signed_on: day('2026-09-01'), valid_till: day('2027-08-31'), categories: ['achievements'] },
        })
        .execute();
      expect(await card()).toMatchObject({ name: 'anna Анна', words: 'победа' });
    }),
  );
});

describe('who may', () => {
  const may = (verdict: typeof mayKeepMeetings, world: World): Role[] =>
    roles.filter((role) => verdict(world.ctx(role).actor) === true);

  test(
    'run, read, type ballots and read preferences: nobody else than these',
    story(async (world) => {
      const keepers: Role[] = ['administrator', 'deputy', 'curator'];
      expect(may(mayKeepMeetings, world)).toEqual(keepers);
      expect(may(mayReadMeetings, world).toSorted()).toEqual(
        [...keepers, 'director', 'working-group', 'methodist', 'psychologist', 'social-teacher'].toSorted(),
      );
      expect(may(mayEnterBallots, world)).toEqual(['curator', 'psychologist']);
      expect(may(mayReadPreferences, world)).toEqual([...keepers, 'psychologist']);
      expect(may(mayReadAvoids, world)).toEqual(['curator', 'psychologist']);
    }),
  );

  test(
    'with whom somebody would rather not work is read by the psychologist, and the reading is journaled',
    story(async (world) => {
      const { curator, anna, olya } = await smallHall(world);
      await statePreferences(curator, { year: 2026, personId: olya, wants: [], helps: [], avoids: [anna] });

      const read = await readAvoids(world.ctx('psychologist'), 2026, olya);

      expect(read.map(({ id }) => id)).toEqual([anna]);
      expect((await world.journal()).at(-1)).toBe('preferences.avoids-read');
      await expect(readAvoids(world.ctx('deputy'), 2026, olya)).rejects.toThrow('forbidden');
    }),
  );
});
