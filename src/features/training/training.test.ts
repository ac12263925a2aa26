import { expect, test } from 'vitest';
import { paperStories, pngBytes } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { documentById } from '../documents/rows.ts';
import { preparedMentors } from '../selection/barrier-rows.ts';
import { attendByCode, attendByDoor, markList } from './attend-session.ts';
import { certificatesOf, coursesOf } from './certificate-rows.ts';
import { trainingFacts } from './fact-rows.ts';
import { issueCertificates, revokeCertificate } from './issue-certificates.ts';
import { addMaterial, addModule, approveProgramme, makeProgramme, newVersion, removeModule } from './make-programme.ts';
import { cancelSession, enrolMentors, planSession } from './plan-session.ts';
import { certificatePdf } from './print-certificate.ts';
import { materialsOf, modulesOf, participantsOf, programmeById } from './programme-rows.ts';
import { finishCourse, sendToCourse } from './send-to-course.ts';
import { presentAt, sessionById, sessionsOf } from './session-rows.ts';

const papers = paperStories();
const today = day('2026-10-12');

const draft = async ({ ctx }: World): Promise<string> => {
  const made = await makeProgramme(ctx('methodist'), { title: 'Школа наставника', goal: '', leastShare: 75 });
  await addModule(ctx('methodist'), made.value, { title: 'Общение', content: '', hours: 4 });
  return made.value;
};

