const nbsp = '\u00A0';
const before = '(?<=^|[\\s(«„])';

/** Words that must not be left alone at the end of a line. */
const short = new RegExp(
  `${before}(в|во|на|о|об|от|до|за|из|к|ко|с|со|у|по|не|ни|и|а|но|для|при|под|над|без|ул\\.|д\\.|г\\.|пр\\.|им\\.|гр\\.|ст\\.|п\\.|пп\\.|стр\\.|т\\.) +(?=[\\p{L}\\d«(])`,
  'giu',
);
const initialsBefore = /(?<![\p{L}])(\p{Lu}\.) ?(?:(\p{Lu}\.) ?)?(?=\p{Lu}\p{Ll})/gu;
const initialsAfter = /(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) +(\p{Lu}\.) ?(\p{Lu}\.)?(?![\p{L}])/gu;
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const units = 'г\\.|гг\\.|руб\\.|тыс\\.|млн|чел\\.|час|часа|часов|ч\\.|мин\\.|км|м|кг|%|₽';

/** Text for a Russian document: «ёлочки» with „лапки“ inside, a dash after a no-break space, no stranded short words. */
export function typography(text: string): string {
  return quotes(text)
    .replace(/\.\.\./gu, '…')
    .replace(/(?<=\S)[ \u00A0]+(?:-{1,2}|–|—)[ \u00A0]+(?=\S)/gu, `${nbsp}— `)
    .replace(/^(?:-{1,2}|–|—)[ \u00A0]+/gmu, `—${nbsp}`)
    .replace(/(?<=^|[^\d-])(\d{1,4})-(?=\d{1,4}(?![\d-]))/gu, '$1–')
    .replace(/№ *(?=[\p{L}\d])/gu, `№${nbsp}`)
    .replace(new RegExp(`(\\d) +(?=(?:${months})(?![а-яё]))`, 'gu'), `$1${nbsp}`)
    .replace(new RegExp(`(\\d) +(?=(?:${units})(?![а-яё]))`, 'gu'), `$1${nbsp}`)
    .replace(/(\d) (?=\d{3}(?!\d))/gu, `$1${nbsp}`)
    .replace(initialsBefore, (_whole, one: string, two?: string) => `${one}${nbsp}${two ? two + nbsp : ''}`)
    .replace(
      initialsAfter,
      (_whole, last: string, one: string, two?: string) => `${last}${nbsp}${one}${two ? nbsp + two : ''}`,
    )
    .replace(short, `$1${nbsp}`)
    .replace(short, `$1${nbsp}`)
    .replace(/ +(?=(?:ли|же|бы|ж|б)(?![\p{L}]))/gu, nbsp);
}

/** Straight and foreign quotes become «», those inside them „“. */
function quotes(text: string): string {
  let depth = 0;
  return text.replace(/["“”„«»]/gu, (mark, at: number) => {
    const opens = mark === '«' || mark === '„' || (mark !== '»' && /^$|[\s([«„\u00A0—–-]/u.test(text.charAt(at - 1)));
    if (opens) {
      depth += 1;
      return depth === 1 ? '«' : '„';
    }
    if (depth === 0) return mark === '"' ? '»' : mark;
    depth -= 1;
    return depth === 0 ? '»' : '“';
  });
}
