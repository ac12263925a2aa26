import { attribute, child, type XmlElement } from './xml.ts';

/*
 * A value travels through docxtemplater as plain text. What has to become structure (a blank to fill in, words put in a case, a new line) is marked
 * with characters of the private use area and unfolded after rendering (see unfold-marks.ts).
 */
export const newLine = '\uE000';
const blankOpen = '\uE001';
const declinedOpen = '\uE002';
const close = '\uE003';
export const anyMark = /[\uE000-\uE003]/;
export const pieces = /\uE001([^\uE003]*)\uE003|\uE002([^\uE003]*)\uE003|[^\uE001\uE002\uE003]+/g;

/** Character styles that carry the marks; they need no definition in the template. */
export const blankStyle = 'NastavnikBlank';
export const declinedStyle = 'NastavnikDeclined';

/** Drops what XML cannot hold and what would be taken for our own marks; new lines are kept as a mark. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uE000-\uE003\uFFFD-\uFFFF]/g, '')
    .replace(/\n+$/, '')
    .replaceAll('\n', newLine);

/** Stands where a field has no value. */
export const blankMark = (tag: string): string => `${blankOpen}${tag}${close}`;
/** Words that the system put in a case: shown on the screen for a check, printed as plain words. */
export const declinedMark = (words: string): string => `${declinedOpen}${words}${close}`;

export const hasMarks = (xml: string): boolean => anyMark.test(xml);

/** Which mark a run carries. */
export const markOf = (run: XmlElement): 'blank' | 'declined' | null => {
  const style = attribute(child(run, 'w:rPr'), 'w:rStyle');
  return style === blankStyle ? 'blank' : style === declinedStyle ? 'declined' : null;
};
