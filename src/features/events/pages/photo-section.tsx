import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { mayKeepEvents } from '../access.ts';
import type { ProgrammeEvent } from '../event.ts';
import { photosOf } from '../rows.ts';
import type { SentToEvent } from './sent.ts';

/** Photos as files for staff; they are shown nowhere else. */
export const PhotoSection = async ({
  ctx,
  event,
  sent,
}: {
  readonly ctx: PageCtx;
  readonly event: ProgrammeEvent;
  readonly sent: SentToEvent | undefined;
}) => {
  const photos = await photosOf(ctx.db, event.id);
  const keeper = mayKeepEvents(ctx.actor) === true;
  const error = sent?.part === 'photo' ? (sent.errors?.photo ?? sent.refusal) : undefined;
  return (
    <Section title="Фотографии" id="photos" count={photos.length}>
      <p class="hint">Видны только сотрудникам. Для публикации нужны согласия тех, кто на снимке.</p>
      {photos.length > 0 ? (
        <ul class="plain-list">
          {photos.map(({ fileId, name }) => (
            <li>
              <a href={`/events/${event.id}/photos/${fileId}`} data-turbo="false">
                {name}
              </a>{' '}
              {keeper ? (
                <PostButton action={`/events/${event.id}/photos/${fileId}/remove`}>
                  <Button size="s" kind="quiet" name={`Убрать фотографию ${name}`}>
                    Убрать
                  </Button>
                </PostButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {keeper ? (
        <Form
          action={`/events/${event.id}/photos`}
          files
          errors={error ? { photo: error } : undefined}
          actions={
            <Button icon="image" busy="Загружаем…">
              Добавить фотографию
            </Button>
          }
        >
          <FileField
            name="photo"
            label="Фотография"
            hint="JPEG или PNG, до 15 МБ. Место съёмки, дату и модель телефона система из снимка уберёт"
            invite="Перетащите снимок или выберите файл"
            accept=".jpg,.jpeg,.png"
            icon="image"
            error={error}
          />
        </Form>
      ) : null}
    </Section>
  );
};
