import { type Day, formatDay, formatDayLong } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { Audience } from './campaign.ts';

/** Who stands in the journal when somebody answers by a link. */
export const visitorName = 'Ответ по ссылке';

export const campaignTaskKinds = { letters: 'campaign-letters' } as const;

export const lettersTaskTitle = (people: number): string =>
  `Письма тем, кто не ответил: ${counted(people, 'письмо', 'письма', 'писем')}`;

export const lettersEnd = ({
  sent,
  failed,
  unreachable,
}: {
  sent: number;
  failed: number;
  unreachable: boolean;
}): string =>
  [
    `Отправлено: ${counted(sent, 'письмо', 'письма', 'писем')}.`,
    failed > 0 ? `Не приняты почтовым сервером: ${failed}. Проверьте адреса этих людей.` : '',
    unreachable ? 'Почтовый сервер не отвечает, остальные письма не ушли. Повторите позже.' : '',
  ]
    .filter(Boolean)
    .join(' ');

export const noMailEnd = 'Почта в настройках больше не указана, письма не ушли.';

export interface LetterWords {
  readonly audience: Audience;
  readonly firstName: string;
  readonly collegeName: string;
  readonly groupCode: string | null;
  readonly tillDay: Day;
  readonly link: string;
}

/** A reminder: no names of others, no words about anybody's needs. */
export const letterOf = (words: LetterWords): { subject: string; text: string } => {
  const whom: Readonly<Record<Audience, string>> = {
    'class-teacher': `Расскажите, кому в группе ${words.groupCode ?? ''} нужен наставник и с чем помочь. Если никому, это тоже ответ.`,
    student: 'Расскажите, нужен ли вам наставник и с чем помочь. Если не нужен, это тоже ответ.',
    parent: `Расскажите, нужен ли наставник вашему ребёнку (${words.firstName}) и с чем помочь. Если не нужен, это тоже ответ.`,
    psychologist: 'Расскажите, кому из студентов нужен наставник и с чем помочь.',
  };
  return {
    subject: `Кому нужен наставник: ждём ответа до ${formatDay(words.tillDay)}`,
    text: [
      // Of a parent the name of the child is known, not how to address them.
      words.audience === 'parent' ? 'Здравствуйте!' : `Здравствуйте, ${words.firstName}!`,
      '',
      `${words.collegeName} собирает запросы на наставничество. ${whom[words.audience]}`,
      '',
      `Ответить можно с телефона, до ${formatDayLong(words.tillDay)}:`,
      words.link,
      '',
      'Ссылка личная, не пересылайте её. Отвечать на это письмо не нужно.',
    ].join('\n'),
  };
};
