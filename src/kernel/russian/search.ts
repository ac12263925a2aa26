/** The form in which texts are compared in search: lower case, «е» for «ё», spaces and hyphens all one space. */
export const searchKey = (text: string): string =>
  fixLookalikes(text)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/gu, '')
    .replace(/[\s\u2010-\u2015\u2212-]+/gu, ' ')
    .trim();

const latin = 'ABCEHKMOPTXYaceopxykmt';
const cyrillic = 'АВСЕНКМОРТХУасеорхукмт';
const mixed = /[\p{Script=Cyrillic}A-Za-z]+/gu;

/** Latin letters that look like Russian ones, inside words that have Russian letters: «Ивaнoв» typed with a Latin «a». */
export function fixLookalikes(text: string): string {
  return text.replace(mixed, (word) => {
    if (!/\p{Script=Cyrillic}/u.test(word) || !/[A-Za-z]/u.test(word)) return word;
    const fixed = [...word].map((letter) => {
      const at = latin.indexOf(letter);
      return at < 0 ? letter : (cyrillic[at] ?? letter);
    });
    const whole = fixed.join('');
    return /[A-Za-z]/u.test(whole) ? word : whole;
  });
}
