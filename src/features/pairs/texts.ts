import type { Demand } from '../selection/demand.ts';
import type { EndRefusal } from './end-pair.ts';
import type { PairRefusal } from './form-pair.ts';
import type { OrderRefusal } from './order-pairs.ts';
import type { PairState } from './pair.ts';
import type { ReplaceRefusal } from './replace-mentor.ts';

export const pairRefusals: Readonly<Record<PairRefusal, string>> = {
  'same-person': 'Наставник и наставляемый — один и тот же человек. Выберите двух разных.',
  'ends-before-start': 'Последний день раньше первого. Поменяйте дни местами.',
  'forbidden-by-curator':
    'Эту пару запретил куратор. Снимите запрет на странице подбора или выберите другого наставника.',
  'no-mentor-consent': 'У наставника нет действующего согласия на обработку данных. Запишите согласие и вернитесь.',
  'no-mentee-consent': 'У наставляемого нет действующего согласия на обработку данных. Запишите согласие и вернитесь.',
  'has-mentor': 'У наставляемого в эти дни уже есть наставник. Завершите прежнюю пару или выберите другие дни.',
  'no-free-place':
    'У наставника нет свободного места в эти дни. Увеличьте число мест в его карточке или выберите другого.',
  'not-in-base': 'Кого-то из двоих нет в базе наставников или наставляемых. Добавьте его туда.',
  'clearance-lacking':
    'У наставника нет действующей справки, а без неё колледж пары не составляет. Запишите справку на странице отбора.',
  'basis-lacking':
    'Не оформлено основание работы наставника: соглашение, согласие или срок. Запишите документы на странице отбора.',
  'training-lacking':
    'Наставник не обучен в этом году, а без этого колледж пары не составляет. Обучите его или освободите с причиной.',
};

/** What is only said when a pair is formed in spite of it. */
export const pairWarnings: Readonly<Record<Demand, string>> = {
  clearance: 'у наставника нет действующей справки',
  basis: 'не оформлено основание работы наставника',
  training: 'наставник ещё не обучен',
};

export const endRefusals: Readonly<Record<EndRefusal, string>> = {
  'changed-meanwhile': 'Пока вы думали, эту пару изменил другой человек. Посмотрите, что изменилось, и повторите.',
  'already-over': 'Эта пара уже завершена.',
  'end-before-start': 'Последний день должен лежать между началом пары и её прежним концом.',
};

export const replaceRefusals: Readonly<Record<ReplaceRefusal, string>> = {
  ...pairRefusals,
  'changed-meanwhile': 'Пока вы думали, эту пару изменил другой человек. Посмотрите, что изменилось, и повторите.',
  'already-over': 'Эта пара уже завершена.',
  'day-outside': 'Новый наставник начинает после первого дня прежней пары и не позже её последнего дня.',
  'same-mentor': 'Это прежний наставник. Выберите другого.',
  'of-a-group': 'Эта пара — участник группы. Передайте группу на её странице или завершите пару.',
};

export const groupRefusals = {
  'changed-meanwhile': 'Пока вы думали, группу переименовал другой человек. Посмотрите и повторите.',
  'name-taken': 'Группа с таким названием в этом году уже есть. Назовите иначе.',
} as const;

export const dropRefusals = {
  'in-an-order': 'Пара стоит в приказе. Завершите её: изменение оформит новый приказ.',
  'already-begun': 'Пара уже работает. Её можно завершить, но не убрать.',
} as const;

export const orderRefusals: Readonly<Record<OrderRefusal, string>> = {
  'no-pairs': 'Отметьте хотя бы одну пару.',
  'changed-meanwhile': 'Часть отмеченных пар уже вошла в другой приказ или завершена. Проверьте список и повторите.',
  'ends-before-start': 'Последний день периода раньше первого. Поменяйте дни местами.',
};

export const refreshOrderRefusals = {
  'not-a-draft': 'Обновить можно только проект: верните приказ с подписи',
} as const;

export const endOrderRefusals = {
  'nothing-ended': 'Все завершённые пары этого приказа уже стоят в приказе об изменении.',
  'not-in-force': 'Приказ ещё не подписан или уже отменён: менять его нечем.',
} as const;

export const wishRefusals = {
  'reason-missing': 'Напишите, почему пара запрещена: следующий куратор спросит.',
  'not-in-base': 'Кого-то из двоих нет в базе наставников или наставляемых.',
} as const;

export const pairStates: Readonly<Record<PairState, string>> = {
  coming: 'впереди',
  working: 'работает',
  over: 'завершена',
};

export const pairsJournal: Record<string, string> = {
  'pair.formed': 'Пара сформирована',
  'pair.ended': 'Пара завершена',
  'pair.dropped': 'Пара убрана до начала',
  'pair.ended-by-withdrawal': 'Пара прекращена: отозвано согласие',
  'pair.locked': 'Пара закреплена для подбора',
  'pair.vetoed': 'Пара запрещена',
  'pair.unwished': 'Закрепление или запрет сняты',
  'pair.mentor-replaced': 'Наставник заменён',
  'pair.took-over': 'Новый наставник принял работу',
  'pair.published': 'Пары опубликованы: составлены протокол и проект приказа',
  'pair-group.made': 'Группа составлена',
  'pair-group.renamed': 'Группа переименована',
  'pair-group.handed-over': 'Группа передана другому наставнику',
  'pair.ordered': 'Подготовлен приказ о закреплении пар',
  'pair.minuted': 'Подготовлен протокол о составе пар',
  'pair.end-ordered': 'Подготовлен приказ о досрочно завершённых парах',
};
