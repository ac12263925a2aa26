import { formatDay } from '../../../kernel/day.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { DocumentStatus } from '../document.ts';
import type { ListedDocument } from '../rows.ts';
import { statusNames, statusTones } from '../texts.ts';

export const StatusOf = ({ status }: { readonly status: DocumentStatus }) => (
  <Badge tone={statusTones[status]}>{statusNames[status].toLowerCase()}</Badge>
);

/** «№ 138-од от 12.10.2026», or what of it is known. */
export const requisitesOf = ({ number, day }: Pick<ListedDocument, 'number' | 'day'>): string =>
  [number === null ? '' : `№\u00a0${number}`, day === null ? '' : `от\u00a0${formatDay(day)}`]
    .filter(Boolean)
    .join(' ');
