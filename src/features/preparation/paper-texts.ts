import { yearLabel } from '../../kernel/academic-year.ts';
import { type Day, dayWithin, formatDayLong } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import { personData } from '../documents/data-texts.ts';
import type { PaperData } from '../documents/rows.ts';
import { fullName, type Person } from '../people/person.ts';
import type { FormChoice } from './form-need.ts';
import { partNames } from './part-texts.ts';
import type { FormCurator, GroupMember } from './working-group.ts';

const nbsp = '\u00a0';
const dashed = (label: string): string => label.replaceAll(' — ', `${nbsp}— `);

export const groupOrderTitle = (year: number): string =>
  `О рабочей группе и кураторах наставничества на ${yearLabel(year)} учебный год`;

export const formsMinutesTitle = (year: number): string => `О формах наставничества в ${yearLabel(year)} учебном году`;

interface GroupOrder {
  readonly year: number;
  readonly today: Day;
  readonly members: readonly GroupMember[];
  readonly curators: readonly FormCurator[];
  readonly people: ReadonlyMap<string, Person>;
  readonly editor: Person | undefined;
  readonly forms: ReadonlyMap<string, string>;
}

const place = ({ post, organisationName }: GroupMember): string => [post, organisationName].filter(Boolean).join(', ');

/** Fields of the template of the order. The term of the roadmap is the middle of September while that is ahead. */
export const groupOrderData = ({ year, today, members, curators, people, editor, forms }: GroupOrder): PaperData => {
  const roadmapBy = dayWithin(year, 9, 15);
  const acquainted = new Map([...curators, ...members].map((one) => [one.personId, fullName(one)]));
  return {
    'учебный год': yearLabel(year),
    кураторы: curators.flatMap(({ personId, form }) => {
      const person = people.get(personId);
      return person ? [{ ...personData(person), форма: dashed(forms.get(form) ?? form) }] : [];
    }),
    ...(roadmapBy >= today ? { 'срок карты': formatDayLong(roadmapBy) } : {}),
    ...(editor ? { 'ответственный за сайт': personData(editor) } : {}),
    'рабочая группа': members.map((member) => ({
      ФИО: fullName(member),
      должность: place(member),
      роль: partNames[member.part],
    })),
    ознакомить: [...acquainted.values()].map((ФИО) => ({ ФИО })),
  };
};

interface FormsMinutes {
  readonly year: number;
  readonly chair: Person | undefined;
  readonly secretary: Person | undefined;
  readonly present: readonly Person[];
  readonly choices: readonly FormChoice[];
  readonly forms: ReadonlyMap<string, string>;
}

const decisionOn = ({ form, mentees, mentors, expected }: FormChoice, forms: ReadonlyMap<string, string>): string =>
  `Применять форму «${dashed(forms.get(form) ?? form)}»: ${counted(mentees, 'наставляемый', 'наставляемых', 'наставляемых')}, ` +
  `${counted(mentors, 'наставник', 'наставника', 'наставников')}. Ожидаемый результат: ${expected.replace(/[.\s]+$/, '')}.`;

/** Minutes of the choice of forms; what was said at the meeting is written in by hand. */
export const formsMinutesData = ({ year, chair, secretary, present, choices, forms }: FormsMinutes): PaperData => ({
  собрание: 'заседания рабочей группы по наставничеству',
  ...(chair ? { председатель: personData(chair) } : {}),
  ...(secretary ? { секретарь: personData(secretary) } : {}),
  присутствовали: present.filter(({ id }) => id !== chair?.id && id !== secretary?.id).map(personData),
  приглашены: [],
  вопросы: [
    {
      тема: `О выборе форм наставничества в ${yearLabel(year)} учебном году`,
      ...(secretary ? { докладчик: personData(secretary) } : {}),
      доклад: `запросы студентов и педагогов по формам: ${choices
        .filter(({ needed }) => needed > 0)
        .map(
          ({ form, needed }) =>
            `«${dashed(forms.get(form) ?? form)}»${nbsp}— ${counted(needed, 'человек', 'человека', 'человек')}`,
        )
        .join(', ')}`,
      выступления: [],
      решения: choices.filter(({ chosen }) => chosen).map((choice) => ({ текст: decisionOn(choice, forms) })),
    },
  ],
});
