import { changeCollege } from '../../features/college/change-college.ts';
import type { CollegeInput } from '../../features/college/college.ts';
import { day } from '../../kernel/day.ts';

/** The invented college lives on this day until somebody deletes it: the middle of its year, when pairs have worked for a term. */
export const demoToday = day('2027-02-08');

const details: Omit<CollegeInput, 'currentYear'> = {
  fullName:
    'Кировское областное государственное профессиональное образовательное бюджетное учреждение «Верхневятский электромеханический техникум»',
  shortName: 'Верхневятский электромеханический техникум',
  founder: 'Министерство образования Кировской области',
  city: 'г. Верхневятск',
  contacts: '612999, Кировская область, г. Верхневятск, ул. Заводская, д. 14, тел. (83300) 2-00-14',
  timeZone: 'Europe/Moscow',
};

/** Writes the details and lives in this academic year from now on. */
export const openYearOf = (ctx: Parameters<typeof changeCollege>[0], year: number) =>
  changeCollege(ctx, { ...details, currentYear: year });

const specialities: Readonly<Record<string, string>> = {
  ЭМ: '13.02.13 Эксплуатация и обслуживание электрического и электромеханического оборудования',
  ТМ: '15.02.16 Технология машиностроения',
  СВ: '15.01.05 Сварщик',
  МР: '15.02.17 Монтаж, техническое обслуживание, эксплуатация и ремонт промышленного оборудования',
  ИС: '09.02.07 Информационные системы и программирование',
  АТ: '23.02.07 Техническое обслуживание и ремонт автотранспортных средств',
};

const codes = `ЭМ-11 ЭМ-12 ЭМ-21 ЭМ-31 ЭМ-41 ТМ-11 ТМ-21 ТМ-31 ТМ-41 СВ-11 СВ-12 СВ-21 СВ-31 МР-11 МР-21 МР-31 МР-41
  ИС-11 ИС-21 ИС-31 ИС-41 АТ-11 АТ-21 АТ-31`.split(/\s+/);

/** 24 groups; who studies how many years thins out, but together they are 480. */
export const demoGroups = codes.map((code) => {
  const course = Number(code.slice(3, 4));
  return {
    code,
    course,
    speciality: specialities[code.slice(0, 2)] ?? '',
    students: [21, 20, 20, 18][course - 1] ?? 20,
  };
});

/** Groups whose class teachers have not handed in their needs yet. */
export const silentGroups = ['ЭМ-12', 'ТМ-21', 'СВ-11', 'МР-31', 'АТ-31'];
