import type { Role } from '../../kernel/actor.ts';

/** A person's place in the college's system: how they sign in and what they may do. */
export interface Account {
  readonly id: string;
  readonly userId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly login: string;
  readonly disabled: boolean;
  readonly roles: readonly Role[];
}

const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

const transliterate = (text: string): string =>
  [...text.toLowerCase()]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '');

/** A login out of a name: «Рублёв Илья Константинович» → rublev-ik. At least three signs. */
export const loginOf = (name: string): string => {
  const [last = '', ...rest] = name.trim().split(/\s+/);
  const initials = rest.map((part) => transliterate(part).slice(0, 1)).join('');
  const login = [transliterate(last), initials].filter((part) => part !== '').join('-');
  return login.length >= 3 ? login : `user-${login}`;
};

/** Signs that are not mixed up when read from paper aloud: no 0/O, 1/I, no vowels that make words. */
const codeSigns = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A personal code of eight signs, «K7PM-2QXR», out of random bytes. */
export const codeOf = (random: Uint8Array): string => {
  const signs = [...random.slice(0, 8)].map((byte) => codeSigns[byte % codeSigns.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
};

/** What a person typed, as it was printed: case, spaces and hyphens forgiven. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** How long a printed personal link lives, days. */
export const linkDays = 30;
