import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { now } from '../../platform/clock.ts';
import { eventById } from '../events/rows.ts';
import { mayEnterBallots, mayKeepMeetings, mayReadAvoids, mayReadMeetings, mayReadPreferences } from './access.ts';
import { ballotOf } from './ballot-rows.ts';
import { cardOf } from './card.ts';
import { castVote, enterPaper } from './cast-vote.ts';
import { closeMeeting } from './close-meeting.ts';
import { comeByAccount, comeByCode, comeBySlip, type Visitor } from './come-in.ts';
import { generalMeetingFacts } from './fact-rows.ts';
import { guestLines, guestRecords } from './guest-rows.ts';
import { inviteNew, uninvite } from './invite-guests.ts';
import { issueSlips } from './issue-slips.ts';
import { liveMeeting } from './live-rows.ts';
import { makeMeeting } from './make-meeting.ts';
import { type Move, tellable } from './meeting.ts';
import { moveMeeting } from './move-meeting.ts';
import { preferenceLines, preferencesOf } from './preference-rows.ts';
import { meetingById } from './rows.ts';
import { seatsOf } from './seat-rows.ts';
import { readAvoids, statePreferences } from './state-preferences.ts';

const input = {
  ...{ eventId: null, title: 'Общая встреча', day: day('2026-10-12'), starts: '14:00', ends: '15:30', place: 'зал' },
  ...{ rounds: 2, roundMinutes: 5, mostWishes: 2 },
};

/** Anna and Boris mentor, Olya, Petya and Rita learn; all are invited. */
const hall = async ({ ctx, given }: World) => {
  const curator = ctx('curator');
  const ids: Record<string, string> = {};
  for (const name of ['anna', 'boris', 'olya', 'petya', 'rita']) ids[name] = await given.student({ last: name });
  const { anna = '', boris = '', olya = '', petya = '', rita = '' } = ids;
  await given.mentor(anna);
  await given.mentor(boris);
  for (const one of [olya, petya, rita]) await given.mentee(one);
  const made = await makeMeeting(curator, 2026, input);
  if (!made.ok) throw new Error(made.reason);
  const meetingId = made.value;
  const as = (personId: string): Visitor => ({ db: curator.db, today: curator.today, meetingId, personId });
  const move = async (to: Move) => {
    const version = (await meetingById(curator.db, meetingId))?.version ?? 0;
    return moveMeeting(curator, { meetingId, version, to });
  };
  const vote = (
    personId: string,
    wants: readonly string[],
    more: { avoids?: readonly string[]; at?: Date; key?: string } = {},
  ) => castVote(as(personId), { wants, helps: [], avoids: [], key: randomUUID(), at: now(), ...more });
  return { curator, meetingId, anna, boris, olya, petya, rita, as, move, vote };
};

const gathered = async (world: World) => {
  const here = await hall(world);
  for (const one of [here.anna, here.boris, here.olya, here.petya, here.rita]) await comeBySlip(here.as(one));
  return here;
};

describe('making a general meeting', () => {
  test(
    'invites both bases by numbers, mentors first, and makes the event it is held as',
    story(async (world) => {
      const { curator, meetingId } = await hall(world);

      const guests = await guestLines(curator.db, meetingId);
      expect(guests.map(({ name, side, number }) => [name.split(' ')[0], side, number])).toEqual([
        ['anna', 'mentor', 1],
        ['boris', 'mentor', 2],
        ['olya', 'mentee', 3],
        ['petya', 'mentee', 4],
        ['rita', 'mentee', 5],
      ]);
      const meeting = await meetingById(curator.db, meetingId);
      expect((await eventById(curator.db, meeting?.eventId ?? ''))?.title).toBe('Общая встреча');
      expect(await world.journal()).toContain('general-meeting.made');
    }),
  );

  test(
    'is refused while nobody can be invited, when it ends before it begins, and twice for one event',
    story(async (world) => {
      expect(await makeMeeting(world.ctx('curator'), 2026, input)).toEqual({ ok: false, reason: 'nobody-to-invite' });
      const { curator, meetingId } = await hall(world);
      const { eventId = '' } = (await meetingById(curator.db, meetingId)) ?? {};

      expect(await makeMeeting(curator, 2026, { ...input, ends: '13:00' })).toMatchObject({
        reason: 'ends-before-start',
      });
      expect(await makeMeeting(curator, 2026, { ...input, eventId })).toMatchObject({ reason: 'already-made' });
    }),
  );

  test(
    'who came into the bases later is added with the next number; who has come stays on the list',
    story(async (world) => {
      const { curator, meetingId, anna, olya, as } = await hall(world);
      await world.given.mentee(await world.given.student({ last: 'sonya' }));
      await comeBySlip(as(anna));

      expect(await inviteNew(curator, meetingId)).toEqual({ ok: true, value: 1 });
      expect((await guestLines(curator.db, meetingId)).at(-1)).toMatchObject({ number: 6, side: 'mentee' });
      expect(await uninvite(curator, meetingId, anna)).toMatchObject({ reason: 'has-come' });
      expect(await uninvite(curator, meetingId, olya)).toMatchObject({ ok: true });
    }),
  );
});

