import { formatDayLong } from '../../kernel/day.ts';
import { genderOf } from '../../kernel/russian/names.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { columns, type DocxSection, paragraph, textWidth, writeDocx } from '../../platform/docx/write-docx.ts';
import { docxToPdf } from '../../platform/pdf/docx-to-pdf.ts';
import type { College } from '../college/college.ts';
import { theCollege } from '../college/rows.ts';
import { type Person, shortName } from '../people/person.ts';
import { personById } from '../people/rows.ts';
import { addressWords, salutation } from './letter-texts.ts';
import type { Thanks } from './thanks.ts';

/** More than this is printed in parts. */
export const mostLetters = 300;

const letter = (thanks: Thanks, college: College, signatory: Person | undefined): DocxSection => ({
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

const nameOf = ({ lastName, firstName, patronymic, gender }: Thanks) => ({
  last: lastName,
  first: firstName,
  middle: patronymic,
  gender,
});

/** Letters of thanks, one a page, set in a worker. */
export const thanksPdf = async (db: CollegeDb, letters: readonly Thanks[]): Promise<Uint8Array> => {
  const college = await theCollege(db);
  const signatory = college.directorId ? await personById(db, college.directorId) : undefined;
  const title = 'Благодарственные письма';
  const docx = writeDocx(
    title,
    letters.slice(0, mostLetters).map((one) => letter(one, college, signatory)),
  );
  return docxToPdf(docx, { title, engine: 'typst' });
};
