import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

/** Messages by field name, in the order of the fields on the page; an absent or empty one is no error. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** The errors as links: `[name, id of the input, message]`. */
export const errorLinks = (
  errors: FieldErrors,
): readonly { readonly name: string; readonly href: string; readonly text: string }[] =>
  Object.entries(errors).flatMap(([name, text]) => (text ? [{ name, href: `#${fieldId(name)}`, text }] : []));

export interface ErrorSummaryProps {
  readonly errors?: FieldErrors | undefined;
  /** What no single field can mend: a refusal of the whole form. */
  readonly refusal?: string | undefined;
}

/** Stands on top of a form that came back, takes the focus, leads to every wrong field. Renders nothing without errors. */
export const ErrorSummary = ({ errors = {}, refusal }: ErrorSummaryProps) => {
  const links = errorLinks(errors);
  if (links.length === 0 && !refusal) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-autofocus aria-labelledby="error-summary-title">
      <Icon name="circle-alert" size={24} />
      <div>
        <h2 id="error-summary-title">{refusal ?? texts.checkFields(links.length)}</h2>
        {links.length > 0 ? (
          <ul>
            {links.map(({ href, text }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
};
