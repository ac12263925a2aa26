import { sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { fullName, type Person } from '../../people/person.ts';
import { personsByIds } from '../../people/rows.ts';
import { preparationKeepers, preparationReaders } from '../access.ts';
import { chooseForms, minuteForms } from '../choose-forms.ts';
import { peopleIn } from '../form-need.ts';
import { choiceRefusals, minutesRefusals } from '../texts.ts';
import { readChoices } from './decision.tsx';
import { formsScreen, gatherNeeds, topicIn } from './forms.tsx';

export const decideForms: MemberRoute = {
  method: 'POST',
  path: '/preparation/forms',
  who: preparationKeepers,
  async handle(ctx, input) {
    const { form, query } = input;
    const { choices, errors } = readChoices(await normsOf(ctx.db, 'form'), form);
    if (Object.keys(errors).length > 0) return again(await formsScreen(ctx, query, { form, errors }));
    const version = Number(sentValue(form, 'version')) || 0;
    const outcome = await chooseForms(ctx, { version, choices });
    if (!outcome.ok) return again(await formsScreen(ctx, query, { form, refusal: choiceRefusals[outcome.reason] }));
    return goTo('/preparation/forms', { toast: { text: 'Решение о формах записано' } });
  },
};

export const minuteThem: MemberRoute = {
  method: 'POST',
  path: '/preparation/forms/minutes',
  who: preparationKeepers,
  async handle(ctx, input) {
    const outcome = await minuteForms(ctx);
    if (outcome.ok) return goTo(`/documents/${outcome.value}`, { toast: { text: 'Проект протокола составлен' } });
    const refusal = minutesRefusals[outcome.reason];
    return again(await formsScreen(ctx, input.query, { form: input.form, refusal }));
  },
};

/** The people behind a number of the map. */
export const peopleBehind: MemberRoute = {
  method: 'GET',
  path: '/preparation/forms/people',
  who: preparationReaders,
  async handle(ctx, { query }) {
    const { needs, forms, topics, groups } = await gatherNeeds(ctx);
    const form = query.get('form') ?? '';
    const group = query.get('group') ?? '';
    const topic = topicIn(query);
    const groupId = group === '' ? undefined : group === 'none' ? null : group;
    const ids = peopleIn(needs, { form: form || undefined, groupId, topic });
    const people = await personsByIds(ctx.db, ids);
    const words = [
      forms.find(({ code }) => code === form)?.label,
      groups.find(({ id }) => id === groupId)?.code ?? (groupId === null ? 'без группы' : undefined),
      topic === null ? 'сказано доверительно' : topics.find(({ code }) => code === topic)?.label,
    ].filter(Boolean);
    return screen(
      ctx,
      { title: 'Кому нужна форма' },
      <>
        <Heading
          title="Кому нужна форма"
          crumbs={[
            { label: 'Подготовка', href: '/preparation' },
            { label: 'Выбор форм', href: '/preparation/forms' },
            { label: 'Люди' },
          ]}
          lead={words.join(' · ')}
        />
        <Table
          caption="Люди, которым нужна форма"
          rows={people}
          columns={[
            {
              key: 'name',
              label: 'Фамилия, имя, отчество',
              head: true,
              cell: (person: Person) => <a href={`/mentees/${person.id}`}>{fullName(person)}</a>,
            },
            { key: 'group', label: 'Группа или должность', cell: (person) => person.groupCode ?? (person.post || '—') },
          ]}
          empty={
            <Empty icon="users" title="Никого нет" action={<a href="/preparation/forms">Вернуться к карте запросов</a>}>
              Запросы могли снять, пока вы смотрели.
            </Empty>
          }
        />
      </>,
    );
  },
};
