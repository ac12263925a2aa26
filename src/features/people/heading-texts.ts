import type { PersonField } from './person-values.ts';

/** Why a column is not read. `special`: a category of data that the law guards and matching does not need. */
export type SkipReason =
  | 'special'
  | 'number'
  | 'excess'
  | 'later'
  | 'note'
  | 'unknown'
  | 'empty'
  | 'repeated'
  | 'chosen';

export type HeadingMeaning = PersonField | { readonly skip: SkipReason } | 'mentorName';

const end = '(?![а-я])';

/**
 * What the headings of colleges' lists mean. The first that fits wins, so what is narrow stands above what is wide.
 * Headings come in small letters, е for ё, every sign a space, levels of a heading joined from the top.
 */
export const headingMeanings: readonly (readonly [RegExp, HeadingMeaning])[] = [
  [/соц[а-я]* (статус|категор|положени|групп|паспорт)|социальн/, { skip: 'special' }],
  [/инвалид|овз|здоров|диагноз|заболев|групп[а-я]* крови|медицин|прививк|психо/, { skip: 'special' }],
  [
    /сирот|опек|малоимущ|малообеспеч|многодет|неполн[а-я]* сем|льгот|статус сем|состав сем|сво(?![а-я])/,
    { skip: 'special' },
  ],
  [/кдн|пдн|учет[еа]?(?![а-я])|судим|правонаруш|группа риска|девиант|склонн/, { skip: 'special' }],
  [/национальн|вероисповед|религ|политич/, { skip: 'special' }],
  [
    /снилс|паспорт|инн(?![а-я])|адрес|прописк|место жительства|регистрац|гражданств|место рождения|полис/,
    { skip: 'excess' },
  ],
  [
    /приказ|зачислен|договор|№ дела|личн[а-я]* дел|аттестат|форма обучения|бюджет|финансир|стипенд|балл/,
    { skip: 'later' },
  ],
  [/соглас/, { skip: 'later' }],
  [/форм[а-я]* наст|вид наст|наставническ[а-я]* пар/, { skip: 'later' }],
  [
    /(тел|контакт|моб|сотов|номер)[а-я]* .*(род|мат|мам|от[ец]|пап|представит|опекун)|(род|мат|мам|от[ец]|представит)[а-я]* .*(тел|контакт|моб|сотов)/,
    'parentPhone',
  ],
  [
    /(место работы|работа|должность) .*(род|мат|отц)|(род|мат|отц)[а-я]* .*(место работы|работ|должност)/,
    { skip: 'excess' },
  ],
  [/родител|законн[а-я]* предст|представител|(^| )(мать|отец|мама|папа)( |$)|опекун/, 'parentName'],
  [/(классн|кл) .*рук|куратор|мастер/, { skip: 'later' }],
  [/наставник/, 'mentorName'],
  [/(дата|день|год|д) *(и *(месяц|год)[а-я]* *)?рожд|рожд|^д р$|^др$|birth/, 'birthDay'],
  [/возраст|полных лет/, { skip: 'excess' }],
  [/e ?mail|е ?mail|почт|электронн|емейл|имейл/, 'email'],
  [new RegExp(`тел(?:ефон)?[а-я]*${end}|сотов|моб|phone`), 'phone'],
  [/^контакт[а-я]*$|контактн/, 'phone'],
  [/запрос|проблем|потребност|тема наставнич|в чем нужна|трудност/, 'need'],
  [/(^| )(пол)( |$)|gender|sex/, 'gender'],
  [/групп|(^| )гр( |$)|group/, 'group'],
  [/(^| )курс/, 'course'],
  [/должност|профессия работ|преподаваем/, 'post'],
  [/организац|предприят|место работы|работодател|компани/, 'organisation'],
  [/(^| )ф ?и ?о( |$)|фио|фамилия .*имя|fullname|full name/, 'fullName'],
  [/фамили|last ?name|surname/, 'lastName'],
  [/отчеств|patronymic|middle ?name/, 'patronymic'],
  [/(^| )имя( |$)|first ?name/, 'firstName'],
  [
    /^(студент|обучающ|учащ|слушател|ученик|педагог|преподавател|сотрудник|эксперт|наставляем|участник|человек|name)[а-я]*( |$)/,
    'fullName',
  ],
  [/специальност|профессия|квалификац|отделени|кафедр|факультет/, { skip: 'later' }],
  [/^(№|n|no|п п|№ п п|n п п|номер|номер п п|пп|№ пп|#)$/, { skip: 'number' }],
  [/примечан|комментар|отметк|прочее|дополнительн/, { skip: 'note' }],
];
