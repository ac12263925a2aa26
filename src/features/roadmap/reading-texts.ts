import { monthPattern } from '../../kernel/russian/calendar.ts';

const date = `(\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{1,2} ${monthPattern} \\d{4})`;
const number = '№ ?([\\p{L}\\d][\\p{L}\\d/.-]*[\\p{L}\\d]|[\\p{L}\\d])';

/** «№ 142 от 19.10.2020»: the number, the date. */
export const numberFirst = new RegExp(`${number},? ?от ?${date}`, 'giu');

/** «от 30 августа 2023 г. № 1»: the date, the number. */
export const dateFirst = new RegExp(`от ?${date} ?(?:г\\.|г|года)?,? ?${number}`, 'giu');

const stageWord = '(?:этап|раздел|блок|направление|модуль)';

/** «Этап 2. Название»: the number, the rest. */
export const stageFirst = new RegExp(`^${stageWord}\\s*№?\\s*([1-9]\\d?|[ivx]+)\\s*[.:)–—-]*\\s*(.*)$`, 'isu');

/** «II этап. Название»: the number, the rest. */
export const stageAfter = new RegExp(
  `^([1-9]\\d?|[ivx]+)(?:-?[йяе]|-ый|-ой|-ий)?\\s*${stageWord}\\s*[.:)–—-]*\\s*(.*)$`,
  'isu',
);
