import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { mayReadWords } from '../access.ts';
import { filesOf } from '../file-rows.ts';
import { isLogged } from '../meeting.ts';
import type { Opened, SentToMeeting } from './opened.ts';

/** Files and photos of a meeting, for the two and the curator. */
export const FileSection = async ({
  ctx,
  the: { meeting, parties },
  sent,
}: {
  readonly ctx: PageCtx;
  readonly the: Opened;
  readonly sent: SentToMeeting | undefined;
}) => {
  if (mayReadWords(ctx.actor, parties) !== true) return null;
  const files = await filesOf(ctx.db, meeting.id);
  if (files.length === 0 && !isLogged(meeting)) return null;
  const error = sent?.part === 'file' ? (sent.errors?.file ?? sent.refusal) : undefined;
  return (
    <Section title="Файлы и фотографии" id="files" count={files.length} aside="видят обе стороны и куратор">
      <ul class="plain-list">
        {files.map(({ fileId, name }) => (
          <li>
            <a href={`/meetings/${meeting.id}/files/${fileId}`} data-turbo="false">
              {name}
            </a>{' '}
            <PostButton action={`/meetings/${meeting.id}/files/${fileId}/remove`}>
              <Button size="s" kind="quiet" name={`Убрать файл ${name}`}>
                Убрать
              </Button>
            </PostButton>
          </li>
        ))}
      </ul>
      {isLogged(meeting) ? (
        <Form
          action={`/meetings/${meeting.id}/files`}
          files
          errors={error ? { file: error } : undefined}
          actions={<Button busy="Загружаем…">Приложить файл</Button>}
        >
          <FileField
            name="file"
            label="Файл или фотография"
            hint="JPEG, PNG, PDF или DOCX, до 25 МБ"
            invite="Перетащите файл или выберите"
            accept=".jpg,.jpeg,.png,.pdf,.docx"
            error={error}
          />
        </Form>
      ) : null}
    </Section>
  );
};
