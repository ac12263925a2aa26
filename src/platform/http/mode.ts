import type { DisplayMode, LowVision } from './shell.ts';

/** The display mode lives in one cookie, so that it is kept without an account: 'dark' or 'lv-20-bw-wide-images'. */
export const modeCookie = 'mode';

const pick = <T extends string | number>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((one) => String(one) === value) ?? otherwise;

export const readMode = (cookie: string | undefined): DisplayMode => {
  const [theme, low, size, colours, spacing, images] = (cookie ?? '').split('-');
  return {
    theme: pick(theme, ['auto', 'light', 'dark'] as const, 'auto'),
    lowVision:
      low === 'lv'
        ? {
            size: pick(size, [18, 20, 24] as const, 20),
            colours: pick(colours, ['bw', 'wb', 'blue'] as const, 'bw'),
            spacing: pick(spacing, ['normal', 'wide'] as const, 'normal'),
            images: images !== 'bare',
          }
        : null,
  };
};

const writeLowVision = ({ size, colours, spacing, images }: LowVision): string =>
  `lv-${size}-${colours}-${spacing}-${images ? 'images' : 'bare'}`;

export const writeMode = ({ theme, lowVision }: DisplayMode): string =>
  lowVision ? `${theme}-${writeLowVision(lowVision)}` : theme;
