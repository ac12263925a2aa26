import type { UploadRefusal } from '../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../platform/files/texts.ts';
import type { ConsentState, Purpose, Signatory } from './consent.ts';
import type { TextRefusal } from './publish-text.ts';
import type { ConsentsRefusal } from './record-consents.ts';

/** Shown as «Согласие на …». */
export const purposeNames: Readonly<Record<Purpose, string>> = {
  processing: 'обработка данных',
  publication: 'публикация',
  'third-party': 'передача третьим лицам',
  photo: 'фото и видео',
};

export const purposeTitles: Readonly<Record<Purpose, string>> = {
  processing: 'Согласие на обработку персональных данных',
  publication: 'Согласие на публикацию персональных данных',
  'third-party': 'Согласие на передачу данных третьим лицам',
  photo: 'Согласие на съёмку и использование изображения',
};

export const purposeHints: Readonly<Record<Purpose, string>> = {
  processing: 'Без него нельзя вести человека в базе и закрепить пару',
  publication: 'Доска почёта, истории успеха, тематическая страница',
  'third-party': 'Предприятие-партнёр, региональный институт, другая площадка',
  photo: 'Снимки с мероприятий',
};

export const stateNames: Readonly<Record<ConsentState, string>> = {
  valid: 'действует',
  'expires-soon': 'скоро кончится',
  'outdated-text': 'прежний текст',
  'turned-18': 'исполнилось 18',
  'needs-self': 'нет подписи самого человека',
  'needs-representative': 'нет подписи родителя',
  expired: 'срок вышел',
  withdrawn: 'отозвано',
  missing: 'нет',
};

/** What to do about a state; '' when nothing. */
export const stateAdvice: Readonly<Record<ConsentState, string>> = {
  valid: '',
  'expires-soon': 'Подготовьте согласие на следующий срок.',
  'outdated-text': 'Текст с тех пор изменился. Согласие действует, но новое лучше взять по новому тексту.',
  'turned-18': 'Согласие давали, когда человек был несовершеннолетним. Теперь его подписывает он сам.',
  'needs-self': 'Возьмите согласие с подписью самого человека.',
  'needs-representative': 'Возьмите согласие с подписью родителя или другого представителя.',
  expired: 'Возьмите согласие на новый срок.',
  withdrawn: 'Человек отозвал согласие. Новое можно взять, только если он сам передумал.',
  missing: 'Согласия ещё не брали.',
};

export const signatoryNames: Readonly<Record<Signatory, string>> = {
  self: 'сам человек',
  representative: 'представитель',
  both: 'и сам, и представитель',
};

export const signatoryRules: Readonly<Record<Signatory, string>> = {
  self: 'Подписывает сам человек.',
  both: 'Нужны две подписи: самого студента и родителя или другого представителя.',
  representative: 'Нужна подпись родителя или другого представителя.',
};

export const consentRefusals: Readonly<Record<ConsentsRefusal, string>> = {
  'person-left':
    'Человек выбыл: согласия больше не записывают. Если он вернулся, сначала верните его карточку, потом запишите бумагу.',
  'no-text': 'Такой редакции текста нет. Выберите редакцию из списка.',
  'text-not-yet': 'В этот день такого текста ещё не было. Проверьте дату подписи или выберите прежнюю редакцию.',
  'signed-ahead': 'Дата подписи ещё не наступила. Укажите день, который стоит в бумаге.',
  'ends-before-start': 'Срок кончается раньше, чем согласие подписано. Исправьте одну из дат.',
  'no-representative': 'Впишите фамилию, имя и отчество представителя, который подписал.',
  'already-recorded': 'Такое согласие с этой датой уже записано.',
  'withdrawn-later': 'После этого дня человек отозвал такое согласие. Нужна новая бумага, подписанная позже отзыва.',
  'nothing-allowed': 'Отметьте хотя бы одно: молчание — не согласие на публикацию.',
  nobody: 'Никто не выбран. Отметьте хотя бы одного человека.',
};

/** The field under which a refusal is shown. */
export const consentRefusalFields: Readonly<Partial<Record<ConsentsRefusal, string>>> = {
  'no-text': 'textVersion',
  'text-not-yet': 'signedOn',
  'signed-ahead': 'signedOn',
  'ends-before-start': 'validTill',
  'no-representative': 'representativeName',
  'withdrawn-later': 'signedOn',
  'nothing-allowed': 'categories',
};

export const withdrawalRefusals = {
  'nothing-to-withdraw': 'Отзывать нечего: действующего согласия уже нет.',
} as const;

export const textRefusals: Readonly<Record<TextRefusal, string>> = {
  'changed-meanwhile': 'Пока вы писали, вышла новая редакция этого текста. Сравните её со своей и отправьте ещё раз.',
  'same-text': 'Текст не отличается от действующего.',
  'unknown-tags':
    'В тексте есть метка, которой система не знает, или часть, у которой нет конца. Проверьте фигурные скобки.',
  'begins-too-early': 'Новая редакция начинает действовать позже прежней. Укажите более поздний день.',
};

export const scanRefusal = (refusal: UploadRefusal): string => uploadRefusalText(refusal);

export const consentsJournal: Readonly<Record<string, string>> = {
  'consent.recorded': 'Согласие записано',
  'consent.scanned': 'Скан согласия приложен',
  'consent.withdrawn': 'Согласие отозвано',
  'consent-forms.printed': 'Бланки согласий напечатаны',
  'consent-scans.brought': 'Сканы согласий загружены',
  'consent-scan.filed': 'Лист скана разобран вручную',
  'consent.signed': 'Согласие подписано в системе',
  'consent-settings.changed': 'Настройки согласий изменены',
  'signing-key.issued': 'Код электронной подписи выдан',
  'signing-key.revoked': 'Код электронной подписи отменён',
  'representative.linked': 'Представитель указан',
  'representative.unlinked': 'Представитель убран',
  'retention-rule.changed': 'Срок хранения изменён',
  'records.destroyed': 'Записи уничтожены по акту',
  'consent-text.published': 'Выпущена новая редакция согласия',
};
