import { type PersonInput, personOf } from '../../features/people/person.ts';
import { day } from '../../kernel/day.ts';
import type { Chance } from './chance.ts';
import { demoGroups } from './college.ts';
import { type namesBy, parentOf } from './names.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Twenty to a group, sixteen to twenty years old. Of each third course half come of age between two Aprils. */
export const demoStudents = (
  chance: Chance,
  name: ReturnType<typeof namesBy>,
  groupIds: readonly string[],
): PersonInput[] =>
  demoGroups.flatMap(({ course, students, code }, group) =>
    Array.from({ length: students }, (_, place) => {
      const who = name(chance.happens(code.startsWith('ИС') ? 0.6 : 0.78) ? 'male' : 'female');
      const { lastName, firstName, patronymic, gender } = who;
      const month = 1 + chance.below(12);
      const born = 2012 - course - (month > 3 ? 1 : 0);
      const number = group * 30 + place;
      return personOf(
        'student',
        { lastName, firstName, patronymic },
        {
          gender,
          birthDay: day(`${born}-${two(month)}-${two(1 + chance.below(28))}`),
          phone: chance.happens(0.94) ? `+7912001${String(1000 + number)}` : null,
          groupId: groupIds[group] ?? null,
          representativeName: parentOf(chance, who),
          representativePhone: chance.happens(0.9) ? `+7912002${String(1000 + number)}` : null,
        },
      );
    }),
  );
