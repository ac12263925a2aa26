import type { Role } from '../../kernel/actor.ts';
import { searchKey } from '../../kernel/russian/search.ts';

/** The first that fits decides: «руководитель рабочей группы» is of the working group, not the director. */
const rules: readonly (readonly [RegExp, Role])[] = [
  [/рабоч\S* групп/u, 'working-group'],
  [/^(?:кл\.|кл\s|классн)|рук\S* (?:учебн\S* )?групп|тьютор|куратор\S* (?:учебн\S* )?групп/u, 'class-teacher'],
  [/психолог/u, 'psychologist'],
  [/соц\S*\s?педагог|соцпедагог/u, 'social-teacher'],
  [/методист/u, 'methodist'],
  [/сайт|соцсет|социальн\S* сет|пресс|(?<!\p{L})вк(?!\p{L})/u, 'editor'],
  [/^зам|^зав|заместител/u, 'deputy'],
  [/куратор|координатор/u, 'curator'],
  [/наставник/u, 'mentor'],
  [/наставляем/u, 'mentee'],
  [/эксперт/u, 'expert'],
  [/работодател|предприяти|партнер/u, 'employer'],
  [/родител|представител/u, 'parent'],
  [/^(?:и ?\.? ?о\.? )?(?:директор|руководител|врио)/u, 'director'],
];

const ofWords = (words: string): readonly Role[] => {
  const key = searchKey(words);
  const rule = rules.find(([pattern]) => pattern.test(key));
  return rule ? [rule[1]] : [];
};

/** Roles that the words of the column «Ответственные» stand for; words that name nobody known give none. */
export const rolesOf = (responsible: readonly string[]): readonly Role[] => [...new Set(responsible.flatMap(ofWords))];