const approved = async (world: World): Promise<string> => {
  const id = await draft(world);
  const outcome = await approveProgramme(papers.at(world.ctx('methodist')), id, {
    version: 1,
    number: '7',
    day: today,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return id;
};

const plan = {
  ...{ moduleId: null, topic: 'Первая встреча', hours: 3, day: today, starts: '14:00', ends: '16:15', place: '214' },
  ...{ trainerId: null, trainer: 'Лобанова И. П., институт', contract: '' },
};

const session = async (world: World, programmeId: string, more: Partial<typeof plan> = {}) => {
  const outcome = await planSession(world.ctx('methodist'), programmeId, { ...plan, ...more });
  if (!outcome.ok) throw new Error(outcome.reason);
  const made = await sessionById(world.db, outcome.value);
  if (!made) throw new Error('no session');
  return made;
};

const mentor = async ({ given }: World, last = 'Аннина'): Promise<string> => {
  const id = await given.student({ last });
  await given.mentor(id);
  return id;
};

test(
  'a draft is edited; approved by an act it stands still, goes into the register, and a new version starts from it',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await draft(world);
    const act = { version: 1, number: '7', day: today };
    const approve = (change: Partial<typeof act> = {}) =>
      approveProgramme(papers.at(ctx('methodist')), id, { ...act, ...change });

    expect(await approve({ day: day('2026-10-13') })).toEqual({ ok: false, reason: 'day-ahead' });
    expect(await approve({ version: 5 })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const done = await approve();
    if (!done.ok) throw new Error(done.reason);
    expect(await documentById(db, done.value)).toMatchObject({ kind: 'training-programme', number: '7' });
    expect(await approve()).toEqual({ ok: false, reason: 'not-a-draft' });
    const more = { title: 'Ещё', content: '', hours: 2 };
    expect(await addModule(ctx('methodist'), id, more)).toEqual({ ok: false, reason: 'programme-approved' });
    const [module] = await modulesOf(db, id);
    expect(await removeModule(ctx('methodist'), module?.id ?? '')).toEqual({ ok: false, reason: 'programme-approved' });

    const next = await newVersion(ctx('methodist'), id);
    if (!next.ok) throw new Error(next.reason);
    expect(await newVersion(ctx('methodist'), id)).toEqual({ ok: false, reason: 'draft-there' });
    expect(await newVersion(ctx('methodist'), next.value)).toEqual({ ok: false, reason: 'not-approved' });
    expect(await programmeById(db, next.value)).toMatchObject({ number: 2, state: 'draft', hours: 4 });
    await approveProgramme(papers.at(ctx('methodist')), next.value, { ...act, number: '8' });
    expect((await programmeById(db, id))?.state).toBe('superseded');
  }),
);

test(
  'an empty programme is not approved, and a draft takes neither people nor sessions',
  story(async (world) => {
    const { ctx } = world;
    const { value: id } = await makeProgramme(ctx('methodist'), { title: 'Пустая', goal: '', leastShare: 75 });
    const act = { version: 1, number: '7', day: today };

    expect(await approveProgramme(papers.at(ctx('methodist')), id, act)).toEqual({ ok: false, reason: 'no-modules' });
    expect(await enrolMentors(ctx('methodist'), id, [await mentor(world)])).toEqual({
      ok: false,
      reason: 'not-approved',
    });
    expect(await planSession(ctx('methodist'), id, plan)).toEqual({ ok: false, reason: 'not-approved' });
    await expect(makeProgramme(ctx('psychologist'), { title: 'Чужая', goal: '', leastShare: 75 })).rejects.toThrow(
      'training.not-a-keeper',
    );
  }),
);

test(
  'a session needs a trainer and ends after it begins; it is called off only while nobody came',
  story(async (world) => {
    const { ctx } = world;
    const id = await approved(world);
    const anna = await mentor(world);
    await enrolMentors(ctx('methodist'), id, [anna]);
    const refusalOf = async (more: Partial<typeof plan>) => {
      const outcome = await planSession(ctx('methodist'), id, { ...plan, ...more });
      return outcome.ok ? 'planned' : outcome.reason;
    };

    expect(await refusalOf({ trainer: '' })).toBe('no-trainer');
    expect(await refusalOf({ ends: '13:00' })).toBe('ends-before-start');
    const held = await session(world, id);
    await markList(ctx('methodist'), held.id, { shown: [anna], present: [anna] });
    expect(await cancelSession(ctx('methodist'), held.id)).toEqual({ ok: false, reason: 'somebody-came' });
    const other = await session(world, id);
    expect((await cancelSession(ctx('methodist'), other.id)).ok).toBe(true);
    expect(await cancelSession(ctx('methodist'), other.id)).toEqual({ ok: false, reason: 'already-cancelled' });
    expect(await sessionsOf(world.db, { personId: anna })).toHaveLength(2);
  }),
);

test(
  'people are marked by the door’s code, by six digits at the desk, and by the list; nobody is marked twice',
  story(async (world) => {
    const { ctx, db, journal } = world;
    const id = await approved(world);
    const [anna, boris, vera] = [await mentor(world), await mentor(world, 'Борисов'), await mentor(world, 'Власова')];
    const stranger = await mentor(world, 'Чужаков');
    await enrolMentors(ctx('methodist'), id, [anna, boris, vera, anna]);
    const { id: sessionId, doorCode } = await session(world, id);
    const by = (personId: string | null, on = '2026-10-12') => ctx({ roles: ['mentor'], personId }, on);

    expect((await attendByDoor(by(anna), sessionId, doorCode)).ok).toBe(true);
    expect((await attendByDoor(by(anna), sessionId, doorCode)).ok).toBe(true);
    expect(await attendByDoor(by(boris), sessionId, 'guess')).toEqual({ ok: false, reason: 'wrong-code' });
    expect(await attendByDoor(by(boris, '2026-10-13'), sessionId, doorCode)).toEqual({
      ok: false,
      reason: 'wrong-day',
    });
    expect(await attendByDoor(by(null), sessionId, doorCode)).toEqual({ ok: false, reason: 'no-person' });
    expect(await attendByDoor(by(stranger), sessionId, doorCode)).toEqual({ ok: false, reason: 'not-a-participant' });
    const digits = (await participantsOf(db, id)).find(({ personId }) => personId === boris)?.code ?? '';
    expect((await attendByCode(ctx('curator'), sessionId, digits)).ok).toBe(true);
    expect(await attendByCode(ctx('curator'), sessionId, 'нет')).toEqual({ ok: false, reason: 'unknown-code' });
    await markList(ctx('curator'), sessionId, { shown: [boris, vera], present: [vera, stranger] });

    expect(await presentAt(db, sessionId)).toEqual(
      new Map([
        [anna, 'qr'],
        [vera, 'list'],
      ]),
    );
    expect((await journal()).filter((action) => action === 'session.attended')).toHaveLength(2);
    const early = await attendByCode(ctx('curator', '2026-10-11'), sessionId, digits);
    expect(early).toEqual({ ok: false, reason: 'day-ahead' });
    const all = [anna, boris, vera];
    expect(await enrolMentors(ctx('methodist'), id, all)).toEqual({ ok: false, reason: 'nobody' });
  }),
);

test(
  'who came to enough gets a numbered certificate and is trained; revoked, it takes the fact along and leaves its number',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await approved(world);
    const [anna, boris] = [await mentor(world), await mentor(world, 'Борисов')];
    await enrolMentors(ctx('methodist'), id, [anna, boris]);
    const { id: sessionId } = await session(world, id);
    await markList(ctx('methodist'), sessionId, { shown: [anna, boris], present: [anna] });

    expect(await issueCertificates(ctx('methodist'), id, [])).toEqual({ ok: false, reason: 'nobody' });
    const issued = await issueCertificates(ctx('methodist'), id, [anna, boris]);
    expect(issued.ok && issued.value).toMatchObject({ numbers: [1], passed: [{ personId: boris }] });
    expect((await preparedMentors(db, 2026)).get(anna)).toMatchObject({ way: 'course' });
    expect(await trainingFacts(db, 2026, today)).toMatchObject({
      mentors: 2,
      prepared: 1,
      certificates: 1,
      withoutContract: 1,
    });

    const [certificate] = await certificatesOf(db, 2026, anna);
    const certificateId = certificate?.id ?? '';
    expect(await revokeCertificate(ctx('curator'), certificateId, '')).toEqual({ ok: false, reason: 'reason-missing' });
    await revokeCertificate(ctx('curator'), certificateId, 'ошибка в списке');
    expect((await preparedMentors(db, 2026)).size).toBe(0);
    expect(await revokeCertificate(ctx('curator'), certificateId, 'снова')).toEqual({
      ok: false,
      reason: 'already-revoked',
    });
    const again = await issueCertificates(ctx('methodist'), id, [anna]);
    expect(again.ok && again.value.numbers).toEqual([2]);
  }),
);

