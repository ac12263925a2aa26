import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, formOf, type RawForm } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import type { Person } from '../../people/person.ts';
import { mayEnterNeeds, mayReadSecrets } from '../access.ts';
import { needFields } from '../fields.ts';
import { seen, sourceOf } from '../need.ts';
import { type Need, openNeeds } from '../need-rows.ts';
import { sourceNames } from '../texts.ts';
import { labelOf, labelsOf, NeedWords } from './words.tsx';

export interface SentNeed {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const Note = ({ need, secrets }: { readonly need: Need; readonly secrets: boolean }) => {
  if (!need.confidential) return <>{need.note || '—'}</>;
  if (!secrets || !need.hasSecret) return <>—</>;
  return (
    <a href={`/needs/${need.id}/secret`} data-turbo="false">
      открыть (попадёт в журнал)
    </a>
  );
};

/** Needs of one person in the current year, and a form for one more. */
export const needsSection = async (ctx: PageCtx, person: Person, sent?: SentNeed) => {
  const { currentYear } = await theCollege(ctx.db);
  const topics = await normsOf(ctx.db, 'topic');
  const labels = labelsOf(topics);
  const needs = await openNeeds(ctx.db, currentYear, [person.id]);
  const secrets = mayReadSecrets(ctx.actor) === true;
  const mayEnter = mayEnterNeeds(ctx.actor, person) === true;
  const mayWithdraw = (need: Need) => mayEnter && (secrets || !need.confidential);
  const columns: Column<Need>[] = [
    {
      key: 'topic',
      label: 'Запрос',
      head: true,
      cell: (need) => <NeedWords need={seen(need, secrets)} labels={labels} />,
    },
    { key: 'note', label: 'Подробности', cell: (need) => <Note need={need} secrets={secrets} /> },
    {
      key: 'source',
      label: 'От кого',
      cell: (need) => (need.confidential && !secrets ? '—' : sourceNames[need.source]),
    },
    { key: 'day', label: 'Записан', cell: (need) => formatDay(need.statedOn) },
    {
      key: 'actions',
      label: 'Действия',
      labelHidden: true,
      kind: 'actions',
      cell: (need) =>
        mayWithdraw(need) ? (
          <PostButton action={`/needs/${need.id}/withdraw`}>
            <Button size="s" kind="quiet" name={`Снять запрос: ${labelOf(labels, need.topic)}`}>
              Снять
            </Button>
          </PostButton>
        ) : null,
    },
  ];
  const form = sent?.form ?? formOf({ ...emptyForm.values, source: sourceOf(ctx.actor.roles) });
  const asked = ['topic', 'source', 'note', ...(secrets ? ['confidential'] : [])];
  return (
    <>
      <Section title="Запросы" id="needs" count={needs.length}>
        <Table
          caption="Запросы этого года"
          plain
          rows={needs}
          columns={columns}
          empty={
            <Empty icon="message-circle" title="Запроса ещё нет">
              Без запроса наставника не подобрать. {mayEnter ? 'Запишите его ниже.' : null}
            </Empty>
          }
        />
      </Section>
      {mayEnter ? (
        <Section title="Записать запрос" icon="list-plus">
          <Form
            action={`/mentees/${person.id}/needs`}
            errors={sent?.errors}
            refusal={sent?.refusal}
            draft={`need-${person.id}`}
            actions={<Button>Записать запрос</Button>}
          >
            <FormFields fields={needFields(topics)} form={form} errors={sent?.errors} only={asked} />
          </Form>
        </Section>
      ) : null}
    </>
  );
};
