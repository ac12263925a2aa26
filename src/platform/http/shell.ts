/** What surrounds every page. Plain data: the app fills it, ui/layout draws it. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: string;
  readonly count?: string | number;
  readonly current: boolean;
}

export interface NavSection {
  readonly title?: string;
  readonly items: readonly NavItem[];
}

export interface DisplayMode {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly lowVision: LowVision | null;
}

export interface LowVision {
  readonly size: 18 | 20 | 24;
  readonly colours: 'bw' | 'wb' | 'blue';
  readonly spacing: 'normal' | 'wide';
  readonly images: boolean;
}

export interface Toast {
  readonly text: string;
  readonly undo?: { readonly action: string; readonly label: string };
}

export interface Shell {
  readonly collegeName: string;
  readonly year?: {
    readonly label: string;
    readonly options: readonly { label: string; href: string; current: boolean }[];
  };
  readonly user?: { readonly name: string; readonly initials: string; readonly role: string };
  readonly nav: readonly NavSection[];
  /** The four of the phone's bottom bar. */
  readonly bottom: readonly NavItem[];
  readonly mode: DisplayMode;
  readonly toast?: Toast;
  /** Path of this page, where mode links come back to. */
  readonly path: string;
  readonly assets: { readonly css: string; readonly js: string };
}
