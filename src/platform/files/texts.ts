import type { UploadReason, UploadRefusal } from './check-upload.ts';
import type { ForeignFamily, UploadFamily } from './file-kind.ts';
import type { ReadReason } from './read-failure.ts';

const kinds: Readonly<Record<UploadFamily | ForeignFamily, string>> = {
  xlsx: 'Это таблица Excel (.xlsx), здесь она не подходит.',
  ods: 'Это таблица LibreOffice (.ods), здесь она не подходит.',
  xls: 'Это таблица старого Excel (.xls), здесь она не подходит. Откройте её и сохраните как .xlsx.',
  docx: 'Это документ Word (.docx), здесь он не подходит.',
  odt: 'Это документ LibreOffice (.odt), здесь он не подходит.',
  text: 'Это простой текст или CSV, здесь он не подходит.',
  pdf: 'Это PDF, здесь он не подходит: из него нельзя надёжно прочитать таблицу.',
  jpeg: 'Это фотография (JPEG), как бы ни назывался файл. Здесь она не подходит.',
  png: 'Это картинка (PNG), как бы ни назывался файл. Здесь она не подходит.',
  tiff: 'Это скан (TIFF), как бы ни назывался файл. Здесь он не подходит.',
  doc: 'Это документ старого Word (.doc). Откройте его и сохраните как .docx.',
  rtf: 'Это документ RTF. Откройте его в Word и сохраните как .docx.',
  xlsb: 'Это двоичная книга Excel (.xlsb). Откройте её и сохраните как .xlsx.',
  encrypted: 'Файл закрыт паролем. Снимите пароль и загрузите снова.',
  image: 'Это картинка, здесь она не подходит. Сканы принимаем в PDF, JPEG, PNG и TIFF.',
  archive: 'Это архив. Распакуйте его и загрузите файл, который внутри.',
  other: 'Не удалось понять, что это за файл.',
};

const reasons: Readonly<Record<Exclude<UploadReason, 'wrong-kind'>, string>> = {
  empty: 'Файл пустой. Проверьте, тот ли файл выбран.',
  'too-big': 'Файл больше 25 МБ. Уберите из него картинки или разделите на части.',
  damaged: 'Файл повреждён и не открывается. Откройте его у себя, сохраните заново и загрузите снова.',
  'too-many-entries': 'Внутри файла слишком много частей. Скопируйте таблицу в новый файл и загрузите его.',
  'too-large-inside': 'В распакованном виде файл больше 200 МБ. Скопируйте нужное в новый файл и загрузите его.',
  'compressed-too-hard': 'Файл сжат так, как обычные программы не сжимают. Сохраните таблицу заново в новый файл.',
  'false-sizes': 'Размеры внутри файла указаны неверно. Откройте его у себя, сохраните заново и загрузите снова.',
  'unsafe-names': 'Внутри файла недопустимые имена частей. Сохраните его заново в Excel, Word или LibreOffice.',
  encrypted: kinds.encrypted,
  macros: 'В файле есть макросы. Сохраните его без макросов: «Сохранить как» → .xlsx или .docx.',
  'active-content': 'В шаблоне есть вложенные объекты или элементы управления. Уберите их и загрузите снова.',
  'external-links':
    'Файл ссылается на другие файлы (картинку, шаблон). Вставьте их внутрь или скопируйте содержимое в новый файл.',
  doctype: 'Внутри файла объявления, которых Word и Excel не пишут. Сохраните содержимое в новый файл.',
};

/** Why an uploaded file was not taken, and what to do. */
export const uploadRefusalText = ({ reason, found }: Omit<UploadRefusal, 'ok'>): string =>
  reason === 'wrong-kind' ? kinds[found ?? 'other'] : reasons[reason];

/** Why a file that is safe could not be read. */
export const readRefusals: Readonly<Record<ReadReason, string>> = {
  unreadable: 'Файл не читается. Откройте его у себя, сохраните заново и загрузите снова.',
  encrypted: kinds.encrypted,
  'too-many-columns': 'На листе больше 1 000 столбцов. Оставьте только нужные и загрузите снова.',
  'too-many-rows': 'На листе больше 50 000 строк. Разделите список на несколько файлов.',
  'too-spread-out':
    'Далеко за таблицей есть случайно заполненные ячейки. Скопируйте саму таблицу на новый лист и загрузите его.',
  'too-slow': 'Файл читается слишком долго. Скопируйте таблицу в новый файл без оформления и загрузите его.',
  'too-much-memory': 'Файл слишком велик, чтобы прочитать его целиком. Разделите его на части.',
};

/** Pairs of letters that Russian text and Russian names are full of: they tell one old encoding from another. */
export const commonPairs: ReadonlySet<string> = new Set(
  'ст но то на ен ов ни ра во ко го ро по пр ер ол ал ос ли ть та ан ре ви ва от ел ло ор не ле те ла ка ит ет ес ри ий ый ич вн ин ма ам ав па ве ги ру уп пп ел мо да ди ле ив ей ск ки ки ая ое же но фа ам ил ия им мя'.split(
    ' ',
  ),
);
