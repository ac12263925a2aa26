import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export interface AvatarProps {
  readonly initials: string;
  readonly size?: 's' | 'm' | 'l' | undefined;
  readonly accent?: boolean | undefined;
  /** Only with a consent to publish it. */
  readonly photo?: string | undefined;
}

/** Initials in a circle, decorative: the name stands beside it. */
export const Avatar = ({ initials, size = 's', accent, photo }: AvatarProps) => (
  <span class={['avatar', size, accent ? 'accent' : ''].filter(Boolean).join(' ')} aria-hidden="true">
    {photo ? <img src={photo} alt="" loading="lazy" /> : initials}
  </span>
);

/** A person as a link. */
export const PersonChip = ({
  name,
  note,
  href,
  ...avatar
}: AvatarProps & { readonly name: string; readonly note?: Child; readonly href?: string | undefined }) => {
  const inside = (
    <>
      <Avatar {...avatar} />
      <span class="person-words">
        <span class="person-name">{name}</span>
        {note ? <span class="person-note">{note}</span> : null}
      </span>
    </>
  );
  return href ? (
    <a class="person" href={href}>
      {inside}
    </a>
  ) : (
    <span class="person">{inside}</span>
  );
};

export interface DocumentChipProps {
  /** present: solid with a green icon · missing: dashed · outdated: red. */
  readonly state: 'present' | 'missing' | 'outdated';
  readonly href: string;
  readonly children: Child;
}

const documentIcons: Record<DocumentChipProps['state'], IconName> = {
  present: 'file-check',
  missing: 'file-plus',
  outdated: 'file-warning',
};

/** A document as a link; its state is said to screen readers too. */
export const DocumentChip = ({ state, href, children }: DocumentChipProps) => (
  <a class={`document-chip ${state}`} href={href}>
    <Icon name={documentIcons[state]} size={14} />
    <span>{children}</span>
    <span class="sr">, {texts.documentStates[state]}</span>
  </a>
);

export interface ListRowProps {
  readonly href?: string | undefined;
  readonly title: Child;
  readonly text?: Child;
  readonly before?: Child;
  readonly after?: Child;
  readonly marked?: boolean | undefined;
}

/** Rows of a side list: avatar or date, name and words, an action. */
export const List = ({
  rows,
  label,
}: {
  readonly rows: readonly ListRowProps[];
  readonly label?: string | undefined;
}) => (
  <ul class="list" aria-label={label}>
    {rows.map((row) => (
      <li class={row.marked ? 'marked' : undefined}>
        {row.before ? <div class="list-before">{row.before}</div> : null}
        <div class="list-words">
          <p class="list-title">{row.href ? <a href={row.href}>{row.title}</a> : row.title}</p>
          {row.text ? <div class="list-text">{row.text}</div> : null}
        </div>
        {row.after ? <div class="list-after">{row.after}</div> : null}
      </li>
    ))}
  </ul>
);

/** A date in a list of events: «14» over «ср». */
export const DateMark = ({
  day,
  weekday,
  accent,
}: {
  readonly day: number | string;
  readonly weekday: string;
  readonly accent?: boolean | undefined;
}) => (
  <span class={accent ? 'date-mark accent' : 'date-mark'}>
    <strong>{day}</strong>
    <span>{weekday}</span>
  </span>
);
