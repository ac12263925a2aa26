import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { keepScan } from '../documents/attach-scan.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { keepPreparation } from '../selection/prepare-mentor.ts';
import { mayKeepTraining } from './access.ts';
import { courseById, finishCourseRow, insertCourse, type OutsideCourse } from './certificate-rows.ts';
import { outsideWords } from './certificate-texts.ts';

export type CourseInput = Pick<OutsideCourse, 'personId' | 'title' | 'organisation' | 'hours' | 'from' | 'till'>;
export type CourseRefusal = 'ends-before-start';

/** Sends a mentor to a course elsewhere. Answers its id. */
export const sendToCourse = async (ctx: Ctx, input: CourseInput): Promise<Outcome<string, CourseRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  found(await mentorById(ctx.db, input.personId), 'mentor');
  if (input.till < input.from) return refused('ends-before-start');
  const { currentYear: year } = await theCollege(ctx.db);
  const id = await insertCourse(ctx.db, { ...input, year, accountId: ctx.actor.accountId });
  await record(ctx, 'course.sent', { kind: 'person', id: input.personId }, { title: input.title });
  return done(id);
};

export interface FinishInput {
  readonly version: number;
  readonly certificate: string;
  readonly day: Day;
  readonly scan?: CheckedUpload | undefined;
}

export type FinishRefusal = 'day-ahead' | 'before-start' | 'changed-meanwhile';

/** The certificate of a course came: the mentor is trained this year. */
export const finishCourse = async (
  ctx: PaperCtx,
  courseId: string,
  { version, certificate, day, scan }: FinishInput,
): Promise<Outcome<undefined, FinishRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const course = found(await courseById(ctx.db, courseId), 'course');
  if (day > ctx.today) return refused('day-ahead');
  if (day < course.from) return refused('before-start');
  const scanFileId = scan ? await keepScan(ctx, scan) : null;
  if (!(await finishCourseRow(ctx.db, { id: courseId, version }, { certificate, day, scanFileId })))
    return refused('changed-meanwhile');

  const words = outsideWords(certificate, day, course.organisation);
  await keepPreparation(ctx, course.personId, course.year, { way: 'outside', words, day });
  await record(ctx, 'course.finished', { kind: 'person', id: course.personId }, { certificate });
  return done();
};
