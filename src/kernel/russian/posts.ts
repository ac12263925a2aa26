import nouns from 'russian-nouns-js';
import { type Case, cases, type Endings, withEnding } from './cases.ts';

const engine = new nouns.Engine();
const russianCases = ['именительный', 'родительный', 'дательный', 'винительный', 'творительный', 'предложный'] as const;

/** Adjectives and participles that are a post by themselves: «заведующий отделением». */
const substantive =
  /^(?:заведующ|управляющ|исполняющ|рабоч|служащ|дежурн|уполномоченн|ответственн|командующ|учащ|обучающ)/iu;

/** Men by grammar although they end in a vowel. */
const masculineOnVowel = /(?:судья|старшина|староста|глава|коллега|воевода)$/iu;

/** Abbreviated titles carry no ending: «и.о. директора» is the same in every case. */
const frozen = /^(?:и\.? ?о\.?|врио|вр\. ?и\. ?о\.?|зам\.?|зав\.?|замдиректора|завуч по|помощник-)(?=[\s.]|$)/iu;
const abbreviation = /^(?:\p{L}{1,6}\.|\p{L}\.\p{L}\.)$/u;
const adjective = /(?:ый|ий|ой|ая|яя)(?:ся)?$/iu;

const hard: Endings = ['ого', 'ому', 'ого', 'ым', 'ом'];
const afterVelar: Endings = ['ого', 'ому', 'ого', 'им', 'ом'];
const soft: Endings = ['его', 'ему', 'его', 'им', 'ем'];

/**
 * A post in a case: leading adjectives and the head noun are declined, all that depends on them stays:
 * «ведущего инженера-технолога ООО «Завод»», «и.о. директора», «заведующую учебной частью».
 * Posts joined by a comma are declined one by one.
 */
export function declinePost(post: string, wanted: Case): string {
  if (wanted === 'nominative') return post;
  return post
    .split(/(,\s+)/u)
    .map((part, index) => (index === 0 || isPost(part) ? declineOne(part, wanted) : part))
    .join('');
}

/** After a comma a new post begins only where the word is one («преподаватель, классный руководитель»). */
const isPost = (text: string): boolean =>
  /^(?:класс?ный|старший|главный|ведущий|преподаватель|мастер|методист|куратор|директор|заместитель|педагог|руководитель|председатель|секретарь|член|воспитатель|тьютор|наставник|заведующ\p{L}+|учитель|начальник|инженер|психолог|социальный)(?![а-яё])/iu.test(
    text,
  );

function declineOne(post: string, wanted: Exclude<Case, 'nominative'>): string {
  if (frozen.test(post)) return post;
  const words = post.split(/(\s+)/u);
  for (let index = 0; index < words.length; index += 2) {
    const word = words[index] ?? '';
    if (word === '' || abbreviation.test(word)) continue;
    if (adjective.test(word)) {
      words[index] = declineAdjective(word, wanted);
      if (substantive.test(word)) break;
      continue;
    }
    words[index] = declineHead(word, wanted);
    break;
  }
  return words.join('');
}

function declineAdjective(word: string, wanted: Exclude<Case, 'nominative'>): string {
  const reflexive = word.endsWith('ся') ? 'ся' : '';
  const whole = reflexive ? word.slice(0, -2) : word;
  const stem = whole.slice(0, -2);
  const ending = whole.slice(-2).toLowerCase();
  const hissing = /[жчшщ]$/iu.test(stem);
  if (ending === 'ая' || ending === 'яя') {
    const oblique = ending === 'яя' || hissing ? 'ей' : 'ой';
    const accusative = ending === 'яя' ? 'юю' : 'ую';
    return withEnding(stem, [oblique, oblique, accusative, oblique, oblique], wanted) + reflexive;
  }
  const endings = /[гкх]$/iu.test(stem) ? afterVelar : ending === 'ий' ? soft : hissing ? soft : hard;
  return withEnding(stem, endings, wanted) + reflexive;
}

/** «инженер-технолог»: both halves; «пресс-секретарь», «бизнес-тренер», «IT-специалист»: the last one. */
function declineHead(word: string, wanted: Exclude<Case, 'nominative'>): string {
  const halves = word.split('-');
  return halves
    .map((half, index) => {
      const last = index === halves.length - 1;
      if (!last && /^(?:пресс|бизнес|арт|веб|шеф|обер|вице|экс|медиа|интернет|\P{Script=Cyrillic}+)$/iu.test(half))
        return half;
      return declineNoun(half, wanted);
    })
    .join('-');
}

function declineNoun(word: string, wanted: Exclude<Case, 'nominative'>): string {
  if (!/^[а-яё]{2,}$/iu.test(word) || word === word.toUpperCase() || /[еёиоуыэю]$/iu.test(word)) return word;
  const feminine = /[ая]$/iu.test(word) && !masculineOnVowel.test(word);
  const lower = word.toLowerCase();
  const onVowel = /[ая]$/u.test(lower);
  const form = engine.decline(
    { text: lower, gender: feminine ? 'женский' : onVowel ? 'общий' : 'мужской', animate: true },
    russianCases[cases.indexOf(wanted)] ?? 'именительный',
  )[0];
  if (form === undefined) return word;
  return word.charAt(0) === lower.charAt(0) ? form : form.charAt(0).toUpperCase() + form.slice(1);
}
