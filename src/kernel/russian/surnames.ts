import { type Case, type Endings, type Gender, vowelCount, withEnding } from './cases.ts';

/** First halves that stay as they are: Тер-Петросяна, Кара-Мурзы, Бонч-Бруевича. */
const fixed =
  /^(?:тер|тёр|кара|бонч|шах|сан|сент|сен|мелик|бен|бек|ибн|аль|эль|ар|ас|ад|аш|дер|фон|ван|де|ди|да|ла|ле|мак|о)$/iu;

/** Surnames that sound like adjectives of a woman but are nouns: Калиной, but Никитиной. */
const nounsInIna =
  /^(?:калина|малина|смородина|былина|перина|солонина|скотина|жемчужина|рябина|долина|пучина|щетина|дубина|картина|осина|тина|глина|шина)$/u;

/** Stress on the ending: Ткачом, Чижом, but Вовчем. */
const stressed =
  /ач$|^(?:ткач|богач|трубач|силач|скрипач|толкач|пугач|лихач|рогач|носач|усач|косач|циркач|чумач|ковач|деркач|дергач|копач|рвач|палач|москвич|чиж|стриж|еж|ёж|морж|гараж|крепыш|малыш|голыш|кирпич|хрыч|сыч|грач|кулич|калач|плющ|лещ|хлыщ|хрущ|борщ|швец|жнец|певец|кузнец|мудрец|борец|боец|стрелец|юнец|отец|кравец|чернец|писец|купец|храбрец|близнец)$/u;

/** The same after a soft sign: Ковалём, but Гусем. */
const stressedSoft =
  /^(?:коваль|король|журавль|кисель|москаль|пономарь|кобзарь|косарь|звонарь|шинкарь|царь|рубль|пыль|фонарь|богатырь|пузырь|снегирь|упырь|дождь|вождь|огонь)$/u;

/** French surnames stressed on the last vowel are not declined. */
const frozen = /^(?:дюма|золя|петипа|тома|люка|дега|труайя|гавальда)$/u;

/** The vowel of the last syllable drops: Зайца, Орла. */
const fleeting: Readonly<Record<string, string>> = {
  заяц: 'зайц',
  орел: 'орл',
  орёл: 'орл',
  козел: 'козл',
  козёл: 'козл',
  осел: 'осл',
  перец: 'перц',
  лев: 'льв',
  дятел: 'дятл',
  хмель: 'хмел',
  коготь: 'когт',
  лапоть: 'лапт',
  деготь: 'дегт',
};

const noun: Endings = ['а', 'у', 'а', 'ом', 'е'];
const softSign: Endings = ['я', 'ю', 'я', 'ем', 'е'];
const softStressed: Endings = ['я', 'ю', 'я', 'ём', 'е'];
const short: Endings = ['а', 'у', 'а', 'ым', 'е'];
const hissing = /[жчшщ]$/u;
const velarOrHissing = /[гкхжчшщ]$/u;

/** A surname in a case, part by part; written in capitals it stays so. A woman's surname on a consonant is not declined. */
export function declineSurname(surname: string, wanted: Case, gender: Gender): string {
  if (wanted === 'nominative') return surname;
  const parts = surname.split(/([-\s]+)/u);
  const last = parts.length - 1;
  return parts
    .map((part, index) => {
      if (index % 2 === 1 || part === '') return part;
      if (index < last && fixed.test(part)) return part;
      return inCapitals(part, (lower) => declinePart(lower, wanted, gender));
    })
    .join('');
}

