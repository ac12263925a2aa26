import type { Gender } from '../../kernel/russian/cases.ts';
import { fullName, genderOf } from '../../kernel/russian/names.ts';
import type { Thanks } from './thanks.ts';

type Named = Pick<
  Thanks,
  'lastName' | 'firstName' | 'patronymic' | 'gender' | 'addressed' | 'organisation' | 'representative'
>;

export const nameOf = ({ lastName, firstName, patronymic, gender }: Named) => ({
  last: lastName,
  first: firstName,
  middle: patronymic,
  gender,
});

/** «Соколовой Марии Петровне»; to parents and to the place of work with whom it is about. */
export const addressWords = (thanks: Named): string => {
  if (thanks.addressed === 'parents') return thanks.representative;
  if (thanks.addressed === 'work') return thanks.organisation;
  return fullName(nameOf(thanks), 'dative');
};

const dear = (gender: Gender | undefined): string => {
  if (gender === undefined) return 'Уважаемый(ая)';
  return gender === 'female' ? 'Уважаемая' : 'Уважаемый';
};

/** «Уважаемая Мария Петровна!», or of whom the letter to others tells. */
export const salutation = (thanks: Named, gender: Gender | undefined): string => {
  if (thanks.addressed === 'work') return `О вашем сотруднике: ${fullName(nameOf(thanks))}`;
  if (thanks.addressed === 'parents') {
    const [, first = thanks.representative, middle = ''] = thanks.representative.split(/\s+/);
    const whose = { female: 'О вашей дочери', male: 'О вашем сыне' } as const;
    const about = `${gender ? whose[gender] : 'О вашем ребёнке'}: ${fullName(nameOf(thanks))}`;
    return `${dear(genderOf({ last: '', first, middle }))} ${[first, middle].filter(Boolean).join(' ')}! ${about}`;
  }
  return `${dear(gender)} ${[thanks.firstName, thanks.patronymic].filter(Boolean).join(' ')}!`;
};

/** Where a letter may start from; written to be edited. */
export const firstWords = (shortCollege: string): string =>
  `Благодарим Вас за наставничество в ${shortCollege}: за время, которое Вы нашли, за терпение и за умение объяснить.\nЖелаем сил, учеников, которыми можно гордиться, и радости от их успехов.`;
