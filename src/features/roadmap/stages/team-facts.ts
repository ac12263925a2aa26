import { counted } from '../../../kernel/russian/plural.ts';
import { isInForce, type PaperKind } from '../../documents/document.ts';
import type { Fact, Gathered } from '../stage.ts';
import { countFact, paperFact, someOf } from './fact-makers.ts';

/*
 * What preparation, acts and the bank of experts say about stage 1. A college that only registers its signed papers is not asked for lists besides.
 */

const signed = ({ papers }: Gathered, kind: PaperKind): boolean =>
  papers.some((paper) => paper.kind === kind && isInForce(paper.status));

const keepsLists = ({ preparation: { members, curators, audiences, resources } }: Gathered): boolean =>
  members + curators + audiences.inner + audiences.outer + resources > 0;

/** Who is in the working group. */
export function groupMembers(data: Gathered): readonly Fact[] {
  const { members, hasChair } = data.preparation;
  if (signed(data, 'working-group-order') && !keepsLists(data)) return [];
  const title = 'Рабочая группа названа';
  const href = '/preparation';
  if (members > 0 && hasChair) {
    const reason = counted(members, 'человек', 'человека', 'человек');
    return [{ title, state: 'ok', reason, chip: { label: `Группа: ${members}`, href } }];
  }
  const reason = members === 0 ? 'В списке группы никого' : 'В группе нет председателя';
  const action = { label: members === 0 ? 'Внести состав' : 'Назвать председателя', href };
  return [{ title, state: members === 0 ? 'wait' : 'bad', reason, action, chip: { label: 'Состав', href } }];
}

/** Every chosen form has a curator; audiences and means are listed. */
export function curatorsAndMeans(data: Gathered): readonly Fact[] {
  const { forms, formsAlone, audiences, resources } = data.preparation;
  const facts: Fact[] = [];
  if (forms.length > 0)
    facts.push(
      countFact({
        title: 'У каждой формы есть куратор',
        short: 'Кураторы форм',
        have: forms.length - formsAlone.length,
        need: forms.length,
        missing: `Без куратора: ${someOf(formsAlone)}`,
        action: { label: 'Назвать кураторов', href: '/preparation#curators' },
        none: 'Формы ещё не выбраны',
      }),
    );
  if (!keepsLists(data)) return facts;
  const found = [audiences.inner > 0, audiences.outer > 0, resources > 0];
  const missing = ['аудитории внутри колледжа', 'аудитории вне колледжа', 'ресурсы'].filter((_, at) => !found[at]);
  const href = '/preparation/means';
  facts.push(
    missing.length === 0
      ? {
          title: 'Аудитории и ресурсы определены',
          state: 'ok',
          reason: `Аудитории: ${audiences.inner + audiences.outer}, ресурсы: ${resources}`,
          chip: { label: 'Ресурсы', href },
        }
      : {
          title: 'Аудитории и ресурсы определены',
          state: 'wait',
          reason: `Не записано: ${missing.join(', ')}`,
          action: { label: 'Записать', href },
          chip: { label: 'Ресурсы', href },
        },
  );
  return facts;
}

/** Acts that the college leans on stand, and were looked through in time. */
export function actsStand({ acts: { total, stale, late } }: Gathered): readonly Fact[] {
  if (total === 0) return [];
  const references: Fact =
    stale.length === 0
      ? {
          title: 'Ссылки на акты действуют',
          state: 'ok',
          reason: counted(total, 'акт в реестре', 'акта в реестре', 'актов в реестре'),
        }
      : {
          title: 'Ссылки на акты действуют',
          state: 'bad',
          reason: `Ссылаются на заменённые акты: ${someOf(
            stale.map(({ act }) => act.title),
            2,
          )}`,
          action: { label: 'Открыть акты', href: '/acts' },
          chip: { label: 'Акты', href: '/acts', outdated: true },
        };
  if (late.length === 0) return [references];
  return [
    references,
    {
      title: 'Акты пересмотрены в срок',
      state: 'bad',
      reason: `Срок пересмотра прошёл: ${someOf(
        late.map(({ title }) => title),
        2,
      )}`,
      action: { label: 'Показать акты', href: '/acts?mark=review' },
      chip: { label: 'Пересмотр', href: '/acts?mark=review', outdated: true },
    },
  ];
}

/** Minutes on the forms; the decision itself is shown once it is written. */
export function chosenForms(data: Gathered): readonly Fact[] {
  const { forms, decidedOn } = data.preparation;
  const minutes = paperFact(data, {
    kinds: ['forms-minutes'],
    about: /форм/iu,
    title: 'Формы наставничества выбраны',
    short: 'Протокол',
    missing: decidedOn === null ? 'Решения о формах ещё нет' : 'Решение записано, протокола по нему ещё нет',
    make: { label: decidedOn === null ? 'Выбрать формы' : 'Составить протокол', href: '/preparation/forms' },
  });
  if (decidedOn === null) return [minutes];
  const chip = { label: `Формы: ${forms.length}`, href: '/preparation/forms' };
  return [{ title: 'Решение о формах записано', state: 'ok', reason: someOf(forms, 3), chip }, minutes];
}

/** A bank in the system covers every topic in use; a signed list is enough by itself. */
export function expertBank(data: Gathered): readonly Fact[] {
  const { experts, topics, uncovered } = data.experts;
  if (experts === 0 || signed(data, 'experts-bank'))
    return [
      paperFact(data, {
        kinds: ['experts-bank'],
        title: 'Банк экспертов составлен',
        short: 'Банк экспертов',
        missing: 'В банке никого, и списка в реестре нет',
        make: { label: 'Внести эксперта', href: '/experts/new' },
      }),
    ];
  const chip = { label: `Эксперты: ${experts}`, href: '/experts' };
  return [
    {
      title: 'Банк экспертов составлен',
      state: 'ok',
      reason: counted(experts, 'эксперт', 'эксперта', 'экспертов'),
      chip,
    },
    ...(topics === 0
      ? []
      : [
          countFact({
            title: 'По каждой теме запросов есть эксперт',
            short: 'Темы',
            have: topics - uncovered.length,
            need: topics,
            missing: `Некому помочь: ${someOf(uncovered)}`,
            action: { label: 'Внести эксперта', href: '/experts/new' },
            none: 'Запросов ещё нет',
          }),
        ]),
  ];
}
