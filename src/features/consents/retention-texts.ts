import type { Purpose } from './consent.ts';
import { purposeNames } from './texts.ts';

export const retentionTexts = {
  consent: {
    label: 'Согласия, срок которых вышел',
    contents: 'фамилия, имя, отчество, подпись, скан согласия',
    basis: 'Три года после окончания согласия (срок исковой давности)',
  },
  form: {
    label: 'Бланки, которые не вернулись',
    contents: 'код бланка и имя того, кому он напечатан',
    basis: 'Решение колледжа',
  },
  scan: {
    label: 'Загруженные пачки сканов',
    contents: 'снимки листов, не вошедшие в дела',
    basis: 'Решение колледжа: разобранная пачка больше не нужна, сканы лежат в делах',
  },
} as const;

export const recordLabels = {
  consent: (name: string, purpose: Purpose): string => `${name}: согласие (${purposeNames[purpose]})`,
  form: (name: string, purpose: Purpose): string => `${name}: бланк (${purposeNames[purpose]})`,
} as const;

/** Words of the act and of the extract (РКН № 179: what they must name). */
export const actTexts = {
  act: 'АКТ',
  about: 'об уничтожении персональных данных',
  extract: 'ВЫГРУЗКА',
  extractAbout: 'из журнала регистрации событий в информационной системе персональных данных',
  number: (number: number, day: string): string => `№ ${number} от ${day}`,
  operator: (name: string, address: string): string => `Оператор: ${name}${address ? `, ${address}` : ''}.`,
  by: (name: string): string => `Уничтожение выполнил(а): ${name}.`,
  system: 'Информационная система: «Наставник».',
  way: 'Способ: записи и файлы удалены из информационной системы без возможности восстановления из неё; в резервных копиях они исчезнут по сроку хранения копий.',
  contents: (words: string): string => `Категории данных: ${words}.`,
  reason: { retention: 'Причина: истёк срок хранения.', withdrawal: 'Причина: субъект отозвал согласие.' },
  basis: (words: string): string => `Основание срока: ${words}.`,
  day: (day: string): string => `Дата уничтожения: ${day}.`,
  heads: {
    number: '№',
    whose: 'Субъект и запись',
    since: 'Срок вышел',
    action: 'Событие',
    when: 'Дата и время',
    who: 'Кто',
  },
  stopped:
    'Прекращена обработка, которая держалась только на этом согласии. Подписанная бумага хранится три года как доказательство.',
  signature: 'Подпись: ____________________',
  chair: 'Ответственный за обработку персональных данных: ____________________',
  file: (number: number): string => `Акт об уничтожении № ${number}.docx`,
  extractFile: (number: number): string => `Выгрузка к акту № ${number}.docx`,
} as const;
