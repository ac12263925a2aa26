import type { PageRefusal } from './file-page.ts';
import type { PrintRefusal } from './print-forms.ts';
import type { PaperRefusal } from './record-scanned.ts';
import type { PageProblem } from './scan-rows.ts';
import { consentRefusals } from './texts.ts';

export const printRefusals: Readonly<Record<PrintRefusal, string>> = {
  nobody: 'Печатать некому: по этому выбору никого нет. Выберите другие группы или снимите отбор.',
  'no-text': 'Для этого вида согласия нет действующего текста. Сначала выпустите редакцию текста.',
  'basis-over': 'Требования, по которым написан этот текст, больше не действуют. Выпустите новую редакцию текста.',
  'too-many': 'Слишком много людей сразу. Печатайте не больше 5000 бланков за раз.',
  'till-past': 'Этот день уже прошёл. Укажите последний день, до которого берут согласие.',
};

export const printRefusalFields: Readonly<Partial<Record<PrintRefusal, string>>> = { 'till-past': 'till' };

/** Why a page lies in no form, and what to do. */
export const pageProblems: Readonly<Record<PageProblem, string>> = {
  'no-code': 'Код не найден. Посмотрите на лист и укажите, чей он.',
  'foreign-code': 'Это другой документ: код на нём не наш, или на снимке сразу два листа.',
  'other-college': 'Бланк другого колледжа. Его нельзя записать здесь: верните бумагу тем, кто её печатал.',
  'unknown-form': 'Код наш, но такого бланка нет: печать отменили или бланк уничтожен по сроку. Укажите, чей это лист.',
  'broken-file': 'Файл не открывается: он испорчен или защищён паролем. Отсканируйте лист ещё раз.',
};

export const paperRefusals: Readonly<Record<PaperRefusal, string>> = {
  ...consentRefusals,
  'person-left': 'Человек выбыл из колледжа. Согласие выбывшего не записывают.',
  'form-recorded': 'Этот бланк уже записан.',
  'no-scan': 'У бланка нет скана.',
};

export const pageRefusals: Readonly<Record<PageRefusal, string>> = {
  'page-filed': 'Этот лист уже разобран.',
  'no-text': 'Такой редакции текста нет. Выберите другую.',
  'person-left': 'Человек выбыл из колледжа. Согласие выбывшего не записывают.',
  'nothing-to-join': 'В этой пачке нет бумаги этого человека, к которой можно приложить лист.',
  'broken-page': 'Этот файл не открывается, разобрать его нельзя. Отсканируйте лист ещё раз.',
};
