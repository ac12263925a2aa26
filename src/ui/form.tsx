import type { Child } from 'hono/jsx';
import { ErrorSummary, type FieldErrors } from './error-summary.tsx';
import { HiddenField } from './text-fields.tsx';
import { texts } from './texts.ts';

export interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get' | undefined;
  /** The form carries files. */
  readonly files?: boolean | undefined;
  /** Version of the record that was shown: the use case refuses when somebody has changed it since. */
  readonly version?: string | number | undefined;
  /** Other unseen values, e.g. a token. */
  readonly hidden?: Readonly<Record<string, string | number>> | undefined;
  readonly errors?: FieldErrors | undefined;
  readonly refusal?: string | undefined;
  readonly id?: string | undefined;
  /** Name of a draft: unsent words are kept in this browser tab and come back; leaving asks first. */
  readonly draft?: string | undefined;
  /** The answer is a page and not a redirect (a secret shown once): Turbo stays away. */
  readonly answersPage?: boolean | undefined;
  /** Buttons under the fields; they stick to the thumb on phones. */
  readonly actions?: Child;
  /** A few words beside the buttons. */
  readonly note?: Child;
  readonly children?: Child;
}

/** A form that works without scripts; answers with an error must come with status 422. */
export const Form = (props: FormProps) => (
  <form
    class="form"
    id={props.id}
    action={props.action}
    method={props.method ?? 'post'}
    enctype={props.files ? 'multipart/form-data' : undefined}
    novalidate
    data-draft={props.draft}
    data-turbo={props.answersPage ? 'false' : undefined}
  >
    <ErrorSummary errors={props.errors} refusal={props.refusal} />
    {props.draft ? (
      <p class="hint" role="status" data-restored hidden>
        {texts.draftRestored}
      </p>
    ) : null}
    {props.version === undefined ? null : <HiddenField name="version" value={props.version} />}
    {Object.entries(props.hidden ?? {}).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
    {props.children}
    {props.actions ? (
      <div class="form-actions">
        {props.actions}
        {props.note ? <span class="form-note">{props.note}</span> : null}
      </div>
    ) : null}
  </form>
);

/** A button that posts on its own: «Напомнить», «Снять закрепление». */
export const PostButton = ({
  action,
  hidden,
  answersPage,
  children,
}: {
  readonly action: string;
  readonly hidden?: FormProps['hidden'];
  /** The answer is a page, not a redirect to one: Turbo would drop it. */
  readonly answersPage?: boolean;
  readonly children: Child;
}) => (
  <form class="inline-form" action={action} method="post" data-turbo={answersPage ? 'false' : undefined}>
    {Object.entries(hidden ?? {}).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
    {children}
  </form>
);
