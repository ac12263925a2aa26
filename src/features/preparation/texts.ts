import type { ChoiceRefusal } from './choose-forms.ts';
import type { GroupOrderRefusal } from './order-group.ts';
import type { CuratorRefusal, MemberRefusal } from './save-member.ts';
import type { MeanKind, MeanSide } from './working-group.ts';

export const sideNames: Readonly<Record<MeanSide, string>> = { inner: 'внутри колледжа', outer: 'вне колледжа' };

export const kindNames: Readonly<Record<MeanKind, string>> = {
  audience: 'аудитория',
  people: 'люди и время',
  room: 'помещение',
  money: 'средства',
  materials: 'материалы',
  other: 'другое',
};

export const memberRefusals: Readonly<Record<MemberRefusal, string>> = {
  'already-there': 'Этот человек уже в рабочей группе.',
  'chair-taken': 'Председатель уже есть. Сначала уберите его из группы или выберите другую роль.',
  'secretary-taken': 'Секретарь уже есть. Сначала уберите его из группы или выберите другую роль.',
  'no-such-person': 'Выберите сотрудника, специалиста или выпускника из списка.',
};

export const curatorRefusals: Readonly<Record<CuratorRefusal, string>> = {
  'already-curator': 'Этот человек уже куратор этой формы.',
  'no-such-person': 'Куратором может быть сотрудник колледжа: выберите из списка.',
  'no-such-form': 'Выберите форму из списка.',
};

export const meanRefusals = { 'named-twice': 'Такая запись в списке уже есть.' } as const;

export const groupOrderRefusals: Readonly<Record<GroupOrderRefusal, string>> = {
  'nobody-in-group': 'В рабочей группе пока никого: сначала внесите её состав.',
  'no-curators': 'Кураторов пока нет: назовите хотя бы одного, приказ назначает их по формам.',
  'not-made': 'Проект приказа не составлен. Повторите, а если не выйдет, сообщите администратору.',
};

export const choiceRefusals: Readonly<Record<ChoiceRefusal, string>> = {
  'nothing-chosen': 'Отметьте хотя бы одну форму.',
  'changed-meanwhile':
    'Пока вы решали, решение записал другой человек. Ваши слова остались в форме: сверьте с записанным и повторите.',
  'no-such-form': 'Одной из форм больше нет в списке колледжа. Обновите страницу.',
  'targets-missing': 'У каждой выбранной формы должны быть числа: сколько наставляемых и наставников.',
  'nothing-expected': 'Впишите у каждой выбранной формы, какого результата ждёте.',
};

export const minutesRefusals = {
  'nothing-decided': 'Сначала запишите решение: протокол составляется по нему.',
  'not-made': groupOrderRefusals['not-made'],
} as const;

export const preparationJournal: Record<string, string> = {
  'working-group.joined': 'Человек включён в рабочую группу',
  'working-group.left': 'Человек выведен из рабочей группы',
  'working-group.ordered': 'Составлен проект приказа о рабочей группе',
  'form-curator.named': 'Назначен куратор формы',
  'form-curator.dismissed': 'Снят куратор формы',
  'mean.added': 'Записана аудитория или ресурс',
  'mean.removed': 'Убрана аудитория или ресурс',
  'mean.copied': 'Аудитории и ресурсы взяты из прошлого года',
  'forms.chosen': 'Записано решение о формах наставничества',
  'forms.minuted': 'Составлен проект протокола о формах',
};
