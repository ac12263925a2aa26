import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { personOf } from '../person.ts';
import { insertPersons } from '../rows.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const card = {
  kind: 'student',
  lastName: 'Рублёва',
  firstName: 'Ольга',
  patronymic: 'Ильинична',
  gender: 'female',
  birthDay: '14.05.2008',
  phone: '8 912 345-48-17',
};

const added = async (form: Readonly<Record<string, string>> = card): Promise<string> => {
  const visit = await anna.post('/people/new', { another: 'yes', ...form });
  return visit.location ?? '';
};

/** The value that a form on the page holds under a name. */
const held = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1];

const versionOf = (html: string): string => held(html, 'version') ?? '';

describe('the register', () => {
  test('finds people by what is typed, keeps filters in the address, and says when the match is only close', async () => {
    await added({ ...card, lastName: 'Агалакова' });

    const exact = await anna.get(`/people?q=${encodeURIComponent('агалакова ольга')}&kind=student`);
    const close = await anna.get(`/people?q=${encodeURIComponent('агалокова')}`);
    const none = await anna.get(`/people?q=${encodeURIComponent('щщщ')}`);

    expect(exact.html).toContain('Агалакова Ольга Ильинична');
    expect(exact.html).toContain('kind=student');
    expect(close.html).toContain('Точно так, как «агалокова», никого нет');
    expect(close.html).toContain('Агалакова Ольга Ильинична');
    expect(none.html).toContain('Никто не подошёл');
  });

  test('does not trip over a wild address', async () => {
    const visit = await anna.get("/people?page=-5&per=9&sort=drop&group=x'&kind=nobody&dir=up&q=%25%27");

    expect(visit.status).toBe(200);
  });

  test('goes out as a workbook, and the journal knows', async () => {
    const visit = await anna.get('/people/export?kind=student');

    expect(visit.response.headers.get('content-type')).toContain('spreadsheetml');
    const actions = await house.inside((db) => db.selectFrom('journal').select('action').execute());
    expect(actions.map(({ action }) => action)).toContain('people.exported');
  });
});

