// Forms and their scans as colleges bring them: turned, upside down, blurred, dirty, and some beyond reading.
import { newFormCode } from '../src/features/consents/form-code.ts';
import { type FormSheet, qrSide } from '../src/features/consents/form-sheet.ts';
import { fillText } from '../src/features/consents/form-text.ts';
import type { GreyPage } from '../src/features/consents/page-codes.ts';
import { starterTexts } from '../src/features/consents/starter-texts.ts';

export const ownTag = 'ABCDEF';

/** A form of an invented person; two pages long when asked. */
export const formSheet = (index: number, pages: 1 | 2): FormSheet => {
  const body = starterTexts.processing.replace(
    'Срок:',
    `${'Порядок работы с данными изложен в положении колледжа. '.repeat(pages === 2 ? 70 : 0)}\nСрок:`,
  );
  return {
    code: newFormCode(),
    title: 'Согласие на обработку персональных данных',
    whose: `Чьё согласие: Человеков Номер ${index}, ЭМ-21`,
    edition: 'редакция 1',
    text: fillText(body, index % 2 ? 'both' : 'self', {
      person: `Человеков Номер ${index}`,
      college: 'Верхнереченский колледж',
    }),
  };
};

/** Repeatable chance: the same seed spoils in the same way. */
export const chance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

/** Turned about its middle by degrees, white where nothing was; grows so that no corner is lost. */
export const turned = (page: GreyPage, degrees: number): GreyPage => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil(Math.abs(page.width * cos) + Math.abs(page.height * sin));
  const height = Math.ceil(Math.abs(page.width * sin) + Math.abs(page.height * cos));
  const dots = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = cos * dx + sin * dy + page.width / 2;
      const fromY = -sin * dx + cos * dy + page.height / 2;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= page.width || top + 1 >= page.height) continue;
      const at = top * page.width + left;
      const [a = 255, b = 255] = [page.dots[at], page.dots[at + 1]];
      const [c = 255, d = 255] = [page.dots[at + page.width], page.dots[at + page.width + 1]];
      const [right, below] = [fromX - left, fromY - top];
      dots[y * width + x] = (a * (1 - right) + b * right) * (1 - below) + (c * (1 - right) + d * right) * below;
    }
  }
  return { width, height, dots };
};

/** Smeared by a box of so many dots to each side, twice: near to what a lens out of focus does. */
export const blurred = (page: GreyPage, radius: number): GreyPage => {
  const once = ({ width, height, dots }: GreyPage): GreyPage => {
    const across = new Uint8Array(dots.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) sum += dots[y * width + Math.min(width - 1, Math.max(0, x + k))] ?? 255;
        across[y * width + x] = sum / (2 * radius + 1);
      }
    const down = new Uint8Array(dots.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++)
          sum += across[Math.min(height - 1, Math.max(0, y + k)) * width + x] ?? 255;
        down[y * width + x] = sum / (2 * radius + 1);
      }
    return { width, height, dots: down };
  };
  return radius === 0 ? page : once(once(page));
};

/** Grain, a shadow from one side, grey paper and pale toner. */
export const dirty = (page: GreyPage, next: () => number): GreyPage => {
  const grain = 10 + 40 * next();
  const shadow = 70 * next();
  const paper = 255 - 30 * next();
  const ink = 60 * next();
  const dots = page.dots.map((dot, at) => {
    const share = (at % page.width) / page.width;
    return Math.min(255, Math.max(0, ink + (dot / 255) * (paper - ink) - shadow * share + grain * (next() - 0.5)));
  });
  return { ...page, dots };
};

/** The code painted over: with white-out, or with ink. Nobody can read it. */
export const covered = (page: GreyPage, shade: number): GreyPage => {
  const millimetre = page.width / 210;
  const dots = page.dots.slice();
  const side = Math.round((qrSide + 2) * millimetre);
  const left = Math.round(page.width - (8 + qrSide + 1) * millimetre);
  const top = Math.round(page.height - (6 + qrSide + 1) * millimetre);
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++)
      if ((x + y - left - top) % side > side * 0.15) dots[y * page.width + x] = shade;
  return { ...page, dots };
};
