import type { CollegeDb } from '../../platform/db.ts';
import { writeDocx } from '../../platform/docx/write-docx.ts';
import { docxToPdf } from '../../platform/pdf/docx-to-pdf.ts';
import { theCollege } from '../college/rows.ts';
import { personById } from '../people/rows.ts';
import { thanksLetter, lettersTitle as title } from './templates/thanks.ts';
import type { Thanks } from './thanks.ts';

/** More than this is printed in parts. */
export const mostLetters = 300;

/** Letters of thanks, one a page, set in a worker. */
export const thanksPdf = async (db: CollegeDb, letters: readonly Thanks[]): Promise<Uint8Array> => {
  const college = await theCollege(db);
  const signatory = college.directorId ? await personById(db, college.directorId) : undefined;
  const docx = writeDocx(
    title,
    letters.slice(0, mostLetters).map((one) => thanksLetter(one, college, signatory)),
  );
  return docxToPdf(docx, { title, engine: 'typst' });
};
