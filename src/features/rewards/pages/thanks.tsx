import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { HiddenField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { personsByIds } from '../../people/rows.ts';
import { mayKeepRewards, mayReadThanks, rewardKeepers, rewardReaders, thanksVisitors } from '../access.ts';
import { thanksFields } from '../fields.ts';
import { firstWords } from '../letter-texts.ts';
import { addressedNames } from '../name-texts.ts';
import { mostLetters, thanksPdf } from '../print-thanks.ts';
import { thanksRefusals } from '../texts.ts';
import { thankPeople, withdrawThanks } from '../thank-people.ts';
import type { Thanks } from '../thanks.ts';
import { thanksById, thanksOf } from '../thanks-rows.ts';
import { RewardTabs } from './tabs.tsx';

const uuid = /^[0-9a-f-]{36}$/;
const idsIn = (text: string): string[] => text.split(',').filter((id) => uuid.test(id));

export const thanksPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/thanks',
  who: rewardReaders,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const letters = await thanksOf(ctx.db, currentYear);
    const keeper = mayKeepRewards(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Благодарности' },
      <>
        <Heading
          title="Благодарности"
          lead={`${counted(letters.length, 'письмо', 'письма', 'писем')} в этом учебном году.`}
          actions={
            letters.length > 0 ? (
              <LinkButton icon="printer" href="/rewards/thanks/file" download>
                Напечатать все
              </LinkButton>
            ) : null
          }
        />
        <RewardTabs now="/rewards/thanks" />
        <Table
          caption="Благодарственные письма года"
          columns={[
            { key: 'number', label: '№', cell: (one: Thanks) => one.number },
            {
              key: 'who',
              label: 'Кому',
              head: true,
              cell: (one) => <a href={`/people/${one.personId}`}>{fullName(one)}</a>,
            },
            { key: 'to', label: 'Адресовано', secondary: true, cell: (one) => addressedNames[one.addressed] },
            { key: 'when', label: 'Дата', cell: (one) => formatDay(one.signedOn) },
            {
              key: 'do',
              label: 'Действия',
              labelHidden: true,
              kind: 'actions',
              cell: (one) => (
                <>
                  <LinkButton
                    size="s"
                    icon="download"
                    href={`/rewards/thanks/${one.id}/file`}
                    download
                    name={`Скачать PDF письма № ${one.number}`}
                  >
                    PDF
                  </LinkButton>
                  {keeper ? (
                    <PostButton action={`/rewards/thanks/${one.id}/withdraw`}>
                      <Button size="s" kind="quiet" name={`Отозвать письмо № ${one.number}`}>
                        Отозвать
                      </Button>
                    </PostButton>
                  ) : null}
                </>
              ),
            },
          ]}
          rows={letters}
          empty={
            <Empty
              icon="award"
              title="Писем ещё нет"
              action={
                keeper ? (
                  <LinkButton kind="primary" href="/rewards">
                    Выбрать, кого благодарить
                  </LinkButton>
                ) : undefined
              }
            >
              Отметьте людей на странице достижений: письма составятся с именами в нужном падеже.
            </Empty>
          }
        />
      </>,
    );
  },
};

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = async (ctx: PageCtx, ids: readonly string[], { form, errors = {}, refusal }: Sent) => {
  const people = await personsByIds(ctx.db, ids);
  return screen(
    ctx,
    { title: 'Благодарственное письмо' },
    <>
      <Heading
        title="Благодарственное письмо"
        crumbs={[{ label: 'Благодарности', href: '/rewards/thanks' }, { label: 'Новое' }]}
        lead={`Каждому своё письмо: ${counted(people.length, 'человек', 'человека', 'человек')}.`}
      />
      <Note>{people.map(fullName).join(', ')}</Note>
      <Form
        action="/rewards/thanks/new"
        errors={errors}
        refusal={refusal}
        draft="thanks"
        actions={
          <Button kind="primary" busy="Составляем…">
            Составить письма
          </Button>
        }
      >
        <HiddenField name="ids" value={ids.join(',')} />
        <FormFields fields={thanksFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newThanksPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/thanks/new',
  who: rewardKeepers,
  async handle(ctx, { query }) {
    const ids = idsIn(query.get('ids') ?? '');
    if (ids.length === 0) return goTo('/rewards', { toast: { text: 'Отметьте, кого благодарить' } });
    const { shortName } = await theCollege(ctx.db);
    const form = formOf({ addressed: 'person', words: firstWords(shortName), signedOn: formatDay(ctx.today) });
    return page(ctx, ids, { form });
  },
};

export const writeThanks: MemberRoute = {
  method: 'POST',
  path: '/rewards/thanks/new',
  who: rewardKeepers,
  async handle(ctx, { form }) {
    const ids = idsIn(sentValue(form, 'ids'));
    const read = readForm(thanksFields, form);
    if (!read.ok) return again(await page(ctx, ids, { form, errors: read.errors }));
    const outcome = await thankPeople(ctx, { personIds: ids, ...read.value });
    if (!outcome.ok) return again(await page(ctx, ids, { form, refusal: thanksRefusals[outcome.reason] }));
    return goTo('/rewards/thanks', { toast: { text: `Составлено писем: ${outcome.value.length}` } });
  },
};

const pdf = 'application/pdf';

export const thanksFile: MemberRoute = {
  method: 'GET',
  path: '/rewards/thanks/:thanksId/file',
  who: thanksVisitors,
  async handle(ctx, input) {
    const one = found(await thanksById(ctx.db, param(input, 'thanksId')), 'thanks');
    demand(mayReadThanks(ctx.actor, one));
    return download(new Uint8Array(await thanksPdf(ctx.db, [one])), `Благодарственное письмо ${one.number}.pdf`, pdf);
  },
};

/** All letters of the year, not more than are printed at once. */
export const allThanksFile: MemberRoute = {
  method: 'GET',
  path: '/rewards/thanks/file',
  who: rewardReaders,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const letters = (await thanksOf(ctx.db, currentYear)).slice(0, mostLetters);
    if (letters.length === 0) return goTo('/rewards/thanks', { toast: { text: 'Печатать нечего: писем ещё нет' } });
    return download(new Uint8Array(await thanksPdf(ctx.db, letters)), 'Благодарственные письма.pdf', pdf);
  },
};

export const withdrawThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/thanks/:thanksId/withdraw',
  who: rewardKeepers,
  async handle(ctx, input) {
    await withdrawThanks(ctx, param(input, 'thanksId'));
    return goTo('/rewards/thanks', { toast: { text: 'Письмо отозвано' } });
  },
};