test(
  'a certificate is a one-page PDF',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await approved(world);
    const anna = await mentor(world);
    await enrolMentors(ctx('methodist'), id, [anna]);
    const { id: sessionId } = await session(world, id);
    await markList(ctx('methodist'), sessionId, { shown: [anna], present: [anna] });
    await issueCertificates(ctx('methodist'), id, [anna]);
    const [certificate] = await certificatesOf(db, 2026);
    if (!certificate) throw new Error('no certificate');

    const pdf = Buffer.from(await certificatePdf(papers.at(ctx('curator')), certificate)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }),
);

test(
  'a course elsewhere counts once its certificate is in, not sooner',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await mentor(world);
    const course = { personId: anna, title: 'Тьютор', organisation: 'ИРО', hours: 36, from: day('2026-09-10') };
    expect(await sendToCourse(ctx('methodist'), { ...course, till: day('2026-09-01') })).toEqual({
      ok: false,
      reason: 'ends-before-start',
    });
    const sent = await sendToCourse(ctx('methodist'), { ...course, till: day('2026-10-10') });
    if (!sent.ok) throw new Error(sent.reason);
    expect((await preparedMentors(db, 2026)).size).toBe(0);

    const finish = (on: string, version = 1) =>
      finishCourse(papers.at(ctx('methodist')), sent.value, { version, certificate: 'У-17', day: day(on) });
    expect(await finish('2026-10-13')).toEqual({ ok: false, reason: 'day-ahead' });
    expect(await finish('2026-09-09')).toEqual({ ok: false, reason: 'before-start' });
    expect(await finish('2026-10-10', 4)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await finish('2026-10-10')).ok).toBe(true);
    expect((await preparedMentors(db, 2026)).get(anna)?.way).toBe('outside');
    expect(await coursesOf(db, 2026, anna)).toMatchObject([{ certificate: 'У-17', certificateDay: '2026-10-10' }]);
  }),
);

test(
  'files lie beside the programme they belong to',
  story(async (world) => {
    const id = await draft(world);
    const file = { name: 'памятка.png', family: 'png', bytes: pngBytes } as const;
    await addMaterial(papers.at(world.ctx('methodist')), id, { title: '', file });

    expect(await materialsOf(world.db, id)).toMatchObject([{ title: 'памятка.png' }]);
  }),
);