/** Declines in the letters the word is written with. */
function inCapitals(word: string, decline: (word: string) => string): string {
  const shouting = word.length > 1 && word === word.toUpperCase();
  const lower = decline(word.toLowerCase());
  if (shouting) return lower.toUpperCase();
  return word[0] === word[0]?.toUpperCase() ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

function declinePart(word: string, wanted: Exclude<Case, 'nominative'>, gender: Gender): string {
  if (
    /[еёиоуыэю]$|ых$|(?<!(?:^р[её]р|дитр|ульр|эрл|генр|индл|фридр|йнр|ибл|^йох|^фр))их$|аго$|яго$|[уыоэ]а$|иа$/u.test(
      word,
    ) ||
    frozen.test(word)
  )
    return word;
  if (/[ая]$/u.test(word)) return onVowel(word, wanted, gender);
  if (gender === 'female') return word;
  return onConsonant(word, wanted);
}

function onVowel(word: string, wanted: Exclude<Case, 'nominative'>, gender: Gender): string {
  const stem = word.slice(0, -1);
  if (gender === 'female') {
    if (/(?:ов|ев|ёв|ин|ын)а$/u.test(word) && vowelCount(word) > 1 && !nounsInIna.test(word)) {
      return withEnding(stem, ['ой', 'ой', 'у', 'ой', 'ой'], wanted);
    }
    if (word.endsWith('ая') && vowelCount(word) > 2) return feminineAdjective(word.slice(0, -2), 'ую', wanted);
    if (word.endsWith('яя') && vowelCount(word) > 2) return softFeminine(word.slice(0, -2), wanted);
  }
  if (word.endsWith('ия')) return withEnding(stem, ['и', 'и', 'ю', 'ей', 'и'], wanted);
  if (word.endsWith('я')) return withEnding(stem, ['и', 'е', 'ю', word === 'заря' ? 'ёй' : 'ей', 'е'], wanted);
  const genitive = velarOrHissing.test(stem) ? 'и' : 'ы';
  return withEnding(stem, [genitive, 'е', 'у', hissing.test(stem) || stem.endsWith('ц') ? 'ей' : 'ой', 'е'], wanted);
}

function feminineAdjective(stem: string, accusative: string, wanted: Exclude<Case, 'nominative'>): string {
  const ending = hissing.test(stem) ? 'ей' : 'ой';
  return withEnding(stem, [ending, ending, accusative, ending, ending], wanted);
}

const softFeminine = (stem: string, wanted: Exclude<Case, 'nominative'>): string =>
  withEnding(stem, ['ей', 'ей', 'юю', 'ей', 'ей'], wanted);

function onConsonant(word: string, wanted: Exclude<Case, 'nominative'>): string {
  const dropped = fleeting[word];
  if (dropped) return withEnding(dropped, word.endsWith('ь') ? softSign : endingsAfter(dropped, true), wanted);
  if (word.endsWith('й')) return onShortI(word, wanted);
  if (/[жчшщ]ь$/u.test(word)) return withEnding(word.slice(0, -1), endingsAfter(word.slice(0, -1), false), wanted);
  if (word.endsWith('ь'))
    return withEnding(word.slice(0, -1), stressedSoft.test(word) ? softStressed : softSign, wanted);
  if (/(?:ов|ев|ёв|ын)$/u.test(word) || (word.endsWith('ин') && vowelCount(word) > 1)) {
    return withEnding(word, foreign.test(word) ? noun : short, wanted);
  }
  if (/[^аеёиоуыэюя]ец$/u.test(word) && vowelCount(word) > 1)
    return withEnding(withoutE(word), endingsAfter(word, stressed.test(word)), wanted);
  if (/[жчшщц]$/u.test(word)) return withEnding(word, endingsAfter(word, stressed.test(word)), wanted);
  return withEnding(word, noun, wanted);
}

/** Foreign surnames that only look Russian take the noun's ending: Дарвином, Чаплином. */
const foreign = /^(?:дарвин|чаплин|кронин|цейтлин|бенин|грин|берлин|эльдин)$/u;

/** Кравец – Кравца, Стрелец – Стрельца. */
const withoutE = (word: string): string => word.replace(/(л?)ец$/u, (_whole, l: string) => (l ? 'льц' : 'ц'));

const endingsAfter = (word: string, onEnding: boolean): Endings =>
  /[жчшщц]$/u.test(word) && !onEnding ? ['а', 'у', 'а', 'ем', 'е'] : noun;

function onShortI(word: string, wanted: Exclude<Case, 'nominative'>): string {
  const stem = word.slice(0, -2);
  if (/[ыо]й$/u.test(word) && vowelCount(word) > 1) {
    return withEnding(stem, ['ого', 'ому', 'ого', velarOrHissing.test(stem) ? 'им' : 'ым', 'ом'], wanted);
  }
  if (word.endsWith('ий') && vowelCount(word) > 1) {
    if (/[гкх]$/u.test(stem)) return withEnding(stem, ['ого', 'ому', 'ого', 'им', 'ом'], wanted);
    if (!/[нжчшщ]$/u.test(stem)) return withEnding(word.slice(0, -1), ['я', 'ю', 'я', 'ем', 'и'], wanted);
    return withEnding(stem, ['его', 'ему', 'его', 'им', 'ем'], wanted);
  }
  if (/(?:солов|вороб|мурав|улей)ей$/u.test(word)) return withEnding(`${stem}ь`, ['я', 'ю', 'я', 'ём', 'е'], wanted);
  return withEnding(word.slice(0, -1), softSign, wanted);
}
