import type { BoardRefusal } from './keep-board.ts';
import type { AwardRefusal, NominationRefusal, NomineeRefusal } from './name-nominee.ts';
import type { ThanksRefusal } from './thank-people.ts';
import type { AnswerRefusal, AskRefusal, CaseRefusal } from './write-case.ts';

const rewritten = 'Пока вы правили, это изменил другой человек. Ниже ваши слова; сверьте и запишите ещё раз.';

export const thanksRefusals: Readonly<Record<ThanksRefusal, string>> = {
  nobody: 'Отметьте, кого благодарить.',
  'no-parents': 'Не у всех отмеченных в карточке есть имя родителя. Впишите его или напишите самому человеку.',
  'no-work': 'Не у всех отмеченных указано место работы. Впишите его в карточку или напишите самому человеку.',
  'day-ahead': 'Этот день ещё не наступил.',
};

export const nominationRefusals: Readonly<Record<NominationRefusal, string>> = {
  'title-taken': 'Номинация с таким названием в этом году уже есть.',
  'changed-meanwhile': rewritten,
};

export const nomineeRefusals: Readonly<Record<NomineeRefusal, string>> = {
  closed: 'Приём предложений закончен.',
  'not-that-side': 'У этого человека в этом году нет пары с такой стороны.',
  'awarded-already': 'Решение уже принято: слова о награждённом не меняют.',
};

export const awardRefusals: Readonly<Record<AwardRefusal, string>> = {
  'not-closed-yet': 'Решают, когда приём предложений закончен.',
  nobody: 'Отметьте хотя бы одного из предложенных.',
};

export const boardRefusals: Readonly<Record<BoardRefusal, string>> = {
  'no-pair': 'На доску почёта ставят участников пар этого года.',
  'stands-already': 'Этот человек уже на доске почёта этого года.',
};

export const hiddenWords = {
  'no-consent': 'Нет действующего согласия на публикацию: запись никто не видит.',
  'name-not-allowed': 'Согласие не разрешает называть имя: запись никто не видит.',
} as const;

export const startRefusals = { 'written-already': 'Кейс этой пары в этом году уже пишут.' } as const;

export const caseRefusals: Readonly<Record<CaseRefusal | AskRefusal, string>> = {
  'changed-meanwhile': rewritten,
  'not-written': 'Сначала напишите, с чего начали, что делали и что вышло.',
};

export const answerRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'not-asked': 'Кейс ещё пишут. Ответить можно, когда его пришлют на согласование.',
  'changed-meanwhile': 'Пока вы читали, текст изменили. Прочтите его ещё раз и ответьте.',
  'remark-missing': 'Напишите, что поправить.',
};

export const caseStates = { draft: 'черновик', asked: 'на согласовании', agreed: 'согласован' } as const;

export const rewardsJournal: Record<string, string> = {
  'thanks.written': 'Составлено благодарственное письмо',
  'thanks.withdrawn': 'Благодарственное письмо отозвано',
  'nomination.opened': 'Открыта номинация',
  'nomination.changed': 'Номинация изменена',
  'nominee.named': 'Предложен участник номинации',
  'nomination.decided': 'Принято решение по номинации',
  'honour.put': 'Человек помещён на доску почёта',
  'honour.taken': 'Запись убрана с доски почёта',
  'case.started': 'Начат кейс пары',
  'case.written': 'Кейс записан',
  'case.asked': 'Кейс отправлен сторонам на согласование',
  'case.agreed': 'Сторона согласилась с кейсом',
  'case.remarked': 'Сторона попросила поправить кейс',
};
