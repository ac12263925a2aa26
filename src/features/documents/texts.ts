import type { TemplateProblem } from '../../platform/docx/inspect-template.ts';
import type { TextPlace } from '../../platform/docx/part-text.ts';
import type { UploadRefusal } from '../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../platform/files/texts.ts';
import type { Tone } from '../../ui/badge.tsx';
import type { DocumentKind, DocumentStatus, PaperKind, RegisteredKind, SigningRefusal } from './document.ts';
import type { EnterActRefusal } from './enter-act.ts';
import type { MakeRefusal, RefreshRefusal } from './make-document.ts';
import type { NumberRefusal } from './number-document.ts';
import type { RegisterRefusal } from './register-document.ts';
import type { RemoveRefusal } from './remove-document.ts';
import type { SignRefusal } from './sign-document.ts';

export const kindNames: Readonly<Record<DocumentKind, string>> = {
  'pairs-order': 'Приказ о закреплении пар и групп',
  'amending-order': 'Приказ об изменении состава пар и групп',
  'working-group-order': 'Приказ о рабочей группе и кураторах',
  'roadmap-order': 'Приказ об утверждении дорожной карты',
  minutes: 'Протокол рабочей группы',
  'press-release': 'Пресс-релиз',
  'consent-adult': 'Согласие участника (с 18 лет)',
  'consent-minor': 'Согласие участника и представителя (14–17 лет)',
  'consent-representative': 'Согласие представителя',
};

export const registeredNames: Readonly<Record<RegisteredKind, string>> = {
  regulation: 'Положение о наставничестве',
  'needs-minutes': 'Протокол о запросах наставляемых',
  'forms-minutes': 'Протокол о выборе форм наставничества',
  'questionnaire-method': 'Методика анкетирования',
  publication: 'Публикация о программе',
  'experts-bank': 'Банк экспертов',
  'mentee-information': 'Протокол или пресс-релиз о программе: родители, педагоги, обучающиеся',
  'mentor-information': 'Протокол или пресс-релиз о программе: будущие наставники',
  'mentor-questionnaires': 'Анкеты кандидатов в наставники',
  'mentors-minutes': 'Протокол о составе наставников',
  'training-programme': 'Программа обучения наставников',
  'training-contract': 'Договор об обучении наставников',
  'training-certificate': 'Удостоверение или сертификат наставника',
  'meeting-minutes': 'Протокол общей встречи',
  plan: 'Индивидуальный план пары',
  materials: 'Методические материалы',
  'honour-board': 'Доска почёта',
  'practice-case': 'Описание практики',
  'feedback-summary': 'Сводка обратной связи',
  'monitoring-note': 'Справка по мониторингу',
  'results-minutes': 'Протокол об итогах',
  'final-press-release': 'Пресс-релиз итогового события',
  'next-year-base': 'База на следующий год',
  'partner-agreement': 'Соглашение с предприятием',
  review: 'Отзыв участника',
  other: 'Другой документ',
};

/** The name of any kind that stands in the register. */
export const paperNames: Readonly<Record<PaperKind, string>> = { ...kindNames, ...registeredNames };

export const statusNames: Readonly<Record<DocumentStatus, string>> = {
  draft: 'Проект',
  'on-signing': 'На подписи',
  signed: 'Подписан',
  amended: 'Изменён',
  cancelled: 'Отменён',
};

const signingRefusals: Readonly<Record<SigningRefusal, string>> = {
  'no-number': 'Укажите номер документа: без него документ нельзя отметить подписанным.',
  'no-date': 'Укажите дату документа: без неё документ нельзя отметить подписанным.',
  'wrong-status': 'Документ уже подписан, изменён или отменён.',
};

