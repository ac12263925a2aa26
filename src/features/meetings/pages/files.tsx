import { demand } from '../../../kernel/actor.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { mayReadWords, meetingLoggers } from '../access.ts';
import { filesOf } from '../file-rows.ts';
import { fileFamilies, keepMeetingFile, removeMeetingFile } from '../keep-file.ts';
import { fileRefusals } from '../texts.ts';
import { meetingScreen } from './meeting.tsx';
import { openMeeting } from './opened.ts';

export const putFile: MemberRoute = {
  method: 'POST',
  path: '/meetings/:meetingId/files',
  who: meetingLoggers,
  async handle(ctx, input) {
    const the = await openMeeting(ctx, input);
    demand(mayReadWords(ctx.actor, the.parties));
    const refuse = async (file: string) =>
      again(await meetingScreen(ctx, the, { part: 'file', form: input.form, errors: { file } }));
    const [file] = input.form.files.file ?? [];
    if (!file) return refuse('Выберите файл');
    const checked = await checkUpload(
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      fileFamilies,
    );
    if (!checked.ok) return refuse(uploadRefusalText(checked));
    const outcome = await keepMeetingFile(ctx, the.meeting.id, checked.value);
    if (!outcome.ok) return refuse(fileRefusals[outcome.reason]);
    return goTo(`/meetings/${the.meeting.id}#files`, { toast: { text: 'Файл приложен' } });
  },
};

export const openFile: MemberRoute = {
  method: 'GET',
  path: '/meetings/:meetingId/files/:fileId',
  who: meetingLoggers,
  async handle(ctx, input) {
    const { meeting, parties } = await openMeeting(ctx, input);
    demand(mayReadWords(ctx.actor, parties));
    const fileId = param(input, 'fileId');
    found(
      (await filesOf(ctx.db, meeting.id)).find((file) => file.fileId === fileId),
      'file of the meeting',
    );
    const file = await fileById(ctx.db, fileId);
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};

export const dropFile: MemberRoute = {
  method: 'POST',
  path: '/meetings/:meetingId/files/:fileId/remove',
  who: meetingLoggers,
  async handle(ctx, input) {
    const { meeting } = await openMeeting(ctx, input);
    await removeMeetingFile(ctx, meeting.id, param(input, 'fileId'));
    return goTo(`/meetings/${meeting.id}#files`, { toast: { text: 'Файл убран' } });
  },
};