describe('coming in', () => {
  test(
    'a slip is worth something only once printed: a new one takes the old away, and hashes alone are stored',
    story(async (world) => {
      const { curator, meetingId, olya } = await hall(world);
      const first = await issueSlips(curator, meetingId);
      const again = await issueSlips(curator, meetingId, [olya]);

      if (!first.ok || !again.ok) throw new Error('no slips');
      expect(first.value).toHaveLength(5);
      const keys = await curator.db.selectFrom('general_meeting_keys').select(['key_hash', 'kind']).execute();
      expect(keys.filter(({ kind }) => kind === 'slip')).toHaveLength(5);
      expect(keys.filter(({ kind }) => kind === 'code')).toHaveLength(5);
      const stored = JSON.stringify(keys);
      for (const { key, code } of [...first.value, ...again.value]) {
        expect(stored).not.toContain(key);
        expect(stored).not.toContain(code);
      }
    }),
  );

  test(
    'marks the guest in the meeting and in its event, once',
    story(async (world) => {
      const { curator, meetingId, olya, petya, as } = await hall(world);
      await comeBySlip(as(olya));
      await comeBySlip(as(olya));
      await comeByCode(as(petya));

      const meeting = await meetingById(curator.db, meetingId);
      expect((await eventById(curator.db, meeting?.eventId ?? ''))?.came).toBe(2);
      expect(await liveMeeting(curator.db, meetingId)).toMatchObject({ invited: 5, came: 2, voted: 0 });
    }),
  );

  test(
    'an account that is not on the list is told so',
    story(async (world) => {
      const { meetingId, anna } = await hall(world);

      expect(await comeByAccount(world.ctx({ roles: ['mentor'] }), meetingId)).toMatchObject({ reason: 'not-asked' });
      expect((await comeByAccount(world.ctx({ roles: ['mentor'], personId: anna }), meetingId)).ok).toBe(true);
    }),
  );
});

describe('rounds', () => {
  test(
    'seat everybody who came with somebody new; a late guest sits down in the next round',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, petya, rita, as, move } = await hall(world);
      for (const one of [anna, boris, olya, petya]) await comeBySlip(as(one));
      expect(await move('rounds')).toMatchObject({ ok: true });
      await comeBySlip(as(rita));
      expect(await move('rounds')).toMatchObject({ ok: true });

      const seats = await seatsOf(curator.db, meetingId);
      const of = (round: number) => seats.filter((seat) => seat.round === round).map(({ menteeId }) => menteeId);
      expect(of(1).toSorted()).toEqual([olya, petya].toSorted());
      expect(of(2).toSorted()).toEqual([olya, petya, rita].toSorted());
      expect(new Set(seats.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`)).size).toBe(seats.length);
      expect(await move('rounds')).toMatchObject({ reason: 'not-from-here' });
    }),
  );

  test(
    'do not begin while one side is missing',
    story(async (world) => {
      const { olya, as, move } = await hall(world);
      await comeBySlip(as(olya));

      expect(await move('rounds')).toMatchObject({ reason: 'one-side-missing' });
    }),
  );

  test(
    'of two curators who move at once the second is told',
    story(async (world) => {
      const { curator, meetingId, move } = await gathered(world);
      const seen = (await meetingById(curator.db, meetingId))?.version ?? 0;
      await move('cards');

      const late = await moveMeeting(curator, { meetingId, version: seen, to: 'voting' });

      expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
    }),
  );
});

describe('a vote', () => {
  test(
    'is taken only while the meeting votes, and may be changed until it closes',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, move, vote } = await gathered(world);
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
      const { curator, meetingId, anna, boris, olya, move, vote } = await gathered(world);
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
      const { anna, boris, olya, petya, move, vote } = await gathered(world);
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
      const { curator, meetingId, anna, boris, olya, move, vote } = await gathered(world);
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
      const { curator, meetingId, anna, boris, olya, petya, move, vote } = await gathered(world);
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
      const { curator, meetingId, anna, olya, petya, move, vote } = await gathered(world);
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
      const { curator, meetingId, move } = await gathered(world);
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
      const { curator, meetingId, anna } = await hall(world);
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
      const { curator, anna, olya } = await hall(world);
      await statePreferences(curator, { year: 2026, personId: olya, wants: [], helps: [], avoids: [anna] });

      const read = await readAvoids(world.ctx('psychologist'), 2026, olya);

      expect(read.map(({ id }) => id)).toEqual([anna]);
      expect((await world.journal()).at(-1)).toBe('preferences.avoids-read');
      await expect(readAvoids(world.ctx('deputy'), 2026, olya)).rejects.toThrow('forbidden');
    }),
  );
});