const fileProblems: Readonly<Record<NonNullable<TemplateProblem['file']>, string>> = {
  empty: 'Файл пуст.',
  'too-big': 'Файл больше 25 МБ. Уменьшите картинки в шаблоне и загрузите его снова.',
  'wrong-kind': 'Это не документ Word. Сохраните шаблон в формате DOCX и загрузите его снова.',
  damaged: 'Файл повреждён. Откройте его в Word, сохраните заново и загрузите ещё раз.',
  'too-many-entries': 'Файл устроен слишком сложно для шаблона.',
  'too-large-inside': 'Внутри файла слишком много данных. Уберите из шаблона лишнее.',
  'compressed-too-hard': 'Файл похож на архивную бомбу, он не принят.',
  'false-sizes': 'Файл повреждён или подделан, он не принят.',
  'unsafe-names': 'Файл устроен небезопасно, он не принят.',
  encrypted: 'Документ защищён паролем. Снимите защиту в Word и загрузите его снова.',
  macros: 'В документе есть макросы. Сохраните его как обычный DOCX без макросов.',
  'active-content': 'В документ вставлены другие файлы или элементы управления. Уберите их и загрузите шаблон снова.',
  'external-links': 'Документ ссылается на файлы или картинки в сети. Вставьте картинки в сам документ.',
  doctype: 'Файл устроен небезопасно, он не принят.',
  'too-long': 'Документ слишком длинный для шаблона.',
};

const partNames: Readonly<Record<TextPlace['part'], string>> = {
  body: '',
  header: 'верхний колонтитул',
  footer: 'нижний колонтитул',
};

/** «таблица 1, строка 2, столбец 3, рядом с „…“». */
function placeWords({ part, paragraph, table, row, column, near }: TextPlace): string {
  const where =
    table === undefined ? `абзац ${paragraph ?? 1}` : `таблица ${table}, строка ${row ?? 1}, столбец ${column ?? 1}`;
  const words = [partNames[part], where].filter(Boolean).join(', ');
  return near ? `${words}, рядом с текстом «${near}»` : words;
}

const problemWords: Readonly<Record<Exclude<TemplateProblem['kind'], 'file'>, (tag: string) => string>> = {
  'unclosed-tag': (tag) => `Поле «{${tag}» не закрыто: поставьте в конце фигурную скобку.`,
  'unopened-tag': (tag) => `У поля «${tag}}» нет открывающей фигурной скобки.`,
  'unclosed-loop': (tag) => `Повтор «{#${tag}}» не закрыт: после повторяемой части поставьте «{/${tag}}».`,
  'unopened-loop': (tag) => `Перед «{/${tag}}» нет начала повтора «{#${tag}}».`,
  'crossed-loops': (tag) =>
    `Повтор «${tag}» начинается и кончается в разных местах: уберите пересечение с соседним повтором или ячейкой таблицы.`,
  'loop-in-itself': (tag) => `Повтор «{#${tag}}» стоит внутри самого себя.`,
  'raw-tag': (tag) => `Поле «{${tag}}» вставило бы в документ чужую разметку. Уберите знак «@».`,
  'outside-loop': (tag) => `Поле «{${tag}}» есть только внутри повтора.`,
  'unknown-tag': (tag) => `Поля «{${tag}}» нет: в документе на его месте останется пустая строка.`,
  'unknown-filter': (tag) => `В поле «{${tag}}» неизвестная форма слова после черты.`,
  broken: (tag) =>
    `Шаблон не читается${tag ? ` в поле «{${tag}}»` : ''}. Откройте его в Word, сохраните заново и загрузите ещё раз.`,
};

const meantWords = (kind: TemplateProblem['kind'], meant: string): string =>
  kind === 'outside-loop'
    ? `Поставьте его между «{#${meant}}» и «{/${meant}}».`
    : `Возможно, имелось в виду «${meant}».`;

/** A problem of an uploaded template in one or two sentences, with the place and what was probably meant. */
export function templateProblemText(problem: TemplateProblem): string {
  if (problem.kind === 'file') return fileProblems[problem.file ?? 'damaged'];
  const words = [problemWords[problem.kind](problem.tag)];
  if (problem.meant !== undefined) words.push(meantWords(problem.kind, problem.meant));
  if (problem.place) words.push(`Место: ${placeWords(problem.place)}.`);
  return words.join(' ');
}

