import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { Fact, Gathered, StageRules } from '../stage.ts';
import { countFact, paperFact, people } from './fact-makers.ts';

const sessionWords = (count: number): string => counted(count, 'занятие', 'занятия', 'занятий');

/** A paper of the register proves it, or every candidate's questionnaire is written down. */
function questionnaires(data: Gathered): Fact {
  const paper = paperFact(data, {
    kinds: ['mentor-questionnaires'],
    title: 'Анкетирование проведено',
    short: 'Анкеты',
    missing: 'Анкет кандидатов нет ни в отборе, ни в реестре',
    make: { label: 'Записать результаты анкет', href: '/selection?step=new' },
  });
  const { candidates, questioned } = data.selection;
  const round = data.questionnaires.rounds.find(({ moment, invited }) => moment === 'selection' && invited > 0);
  if (paper.state !== 'ok' && round) {
    return countFact({
      title: 'Анкетирование проведено',
      short: 'Анкеты',
      have: round.answered,
      need: round.invited,
      missing: `Не ответили: ${people(round.invited - round.answered)}`,
      action: { label: 'Показать, кто не ответил', href: `/questionnaires/rounds/${round.roundId}` },
      none: 'Анкета никому не отправлена',
    });
  }
  if (paper.state === 'ok' || questioned === 0) return paper;
  return countFact({
    title: 'Анкетирование проведено',
    short: 'Анкеты',
    have: questioned,
    need: candidates,
    missing: `Без анкеты: ${people(candidates - questioned)}`,
    action: { label: 'Показать, кто не заполнил', href: '/selection?step=new' },
    none: 'База наставников пуста',
  });
}

/** The minutes of the decisions that stand in the system; where there are none, any minutes on the composition. */
function fixed(data: Gathered): Fact {
  const title = 'Состав наставников закреплён протоколом';
  const { approved, fixed: have, minutesId } = data.selection;
  if (approved === 0)
    return paperFact(data, {
      kinds: ['mentors-minutes'],
      about: /состав(?!\S* наставническ)|отбор|собеседован/iu,
      title,
      short: 'Протокол о составе',
      missing: 'Протокола о составе наставников в реестре нет',
      make: { label: 'Принять решение', href: '/selection/decision' },
    });
  const short = 'Протокол о составе';
  if (have === approved && minutesId !== null) {
    const chip = { label: short, href: `/documents/${minutesId}` };
    return { title, state: 'ok', count: { have, need: approved }, reason: people(approved), chip };
  }
  return {
    title,
    state: have > 0 ? 'bad' : 'wait',
    count: { have, need: approved },
    reason: `Утверждены, но не в подписанном протоколе: ${people(approved - have)}`,
    action: { label: 'Открыть решение группы', href: '/selection/decision' },
    chip: { label: `${short}: ${have} из ${approved}`, href: '/selection/decision' },
  };
}

/** Whoever was refused this year is not waited for any more. */
const approved = ({ mentors: { total, ready }, selection }: Gathered): Fact => {
  const need = Math.max(0, total - (selection.decided - selection.approved));
  return countFact({
    title: 'Состав наставников утверждён',
    short: 'Утверждены',
    have: ready.approval,
    need,
    missing: `Ждут решения: ${people(need - ready.approval)}`,
    action: { label: 'Открыть отбор', href: '/selection' },
    none: 'База наставников пуста',
  });
};

/** The programme of the system, or a paper of one made elsewhere. */
function programme(data: Gathered): Fact {
  const title = 'Программа обучения утверждена';
  const { programmeId, programmeDay, drafts } = data.training;
  if (programmeId !== null && programmeDay !== null) {
    const href = `/training/programmes/${programmeId}`;
    const reason = `Утверждена ${formatDay(programmeDay)}`;
    return { title, state: 'ok', reason, chip: { label: 'Программа', href } };
  }
  return paperFact(data, {
    kinds: ['training-programme'],
    title,
    short: 'Программа',
    missing: drafts > 0 ? 'Проект программы ждёт утверждения' : 'Программы обучения нет',
    make: { label: drafts > 0 ? 'Открыть проект программы' : 'Составить программу', href: '/training' },
  });
}

/** A schedule is asked for once the programme lives in the system. */
const schedule = ({ training: { programmeId, sessions, held } }: Gathered): Fact[] => {
  if (programmeId === null) return [];
  const title = 'График занятий составлен';
  const chip = { label: 'График', href: '/training' };
  if (sessions > 0) return [{ title, state: 'ok', reason: `${sessionWords(sessions)}, прошло ${held}`, chip }];
  const action = { label: 'Назначить занятия', href: `/training/programmes/${programmeId}` };
  return [{ title, state: 'wait', reason: 'Ни одного занятия ещё не назначено', action, chip }];
};

/** Who leads the sessions, and contracts with those from outside. */
function trainers(data: Gathered): Fact {
  const title = 'Ведущие занятий привлечены';
  const { sessions, withTrainer, withoutContract } = data.training;
  if (sessions === 0)
    return paperFact(data, {
      kinds: ['training-contract'],
      title,
      short: 'Договор',
      missing: 'Занятий с ведущими нет, договоров об обучении в реестре тоже',
    });
  const action = { label: 'Открыть занятия', href: '/training' };
  const chip = { label: 'Ведущие', href: action.href };
  if (withTrainer < sessions)
    return { title, state: 'wait', reason: `Без ведущего: ${sessionWords(sessions - withTrainer)}`, action, chip };
  if (withoutContract > 0)
    return { title, state: 'bad', reason: `Без договора с ведущим: ${sessionWords(withoutContract)}`, action, chip };
  return { title, state: 'ok', reason: sessionWords(sessions), chip };
}

/** Every approved mentor is trained or exempt; a college that trains elsewhere shows the papers. */
function trained(data: Gathered): Fact {
  const { mentors, prepared } = data.training;
  const title = 'Обучение подтверждено';
  const paper = paperFact(data, {
    kinds: ['training-certificate'],
    title,
    short: 'Удостоверения',
    missing: 'Удостоверений нет ни в обучении, ни в реестре',
    make: { label: 'Открыть обучение', href: '/training' },
  });
  if (prepared === 0) return paper;
  const count = countFact({
    title,
    short: 'Обучены',
    have: prepared,
    need: mentors,
    missing: `Не обучены: ${people(mentors - prepared)}`,
    action: { label: 'Показать, кто не обучен', href: '/training/people?state=waiting' },
    none: 'Сначала утвердите состав наставников',
  });
  return count.state === 'ok' || paper.state !== 'ok' ? count : paper;
}

/** Stage 4: who is taken, and how they are taught. */
export const selection: StageRules = {
  '4.1': (data) => ({ facts: [questionnaires(data)] }),
  '4.2': (data) => ({ facts: [fixed(data), approved(data)] }),
  '4.3': (data) => ({ facts: [programme(data), trained(data)] }),
  '4.3.1': (data) => ({ facts: [programme(data), ...schedule(data)] }),
  '4.3.2': (data) => ({ facts: [trainers(data)] }),
  '4.3.3': (data) => ({ facts: [trained(data)] }),
};
