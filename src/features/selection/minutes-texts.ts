import { yearLabel } from '../../kernel/academic-year.ts';
import { counted } from '../../kernel/russian/plural.ts';
import { personData } from '../documents/data-texts.ts';
import type { PaperData } from '../documents/rows.ts';
import { fullName, type Person } from '../people/person.ts';
import type { CandidateLine } from './candidate-rows.ts';

export const minutesTitle = (year: number): string =>
  `Протокол рабочей группы о составе наставников на ${yearLabel(year)} учебный год`;

export interface MinutesSnapshot {
  readonly year: number;
  readonly chair: Person;
  readonly secretary: Person;
  readonly members: readonly Person[];
  readonly candidates: readonly CandidateLine[];
  readonly forms: ReadonlyMap<string, string>;
}

const placeOf = ({ groupCode, post, organisation }: CandidateLine): string =>
  [groupCode ? `гр. ${groupCode}` : post, organisation].filter(Boolean).join(', ');

const line = (candidate: CandidateLine, forms: MinutesSnapshot['forms']): string => {
  const names = candidate.forms.map((code) => `«${forms.get(code) ?? code}»`).join(', ');
  const place = placeOf(candidate);
  const about = [place, names ? `форма ${names}` : ''].filter(Boolean).join('; ');
  const exception = candidate.exception ? ` — в порядке исключения: ${candidate.exception}` : '';
  return `${fullName(candidate)}${about ? ` (${about})` : ''}${exception}`;
};

/** What the template of minutes prints about the choice of mentors. */
export const minutesData = (the: MinutesSnapshot): PaperData => {
  const approved = the.candidates.filter(({ track }) => track.decision === 'approved');
  const refused = the.candidates.filter(({ track }) => track.decision === 'refused');
  const present = [the.secretary, ...the.members].filter(
    ({ id }, index, all) => id !== the.chair.id && all.findIndex((one) => one.id === id) === index,
  );
  return {
    собрание: 'заседания рабочей группы по наставничеству',
    председатель: personData(the.chair),
    секретарь: personData(the.secretary),
    присутствовали: present.map(personData),
    приглашены: [],
    вопросы: [
      {
        тема: `О составе наставников на ${yearLabel(the.year)} учебный год`,
        докладчик: personData(the.secretary),
        доклад: `итоги анкетирования и собеседований: ${counted(the.candidates.length, 'кандидат', 'кандидата', 'кандидатов')}`,
        выступления: [],
        решения: [
          ...(approved.length > 0
            ? [
                {
                  текст: `Утвердить наставниками на ${yearLabel(the.year)} учебный год:\n${approved.map((one) => line(one, the.forms)).join(';\n')}.`,
                },
              ]
            : []),
          ...(refused.length > 0
            ? [
                {
                  текст: `Отклонить кандидатуры:\n${refused.map((one) => `${line(one, the.forms)} — ${one.reason}`).join(';\n')}.`,
                },
              ]
            : []),
        ],
      },
    ],
  };
};
