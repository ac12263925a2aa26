import type { IconName } from './icon.tsx';
import type { Mode } from './mode.ts';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: string | number | undefined;
  readonly current?: boolean | undefined;
}

export interface NavGroup {
  readonly title?: string | undefined;
  readonly items: readonly NavItem[];
}

/** All that the frame of a page must know. `app` builds it once per request. */
export interface Shell {
  readonly collegeName: string;
  readonly year?:
    | {
        readonly label: string;
        readonly options: readonly {
          readonly label: string;
          readonly href: string;
          readonly current?: boolean | undefined;
        }[];
      }
    | undefined;
  /** Absent on public pages and before sign-in. */
  readonly user?:
    | {
        readonly name: string;
        readonly initials: string;
        readonly role: string;
        /** Rows of the menu under the name, e.g. own account and rights. */
        readonly links?: readonly { readonly label: string; readonly href: string }[] | undefined;
        /** Where «Выйти» posts; no button without it. */
        readonly signOut?: string | undefined;
      }
    | undefined;
  readonly nav: readonly NavGroup[];
  /** Four items of the phone's bottom bar. */
  readonly bottom: readonly NavItem[];
  readonly mode: Mode;
  readonly toast?:
    | {
        readonly text: string;
        readonly undo?: { readonly action: string; readonly label?: string | undefined } | undefined;
      }
    | undefined;
  /** Current path with its query: mode links come back to it. */
  readonly path: string;
  readonly assets: { readonly css: string; readonly js?: string | undefined };
  /** Where the search box leads (`GET ?q=`); no box without it. */
  readonly search?: { readonly action: string; readonly value?: string | undefined } | undefined;
  /** «12 октября 2026 г.»: stands at the foot of printed pages. */
  readonly printed?: string | undefined;
  /** Address of the front page; `/` by default. */
  readonly home?: string | undefined;
}
