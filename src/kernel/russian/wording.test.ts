import { describe, expect, test } from 'vitest';
import { filterLabels, filters, nameForms, postForms } from './wording.ts';

const wording = (filter: string, words: string): string => (filters[filter]?.(words) ?? '').replaceAll('\u00a0', ' ');

describe('a filter of a template', () => {
  test.each([
    ['вин', 'Ложкина Елена Сергеевна', 'Ложкину Елену Сергеевну'],
    ['дат', 'Корнилов Андрей Викторович', 'Корнилову Андрею Викторовичу'],
    ['тв', 'Петров-Водкин Иван Ильич', 'Петровым-Водкиным Иваном Ильичом'],
    ['инициалы', 'Корнилов Андрей Викторович', 'А. В. Корнилов'],
    ['фамилия', 'Корнилов Андрей Викторович', 'Корнилов А. В.'],
    ['вин', 'педагог-организатор', 'педагога-организатора'],
    ['дат', 'заместитель директора по УВР', 'заместителю директора по УВР'],
    ['инициалы', 'директор', 'директор'],
  ])('%s makes of «%s» «%s»', (filter, words, expected) => {
    expect(wording(filter, words)).toBe(expected);
  });

  test('has a label for everybody who writes a template', () => {
    expect(Object.keys(filters).sort()).toEqual(Object.keys(filterLabels).sort());
  });
});

describe('forms', () => {
  test('are plain data with all cases, corrections first', () => {
    const forms = nameForms({ last: 'Шульга', first: 'Ян', gender: 'male' }, { dative: { last: 'Шульга' } });

    expect(forms.вин).toBe('Шульгу Яна');
    expect(forms.дат).toBe('Шульга Яну');
    expect(structuredClone(forms)).toEqual(forms);
  });

  test('of a post follow its head word', () => {
    expect(postForms('ведущий методист').род).toBe('ведущего методиста');
  });
});
