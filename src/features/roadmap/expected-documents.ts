import { isBlank, paragraphs } from './cell-text.ts';

const document =
  /^(?:утвержд[её]нн\p{L}+ |подписанн\p{L}+ |обновл[её]нн\p{L}+ |заполненн\p{L}+ |заключ[её]нн\p{L}+ )?(?:протокол|приказ|распоряжени|положени|программ|график|договор|соглаш|соглас|анкет|баз[аы]|банк|список|реестр|справк|отч[её]т|отзыв|план|индивидуальн|методик|методическ|материал|удостоверени|сертификат|свидетельств|портфолио|публикаци|новост|страниц|тематическ|пресс-релиз|релиз|запрос|заявлени|журнал|дневник|карт[аы]|дорожн|информаци|аналитическ|лист|диплом|грамот|благодарност|презентаци|фото|видео|статистик|результат|мониторинг|семинар|чек-лист|памятк|буклет|размещени|трансляци|сформированн|ссылк|паспорт|акт|письм|рекомендаци|сценари|расписани|повестк)/iu;

/** After a comma these speak of the document before it: «Положение, утверждённое приказом № 5». */
const participle = /^(?:утвержд|подписанн|заполненн|заключ[её]нн|обновл)/iu;

/** Does the text begin as a document or another visible result does? */
export const beginsWithDocument = (text: string): boolean => document.test(text.trim());

/**
 * Documents one by one, divided by «;», paragraphs, sentences and by «/» between whole names. A «/» inside one name
 * («Приказ/распоряжение руководителя», «Протоколы/ пресс-релизы мероприятий») leaves the alternatives together.
 */
export function splitDocuments(cell: string): readonly string[] {
  if (isBlank(cell)) return [];
  return paragraphs(cell)
    .flatMap((paragraph) => paragraph.split(/;\s*/u))
    .flatMap((piece) => piece.split(/(?<=[\p{Ll}»)]{2})\.\s+(?=\p{Lu})/u))
    .flatMap((piece) => divide(piece, /\s*\/\s*/u, '/', wholeNames))
    .flatMap((piece) =>
      divide(piece, /,\s+/u, ', ', (_left, right) => beginsWithDocument(right) && !participle.test(right)),
    )
    .map((piece) => piece.replace(/^[-–—•]\s*/u, '').replace(/(?:[,;\s]|(?<!(?:\dг|\sг|т\. ?[дп]))\.)+$/u, ''))
    .filter((piece) => piece !== '');
}

/** Each side stands alone: the left has more than one word, the right begins a document. */
const wholeNames = (left: string, right: string): boolean => /\s/u.test(left.trim()) && beginsWithDocument(right);

function divide(
  text: string,
  separator: RegExp,
  glue: string,
  apart: (left: string, right: string) => boolean,
): readonly string[] {
  const result: string[] = [];
  for (const piece of text.split(separator)) {
    const previous = result.at(-1);
    if (previous === undefined || apart(previous, piece)) result.push(piece);
    else result[result.length - 1] = previous + glue + piece;
  }
  return result;
}