export const statusTones: Readonly<Record<DocumentStatus, Tone>> = {
  draft: 'warn',
  'on-signing': 'run',
  signed: 'ok',
  amended: 'mute',
  cancelled: 'mute',
};

const changedMeanwhile =
  'Пока вы смотрели, документ изменил другой человек. Ниже документ, каким он стал; проверьте и повторите.';
const alreadySigned = 'Документ уже подписан: его меняет или отменяет только другой документ.';
const numberTaken = 'Этот номер в этом году уже занят другим документом. Возьмите следующий свободный.';

export const numberRefusals: Readonly<Record<NumberRefusal, string>> = {
  'changed-meanwhile': changedMeanwhile,
  'already-signed': alreadySigned,
  'number-taken': numberTaken,
};

export const signRefusals: Readonly<Record<SignRefusal, string>> = {
  ...numberRefusals,
  ...signingRefusals,
  'day-ahead': 'Дата документа ещё не наступила. Подписать можно сегодняшним или прошедшим днём.',
  'old-not-in-force': 'Документ, который меняет этот проект, уже отменён. Удалите проект или составьте новый.',
};

export const makeRefusals: Readonly<Record<MakeRefusal, string>> = {
  'not-in-force': 'Изменить или отменить можно только действующий документ.',
  'not-amendable': 'Приказом отменяют только приказ. Протокол и другие документы заменяют новыми.',
};

export const refreshRefusals: Readonly<Record<RefreshRefusal, string>> = {
  'not-a-draft': 'Обновить можно только проект. Верните документ с подписи или составьте новый.',
};

export const registerRefusals: Readonly<Record<RegisterRefusal, { readonly field: string; readonly text: string }>> = {
  'number-needed': { field: 'number', text: 'У приказа и протокола есть номер: впишите его' },
  'number-taken': { field: 'number', text: 'Документ с этим номером в этом году уже есть в реестре' },
  'day-ahead': { field: 'day', text: 'Этот день ещё не наступил' },
  'review-before-day': { field: 'reviewBy', text: 'Пересмотр должен быть позже даты документа' },
};

export const removeRefusals: Readonly<Record<RemoveRefusal, string>> = {
  'signed-stays': 'Подписанный документ не удаляют: его отменяет другой документ.',
  'others-lean-on-it': 'Документ изменён или отменён другим документом, поэтому остаётся в реестре.',
};

export const scanRefusals = {
  'not-signed': 'Скан прикладывают к подписанному документу. Сначала отметьте подпись.',
} as const;

/** Why a file is no scan of a paper. */
export const scanFileText = (refusal: Omit<UploadRefusal, 'ok'>): string =>
  refusal.reason === 'wrong-kind'
    ? 'Скан принимаем в PDF, JPEG или PNG. Сохраните его в одном из этих видов и приложите снова.'
    : uploadRefusalText(refusal);

export const documentsJournal: Record<string, string> = {
  'document.made': 'Составлен проект документа',
  'document.refreshed': 'Проект документа собран заново',
  'document.filled': 'Проект документа дополнен вручную',
  'document.numbered': 'Документу присвоены номер и дата',
  'document.sent': 'Документ отправлен на подпись',
  'document.taken-back': 'Документ возвращён с подписи',
  'document.signed': 'Документ подписан',
  'document.amended': 'Документ изменён другим документом',
  'document.cancelled': 'Документ отменён другим документом',
  'document.registered': 'Документ внесён в реестр',
  'document.scanned': 'Приложен скан документа',
  'document.removed': 'Документ убран из реестра',
  'template.uploaded': 'Загружен шаблон документа',
  'template.retired': 'Шаблон документа заменён стандартным',
};

export const enterActRefusals: Readonly<Record<EnterActRefusal, string>> = {
  'not-in-force': 'В реестр актов вносят подписанный действующий документ с датой.',
  'already-an-act': 'Этот документ уже стоит в реестре актов.',
  'already-there': 'Акт с этим номером и датой в реестре уже есть: выберите его в списке и свяжите.',
  'no-such-act': 'Такого акта колледжа нет, или он уже связан с другим документом. Выберите из списка ещё раз.',
};
