import { type Day, formatDay } from '../../kernel/day.ts';
import type { College } from '../college/college.ts';
import { fullName } from '../people/person.ts';
import { categories } from './consent.ts';
import type { FormOfBatch } from './form-rows.ts';
import type { FormSheet } from './form-sheet.ts';
import { fillText } from './form-text.ts';
import { categoryNames, formWords } from './form-texts.ts';
import type { ConsentSettings } from './setting-rows.ts';
import type { ConsentText } from './text-rows.ts';
import { purposeTitles } from './texts.ts';

interface Printing {
  readonly text: ConsentText;
  readonly college: College;
  readonly settings: ConsentSettings;
  readonly till: Day;
}

const choices = categories.map((category) => `☐ ${categoryNames[category]}`).join('\n');

type Named = Pick<
  FormOfBatch,
  'lastName' | 'firstName' | 'patronymic' | 'birthDay' | 'post' | 'groupCode' | 'representativeName' | 'signatory'
>;

/** The words of a consent as one person gets them: on paper, and on the screen before an electronic signature. */
export const wordsFor = (person: Named, { text, college, settings, till }: Printing): string =>
  fillText(text.body, person.signatory, {
    person: fullName(person),
    born: person.birthDay ? formatDay(person.birthDay) : '',
    place: person.groupCode ?? person.post,
    representative: person.representativeName,
    college: college.fullName,
    address: settings.address || college.city,
    requisites: settings.requisites,
    pages: settings.pages.split('\n').filter(Boolean).join(', '),
    recipient: settings.recipient,
    till: formatDay(till),
    categories: choices,
  });

/** The printed form of one person. */
export const sheetFor = (form: FormOfBatch, printing: Printing): FormSheet => ({
  code: form.code,
  title: purposeTitles[printing.text.purpose],
  whose: `${formWords.formFor}: ${fullName(form)}, ${form.groupCode ?? (form.post || formWords.unknownPlace)}`,
  edition: `${formWords.edition} ${printing.text.version}`,
  text: wordsFor(form, printing),
});
