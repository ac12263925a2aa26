import { describe, expect, test } from 'vitest';
import { gatheredHall, hallInput, smallHall } from '../../../test/small-hall.ts';
import { story } from '../../../test/story.ts';
import { eventById } from '../events/rows.ts';
import { comeByAccount, comeByCode, comeBySlip } from './come-in.ts';
import { guestLines } from './guest-rows.ts';
import { inviteNew, uninvite } from './invite-guests.ts';
import { issueSlips } from './issue-slips.ts';
import { liveMeeting } from './live-rows.ts';
import { makeMeeting } from './make-meeting.ts';
import { moveMeeting } from './move-meeting.ts';
import { meetingById } from './rows.ts';
import { seatsOf } from './seat-rows.ts';

describe('making a general meeting', () => {
  test(
    'invites both bases by numbers, mentors first, and makes the event it is held as',
    story(async (world) => {
      const { curator, meetingId } = await smallHall(world);

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
      expect(await makeMeeting(world.ctx('curator'), 2026, hallInput)).toEqual({
        ok: false,
        reason: 'nobody-to-invite',
      });
      const { curator, meetingId } = await smallHall(world);
      const { eventId = '' } = (await meetingById(curator.db, meetingId)) ?? {};

      expect(await makeMeeting(curator, 2026, { ...hallInput, ends: '13:00' })).toMatchObject({
        reason: 'ends-before-start',
      });
      expect(await makeMeeting(curator, 2026, { ...hallInput, eventId })).toMatchObject({ reason: 'already-made' });
    }),
  );

  test(
    'who came into the bases later is added with the next number; who has come stays on the list',
    story(async (world) => {
      const { curator, meetingId, anna, olya, as } = await smallHall(world);
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
      const { curator, meetingId, olya } = await smallHall(world);
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
      const { curator, meetingId, olya, petya, as } = await smallHall(world);
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
      const { meetingId, anna } = await smallHall(world);

      expect(await comeByAccount(world.ctx({ roles: ['mentor'] }), meetingId)).toMatchObject({ reason: 'not-asked' });
      expect((await comeByAccount(world.ctx({ roles: ['mentor'], personId: anna }), meetingId)).ok).toBe(true);
    }),
  );
});

describe('rounds', () => {
  test(
    'seat everybody who came with somebody new; a late guest sits down in the next round',
    story(async (world) => {
      const { curator, meetingId, anna, boris, olya, petya, rita, as, move } = await smallHall(world);
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
      const { olya, as, move } = await smallHall(world);
      await comeBySlip(as(olya));

      expect(await move('rounds')).toMatchObject({ reason: 'one-side-missing' });
    }),
  );

  test(
    'of two curators who move at once the second is told',
    story(async (world) => {
      const { curator, meetingId, move } = await gatheredHall(world);
      const seen = (await meetingById(curator.db, meetingId))?.version ?? 0;
      await move('cards');

      const late = await moveMeeting(curator, { meetingId, version: seen, to: 'voting' });

      expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
    }),
  );
});
