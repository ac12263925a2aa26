/**
 * Tails that stand alone in no Russian compound, so a hyphen before them is a hand-made line break:
 * «Ежемесяч-но», «наставля-емых», «психологи-ческого», «ответствен-ные».
 */
const tail =
  '(?:но|на|ны|ной|ного|ному|ный|ным|ными|ных|ная|ную|ное|ные|[ее]м(?:ы[йехм]|ого|ому|ая|ой|ую|ое|ыми)|' +
  'ческ[а-яё]{2,3}|ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|' +
  'ни[еяюй]|ниям?|ниях|ниями|ци[яиюй]|циями?|циях|ств[оауе]?|ством|ствами?|ост[ьи]|тел[яьюие]|телей|телям|телями|' +
  'ющ(?:ий|его|ему|им|ая|ей|ую|ее|ие|их|ими)|щи[ехй]|щих|ами|ями|ого|его|ому|ыми|ов|ах|ях)';

const inside = new RegExp(`([а-яё]*[аеёиоуыэюя][а-яё]*)-(${tail})(?![а-яё-])`, 'giu');

/** Second halves and first halves that keep their hyphen at the end of a line: «педагог-\nпсихолог». */
const keepsAfter =
  /^(?:психолог|организатор|воспитател|мастер|технолог|методист|библиотекар|дефектолог|логопед|предприниматель|май|июн|июл|янв|фев|мар|апр|авг|сен|окт|ноя|дек|релиз|план|класс|сайт|лист)/iu;
const keepsBefore =
  /(?:педагог|инженер|мастер|пресс|бизнес|интернет|онлайн|видео|медиа|веб|план|мини|кейс|студент|учитель|[а-яё]{4,}о|^по|^из|^кое|^во|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|ежегодно)$/iu;

const atLineEnd = /([а-яё]{2,})-[ \t]*\n\s*([а-яё]{2,})/giu;

/**
 * Takes back hyphens that narrow table cells left inside words. Compounds («педагог-психолог», «пресс-релизы»,
 * «сентябрь-октябрь», «мотивационно-личностного») keep theirs. Soft hyphens go always.
 */
export function joinHyphenation(text: string): string {
  return text
    .replaceAll('\u00AD', '')
    .replace(/\u2011/g, '-')
    .replace(atLineEnd, (_whole, left: string, right: string) => {
      const compound = keepsAfter.test(right) || keepsBefore.test(left);
      return compound ? `${left}-${right}` : `${left}${right}`;
    })
    .replace(inside, '$1$2');
}
