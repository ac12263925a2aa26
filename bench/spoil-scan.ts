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
  const from = page.dots;
  const dotAt = (at: number): number => from[at] ?? 255;
  for (let y = 0; y < height; y++) {
    const dy = y - height / 2;
    for (let x = 0; x < width; x++) {
      const dx = x - width / 2;
      const fromX = cos * dx + sin * dy + page.width / 2;
      const fromY = cos * dy - sin * dx + page.height / 2;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left + 1 >= page.width || top + 1 >= page.height) continue;
      const at = top * page.width + left;
      const right = fromX - left;
      const below = fromY - top;
      const upper = dotAt(at) * (1 - right) + dotAt(at + 1) * right;
      const lower = dotAt(at + page.width) * (1 - right) + dotAt(at + page.width + 1) * right;
      dots[y * width + x] = upper * (1 - below) + lower * below;
    }
  }
  return { width, height, dots };
};

/** One pass of a running mean along rows or columns. */
const smeared = (page: GreyPage, radius: number, along: 'rows' | 'columns'): GreyPage => {
  const { width, height, dots } = page;
  const out = new Uint8Array(dots.length);
  const step = along === 'rows' ? 1 : width;
  const length = along === 'rows' ? width : height;
  const lines = along === 'rows' ? height : width;
  for (let line = 0; line < lines; line++) {
    const start = along === 'rows' ? line * width : line;
    const dotAt = (at: number): number => dots[start + Math.min(length - 1, Math.max(0, at)) * step] ?? 255;
    let sum = 0;
    for (let at = -radius; at <= radius; at++) sum += dotAt(at);
    for (let at = 0; at < length; at++) {
      out[start + at * step] = sum / (2 * radius + 1);
      sum += dotAt(at + radius + 1) - dotAt(at - radius);
    }
  }
  return { width, height, dots: out };
};

/** Smeared by a box of so many dots to each side, twice: near to what a lens out of focus does. */
export const blurred = (page: GreyPage, radius: number): GreyPage => {
  if (radius === 0) return page;
  const once = (one: GreyPage): GreyPage => smeared(smeared(one, radius, 'rows'), radius, 'columns');
  return once(once(page));
};

/** Grain, a shadow from one side, grey paper and pale toner. */
export const dirty = (page: GreyPage, next: () => number): GreyPage => {
  const grain = 10 + 40 * next();
  const shadow = 70 * next();
  const paper = 255 - 30 * next();
  const ink = 60 * next();
  const { width } = page;
  const dots = new Uint8Array(page.dots.length);
  for (let at = 0; at < dots.length; at++) {
    const lit = ink + ((page.dots[at] ?? 255) / 255) * (paper - ink) - (shadow * (at % width)) / width;
    // Sixteen greys, as a packed scan keeps them.
    dots[at] = Math.min(255, Math.max(0, Math.round((lit + grain * (next() - 0.5)) / 16) * 16));
  }
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
