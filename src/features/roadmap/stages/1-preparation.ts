import { type Day, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { isInForce } from '../../documents/document.ts';
import type { Fact, Gathered, RowFacts, StageRules } from '../stage.ts';
import {
  countFact,
  isCovered,
  monthOfDay,
  paperFact,
  paperWords,
  programmeMonths,
  registerHref,
  someOf,
} from './fact-makers.ts';
import { councilHeld, publicationsWithin } from './information-facts.ts';
import { actsStand, chosenForms, curatorsAndMeans, expertBank, groupMembers } from './team-facts.ts';

const groupOrder = (data: Gathered): Fact =>
  paperFact(data, {
    kinds: ['working-group-order'],
    title: 'Приказ о рабочей группе подписан',
    short: 'Приказ',
    missing: 'Приказа о рабочей группе и кураторах в реестре нет',
  });

/** Minutes of the council prove it; so does the order that follows it. */
function staffTold(data: Gathered): Fact {
  const title = 'О программе объявлено коллективу';
  const order = groupOrder(data);
  const council = councilHeld(data, title);
  if (order.state === 'ok') return { ...order, title };
  if (council) return council;
  return paperFact(data, {
    kinds: [],
    about: /педсовет|совещани|коллектив|запуск/iu,
    title,
    short: 'Протокол',
    missing: 'Протокола педсовета о программе в реестре нет',
  });
}

const curatorNamed = ({ curators }: Gathered): Fact =>
  curators > 0
    ? { title: 'Куратор назначен', state: 'ok', reason: counted(curators, 'куратор', 'куратора', 'кураторов') }
    : {
        title: 'Куратор назначен',
        state: 'wait',
        reason: 'Ни у кого нет роли куратора',
        action: { label: 'Назначить куратора', href: '/accounts' },
      };

/** The regulation holds until it is replaced; its review is due by its own day. */
function regulation({ papers, today }: Gathered): readonly Fact[] {
  const kept = papers.find(({ kind, status }) => kind === 'regulation' && isInForce(status));
  const inForce = { title: 'Положение о наставничестве действует' };
  if (!kept) {
    const href = registerHref('regulation');
    const action = { label: 'Записать положение', href };
    const reason = 'Действующего положения в реестре нет';
    return [{ ...inForce, state: 'wait', reason, action, chip: { label: 'Положение', href } }];
  }
  const words = paperWords(kept, 'Положение');
  const href = `/documents/${kept.id}`;
  const outdated = kept.reviewBy !== null && kept.reviewBy < today;
  return [
    { ...inForce, state: 'ok', reason: words, chip: { label: words, href, outdated } },
    reviewed(kept.reviewBy, today, href),
  ];
}

function reviewed(reviewBy: Day | null, today: Day, href: string): Fact {
  const title = 'Положение пересмотрено в срок';
  if (reviewBy === null) {
    return {
      title,
      state: 'wait',
      reason: 'Не указано, когда его пересмотреть',
      action: { label: 'Указать день пересмотра', href },
    };
  }
  if (reviewBy >= today) return { title, state: 'ok', reason: `Следующий пересмотр до ${formatDay(reviewBy)}` };
  const reason = `Пересмотреть надо было до ${formatDay(reviewBy)}`;
  return { title, state: 'bad', reason, action: { label: 'Открыть положение', href } };
}

function requests(data: Gathered): readonly Fact[] {
  const { answered, silent } = data.groups;
  const forgotten = silent.filter(({ id }) => !data.remindedGroups.has(id));
  const need = answered.length + silent.length;
  return [
    countFact({
      title: 'Каждая группа ответила или ей напомнили',
      short: 'Запросы',
      have: need - forgotten.length,
      need,
      missing: `Молчат, и им не напоминали: ${someOf(forgotten.map(({ code }) => code))}`,
      action: { label: 'Открыть сбор запросов', href: '/campaigns' },
      none: 'В колледже ещё нет учебных групп',
    }),
    paperFact(data, {
      kinds: ['needs-minutes'],
      about: /запрос/iu,
      title: 'Запросы рассмотрены рабочей группой',
      short: 'Протокол',
      missing: 'Протокола о запросах в реестре нет',
    }),
  ];
}

/** At least one publication in each month of the programme that is over. */
function publications(data: Gathered): RowFacts {
  const { today, year } = data;
  const months = programmeMonths(year);
  const has = (month: { from: Day; till: Day }) => publicationsWithin(data, month) > 0;
  const action = { label: 'Записать публикацию', href: '/publications' };
  const facts = months
    .filter(({ from }) => from <= today)
    .map((month): Fact => {
      const count = publicationsWithin(data, month);
      const name = monthOfDay(month.from);
      const title = `Публикация за ${name}`;
      const running = month.till >= today;
      if (count > 0) return { title, state: 'ok', reason: counted(count, 'публикация', 'публикации', 'публикаций') };
      return {
        title,
        state: running ? 'wait' : 'bad',
        reason: running ? 'В этом месяце публикаций ещё нет' : 'За этот месяц публикаций нет',
        action,
        chip: { label: name, href: action.href },
      };
    });
  return { facts, isDone: (window) => isCovered(window, months, today, has) };
}

/** Stage 1: the working group, its acts, what people need, how it is told. */
/** A paper of the register, or a questionnaire for choosing mentors that stands approved by an act. */
function surveyMethod(data: Gathered): Fact {
  const title = 'Методика анкетирования утверждена';
  const paper = paperFact(data, {
    kinds: ['questionnaire-method'],
    title,
    short: 'Методика',
    missing: 'Утверждённой анкеты для отбора наставников нет',
    make: { label: 'Открыть анкеты', href: '/questionnaires' },
  });
  const approved = data.questionnaires.approved.find(({ moment }) => moment === 'selection');
  if (paper.state === 'ok' || !approved) return paper;
  const href = `/questionnaires/${approved.questionnaireId}`;
  const reason = `${approved.title}, версия ${approved.number}: ${approved.actLabel}`;
  return { title, state: 'ok', reason, chip: { label: `Методика, версия ${approved.number}`, href } };
}

export const preparation: StageRules = {
  '1.1': (data) => ({ facts: [staffTold(data)] }),
  '1.2': (data) => ({
    facts: [groupOrder(data), curatorNamed(data), ...groupMembers(data), ...curatorsAndMeans(data)],
  }),
  '1.3': (data) => ({ facts: [...regulation(data), ...actsStand(data)] }),
  '1.4': (data) => ({
    facts: [
      { title: 'Дорожная карта составлена', state: 'ok' },
      paperFact(data, {
        kinds: ['roadmap-order'],
        title: 'Приказ об утверждении дорожной карты подписан',
        short: 'Приказ',
        missing: 'Приказа об утверждении дорожной карты в реестре нет',
      }),
    ],
  }),
  '1.5': (data) => ({ facts: requests(data) }),
  '1.6': (data) => ({ facts: chosenForms(data) }),
  '1.7': (data) => ({ facts: [surveyMethod(data)] }),
  '1.8': publications,
  '1.9': (data) => ({ facts: expertBank(data) }),
};