describe('a card', () => {
  test('is made, shown with the cases of the name, and changed', async () => {
    const path = await added();
    const page = await anna.get(path);
    expect(page.html).toContain('Рублёвой Ольги Ильиничны');
    expect(page.html).toContain('Человек внесён');

    const form = await anna.get(`${path}/edit`);
    const saved = await anna.post(`${path}/edit`, { ...card, post: 'староста', version: versionOf(form.html) });

    expect(saved.status).toBe(303);
    expect((await anna.get(path)).html).toContain('Карточка изменена: должность');
  });

  test('comes back with everything typed when something is wrong', async () => {
    const visit = await anna.post('/people/new', { ...card, lastName: '', birthDay: '31.02.2008', post: 'староста' });

    expect(visit.status).toBe(422);
    expect(visit.html).toContain('Впишите фамилию');
    expect(visit.html).toContain('Такого дня нет');
    expect(held(visit.html, 'birthDay')).toBe('31.02.2008');
    expect(held(visit.html, 'post')).toBe('староста');
  });

  test('of a namesake is shown before a second one is made', async () => {
    await added({ ...card, lastName: 'Тёзкина' });

    const visit = await anna.post('/people/new', { ...card, lastName: 'Тезкина' });

    expect(visit.status).toBe(422);
    expect(visit.html).toContain('Похоже, этот человек уже внесён');
  });

  test('edited by two: the second is told who changed what and loses nothing', async () => {
    const zoya = await house.signIn('deputy');
    const path = await added();
    const [mine, theirs] = [await anna.get(`${path}/edit`), await zoya.get(`${path}/edit`)];
    const was = Object.fromEntries(
      [...mine.html.matchAll(/name="(was-\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    await zoya.post(`${path}/edit`, { ...card, email: 'z@college.ru', version: versionOf(theirs.html) });

    const clash = await anna.post(`${path}/edit`, { ...card, ...was, post: 'староста', version: versionOf(mine.html) });

    expect(clash.status).toBe(422);
    expect(clash.html).toContain('Ложкина deputy');
    expect(clash.html).toContain('Электронная почта: теперь «z@college.ru»');
    expect(held(clash.html, 'post')).toBe('староста');
    expect(held(clash.html, 'email')).toBe('z@college.ru');
    const saved = await anna.post(`${path}/edit`, {
      ...card,
      email: 'z@college.ru',
      post: 'староста',
      version: versionOf(clash.html),
    });
    expect(saved.status).toBe(303);
  });

  test('leaves and comes back', async () => {
    const path = await added();
    const id = path.split('/').at(-1) ?? '';

    await anna.post('/people/left', { ids: id, leftOn: '01.10.2026' });
    expect((await anna.get(path)).html).toContain('выбытие 01.10.2026');
    await anna.post(`${path}/return`);

    expect((await anna.get(path)).html).not.toContain('выбытие 01.10.2026');
  });

  test('merged with its double is one', async () => {
    const [keep, gone] = [await added(), await added({ ...card, phone: '' })].map(
      (path) => path.split('/').at(-1) ?? '',
    );
    const asked = await anna.post('/people/same', { ids: [keep ?? '', gone ?? ''] });
    const page = await anna.get(asked.location ?? '');
    const form = Object.fromEntries(
      ['keepId', 'keepVersion', 'goneId', 'goneVersion'].map((name) => [name, held(page.html, name) ?? '']),
    );

    const merged = await anna.post('/people/merge', form);

    expect(merged.location).toBe(`/people/${form.keepId}`);
    expect((await anna.get(`/people/${form.goneId}`)).status).toBe(404);
  });
});

describe('others', () => {
  test('a class teacher meets people of own groups only', async () => {
    const { own, foreign, teacher } = await house.inside(async (db, given) => {
      const teacherId = await given.teacher({ last: 'Зорина' });
      const group = await given.group('ТМ-31');
      await db.updateTable('study_groups').set({ class_teacher_id: teacherId }).where('id', '=', group).execute();
      const other = await given.group('ЭМ-31');
      const [mine = '', others = ''] = await insertPersons(db, [
        personOf('student', { lastName: 'Своя', firstName: 'Вера', patronymic: '' }, { groupId: group }),
        personOf('student', { lastName: 'Чужая', firstName: 'Вера', patronymic: '' }, { groupId: other }),
      ]);
      return { own: mine, foreign: others, teacher: teacherId };
    });
    const zorina = await house.signIn('class-teacher', { personId: teacher });

    const register = await zorina.get('/people');

    expect(register.html).toContain('Своя');
    expect(register.html).not.toContain('Чужая');
    expect((await zorina.get(`/people/${own}`)).status).toBe(200);
    expect((await zorina.get(`/people/${foreign}`)).status).toBe(403);
    expect((await zorina.get('/people/new')).status).toBe(403);
    expect((await zorina.post(`/people/${own}/edit`, card)).status).toBe(403);
    expect((await zorina.get('/organisations')).status).toBe(403);
    expect((await zorina.post('/people/export', { ids: [foreign] })).status).toBe(200);
  });

  test('a mentor does not come in, and another college has none of these people', async () => {
    const mentor = await house.signIn('mentor');
    const path = await added();
    const there = await house.signIn('curator', { college: await house.anotherCollege() });

    expect((await mentor.get('/people')).status).toBe(403);
    expect((await there.get(path)).status).toBe(404);
    expect((await there.get('/people')).html).not.toContain('Рублёва');
  });
});

describe('groups and employers', () => {
  test('a group is made, shown, and refused a second time', async () => {
    const made = await anna.post('/groups', { code: 'СВ-41', course: '4', speciality: '', classTeacherId: '' });
    expect(made.status).toBe(303);
    expect((await anna.get(made.location ?? '')).html).toContain('Группа СВ-41');

    const twice = await anna.post('/groups', { code: 'св 41', course: '4' });

    expect(twice.status).toBe(422);
    expect(twice.html).toContain('Такая группа уже есть');
    expect((await anna.post(`${made.location}/graduate`, { leftOn: '30.06.2026' })).status).toBe(303);
    expect((await anna.get('/groups')).html).toContain('выпуск 30.06.2026');
  });

  test('an employer is made and a wrong number of a taxpayer is told', async () => {
    const wrong = await anna.post('/organisations', { name: 'ООО «Вятприбор»', inn: '7707083894', contacts: '' });
    expect(wrong.html).toContain('контрольная цифра не сходится');

    await anna.post('/organisations', { name: 'ООО «Вятприбор»', inn: '7707083893', contacts: '' });

    expect((await anna.get('/organisations')).html).toContain('ООО «Вятприбор»');
  });
});
