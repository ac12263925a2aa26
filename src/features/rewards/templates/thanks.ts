import { formatDayLong } from '../../../kernel/day.ts';
import { genderOf } from '../../../kernel/russian/names.ts';
import { columns, type DocxSection, paragraph, textWidth } from '../../../platform/docx/write-docx.ts';
import type { College } from '../../college/college.ts';
import { type Person, shortName } from '../../people/person.ts';
import { addressWords, nameOf, salutation } from '../letter-texts.ts';
import type { Thanks } from '../thanks.ts';

export const lettersTitle = 'Благодарственные письма';

/** One letter, a page of its own. */
export const thanksLetter = (thanks: Thanks, college: College, signatory: Person | undefined): DocxSection => ({
  blocks: [
    paragraph(college.fullName, { align: 'center', size: 14, line: 1, before: 60, after: 48 }),
    paragraph('БЛАГОДАРСТВЕННОЕ ПИСЬМО', { align: 'center', size: 26, bold: true, line: 1, after: 6 }),
    paragraph(`№ ${thanks.number}`, { align: 'center', size: 13, line: 1, after: 36 }),
    paragraph(addressWords(thanks), { align: 'center', size: 18, bold: true, line: 1, after: 24 }),
    paragraph(salutation(thanks, genderOf(nameOf(thanks))), { align: 'center', size: 15, line: 1, after: 12 }),
    ...thanks.words
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph(line.trim(), { align: 'justify', indent: 12.5, size: 14, line: 1.5 })),
    columns([
      {
        width: textWidth.portrait,
        blocks: [
          paragraph(
            `${signatory?.post || 'Директор'}  ____________________  ${signatory ? shortName(signatory) : ''}`,
            { align: 'left', size: 14, line: 1, before: 48, after: 12 },
          ),
          paragraph(formatDayLong(thanks.signedOn), { align: 'left', size: 14, line: 1 }),
        ],
      },
    ]),
  ],
});
