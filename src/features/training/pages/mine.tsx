import { formatDay } from '../../../kernel/day.ts';
import { calendarFile } from '../../../platform/calendar-file.ts';
import { now } from '../../../platform/clock.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { preparedMentors } from '../../selection/barrier-rows.ts';
import { mayReadTraining, trainees } from '../access.ts';
import { certificatesOf, coursesOf } from '../certificate-rows.ts';
import { type Material, materialsOf } from '../programme-rows.ts';
import { resultsOf, testsFor } from '../programme-test-rows.ts';
import { nameOf, type Session } from '../session.ts';
import { sessionsOf } from '../session-rows.ts';
import { resultWords } from '../texts.ts';
import { SessionList } from './training.tsx';

const materialsFor = async (ctx: PageCtx, sessions: readonly Session[]): Promise<Material[]> => {
  const found: Material[] = [];
  for (const programmeId of new Set(sessions.map((one) => one.programmeId)))
    found.push(...(await materialsOf(ctx.db, programmeId)));
  return found;
};

const mineScreen = async (ctx: PageCtx) => {
  const { personId } = ctx.actor;
  const { currentYear } = await theCollege(ctx.db);
  const heading = (lead: string) => (
    <Heading
      title="Моё обучение"
      lead={lead}
      actions={
        <LinkButton href="/training/calendar" icon="calendar-days" download>
          Занятия в календарь
        </LinkButton>
      }
    />
  );
  if (personId === null)
    return screen(
      ctx,
      { title: 'Моё обучение' },
      <>
        {heading('К вашей учётной записи не привязана карточка человека.')}
        <Empty icon="graduation-cap" title="Обучения не видно">
          Попросите куратора привязать карточку к учётной записи.
        </Empty>
      </>,
    );
  const sessions = await sessionsOf(ctx.db, { personId });
  const certificates = await certificatesOf(ctx.db, currentYear, personId);
  const courses = await coursesOf(ctx.db, currentYear, personId);
  const prepared = (await preparedMentors(ctx.db, currentYear)).get(personId);
  const ahead = sessions.filter(({ day }) => day >= ctx.today);
  const over = sessions.filter(({ day }) => day < ctx.today).toReversed();
  const materials = await materialsFor(ctx, sessions);
  const tests = await testsFor(ctx.db, personId);
  const results = (await resultsOf(ctx.db, tests, [personId])).get(personId) ?? [];
  return screen(
    ctx,
    { title: 'Моё обучение' },
    <>
      {heading(prepared ? 'В этом году обучение пройдено.' : 'Здесь ваши занятия, материалы и удостоверения.')}
      {prepared ? <Note kind="ok">{prepared.words}</Note> : null}
      <Section title="Впереди" count={ahead.length}>
        {ahead.length === 0 ? (
          <p class="hint">Занятий пока не назначено.</p>
        ) : (
          <SessionList sessions={ahead} linked={false} />
        )}
      </Section>
      {materials.length > 0 ? (
        <Section title="Материалы" count={materials.length}>
          <List rows={materials.map(({ id, title }) => ({ title, href: `/training/materials/${id}` }))} />
        </Section>
      ) : null}
      {tests.length > 0 ? (
        <Section title="Тесты" count={tests.length}>
          <List
            rows={tests.map((test) => {
              const result = results.find(({ testId }) => testId === test.id);
              return {
                title: test.title,
                href: `/my-questionnaires/${test.roundId}`,
                text: [
                  result ? resultWords(result) : 'ещё не пройден',
                  `проходной балл ${test.passMark}`,
                  test.required ? 'нужен для удостоверения' : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              };
            })}
          />
        </Section>
      ) : null}
      {certificates.length + courses.length > 0 ? (
        <Section title="Удостоверения" count={certificates.length + courses.length}>
          <List
            rows={[
              ...certificates.map((one) => ({
                title: `№ ${one.number} от ${formatDay(one.issuedOn)}`,
                href: `/training/certificates/${one.id}/pdf`,
                text: one.revokedOn ? `аннулировано: ${one.revokeReason}` : one.programmeTitle,
              })),
              ...courses.map((one) => ({
                title: one.certificate || 'Курс ещё идёт',
                ...(one.scanFileId ? { href: `/training/courses/${one.id}/scan` } : {}),
                text: `${one.title}, ${one.organisation}`,
              })),
            ]}
          />
        </Section>
      ) : null}
      {over.length > 0 ? (
        <Section title="Прошедшие занятия" count={over.length}>
          <SessionList sessions={over} linked={false} />
        </Section>
      ) : null}
    </>,
  );
};

export const minePage: MemberRoute = {
  method: 'GET',
  path: '/my-training',
  who: trainees,
  handle: (ctx) => mineScreen(ctx),
};

/** All sessions of the year for those who read training, the own ones for the others. */
export const calendarRoute: MemberRoute = {
  method: 'GET',
  path: '/training/calendar',
  who: trainees,
  async handle(ctx) {
    const { currentYear, timeZone } = await theCollege(ctx.db);
    const { personId } = ctx.actor;
    const sessions =
      mayReadTraining(ctx.actor) === true
        ? await sessionsOf(ctx.db, { year: currentYear })
        : personId === null
          ? []
          : await sessionsOf(ctx.db, { personId });
    const events = sessions.map((one) => ({
      uid: `${one.id}@nastavnik`,
      title: nameOf(one),
      place: one.place,
      text: [one.programmeTitle, one.trainer ? `Ведёт ${one.trainer}` : ''].filter(Boolean).join('\n'),
      ...{ day: one.day, starts: one.starts, ends: one.ends, timeZone, sequence: one.version },
      cancelled: one.cancelledOn !== null,
    }));
    const file = calendarFile(events, now());
    return new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="training.ics"`,
        'cache-control': 'private, no-store',
      },
    });
  },
};
