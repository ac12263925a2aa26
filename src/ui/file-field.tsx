import { Field, type FieldProps, tied } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export interface FileFieldProps extends FieldProps {
  /** e.g. `.xlsx,.csv` */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Big words inside the area: «Перетащите скан или выберите файл». */
  readonly invite: string;
  readonly icon?: IconName | undefined;
}

/** A drop area over a native file input: the input fills the area, so that dropping works without scripts too. */
export const FileField = ({ accept, multiple, invite, icon = 'file-up', ...field }: FileFieldProps) => (
  <Field {...field} hint={undefined}>
    <div class="drop">
      <Icon name={icon} size={24} />
      <span class="drop-invite" data-file-name>
        {invite}
      </span>
      {field.hint ? (
        <span class="hint" id={`${tied(field).id}-hint`}>
          {field.hint}
        </span>
      ) : null}
      <span class="button secondary size-s drop-button js-only" aria-hidden="true">
        {texts.chooseFile}
      </span>
      <input {...tied(field)} type="file" accept={accept} multiple={multiple} />
    </div>
  </Field>
);
