// How a person wants the pages to look. Kept in a cookie, without an account.

export const sizes = [18, 20, 24] as const;
export const colourings = ['bw', 'wb', 'blue'] as const;
export const spacings = ['normal', 'wide'] as const;
export const pictures = ['on', 'off'] as const;
export const themes = ['auto', 'light', 'dark'] as const;

export interface LowVision {
  readonly size: (typeof sizes)[number];
  readonly colours: (typeof colourings)[number];
  readonly spacing: (typeof spacings)[number];
  readonly images: (typeof pictures)[number];
}

export interface Mode {
  readonly theme: (typeof themes)[number];
  readonly lowVision: LowVision | null;
}

export const ordinaryMode: Mode = { theme: 'auto', lowVision: null };
const firstLowVision: LowVision = { size: 18, colours: 'bw', spacing: 'normal', images: 'on' };

/** What a mode link changes; `lv` switches the whole low-vision version. */
export type ModeChange = Readonly<Partial<Record<'theme' | 'lv' | 'size' | 'colours' | 'spacing' | 'images', string>>>;

const oneOf = <Value>(values: readonly Value[], word: string | undefined, otherwise: Value): Value =>
  values.find((value) => String(value) === word) ?? otherwise;

/** The mode after a link was followed. Unknown words change nothing. */
export const changeMode = (mode: Mode, change: ModeChange): Mode => {
  const theme = oneOf(themes, change.theme, mode.theme);
  if (change.lv === 'off') return { theme, lowVision: null };
  const asked = change.lv === 'on' || change.size || change.colours || change.spacing || change.images;
  if (!mode.lowVision && !asked) return { theme, lowVision: null };
  const now = mode.lowVision ?? firstLowVision;
  return {
    theme,
    lowVision: {
      size: oneOf(sizes, change.size, now.size),
      colours: oneOf(colourings, change.colours, now.colours),
      spacing: oneOf(spacings, change.spacing, now.spacing),
      images: oneOf(pictures, change.images, now.images),
    },
  };
};

/** The cookie's value: `dark.20.bw.wide.on`, or only the theme. */
export const modeToCookie = ({ theme, lowVision }: Mode): string =>
  lowVision ? [theme, lowVision.size, lowVision.colours, lowVision.spacing, lowVision.images].join('.') : theme;

/** Reads the cookie; a spoilt one gives the ordinary mode. */
export const modeFromCookie = (cookie: string | undefined): Mode => {
  const [theme, size, colours, spacing, images] = (cookie ?? '').split('.');
  const seen: ModeChange = { ...(theme ? { theme } : {}), ...(size ? { lv: 'on', size } : {}) };
  return changeMode(ordinaryMode, {
    ...seen,
    ...(size && colours ? { colours } : {}),
    ...(size && spacing ? { spacing } : {}),
    ...(size && images ? { images } : {}),
  });
};

/** The link that changes the mode and comes back: `GET /mode?lv=on&back=/people`. Its route sets the cookie and redirects. */
export const modeHref = (back: string, change: ModeChange): string =>
  `/mode?${new URLSearchParams({ ...change, back }).toString()}`;
