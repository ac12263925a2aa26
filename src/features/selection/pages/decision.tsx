import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { CheckboxGroup } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { staffNames } from '../../people/rows.ts';
import { mayDecide, mayKeepSelection, selectionDeciders, selectionKeepers } from '../access.ts';
import { isRipe, stepOf } from '../candidate.ts';
import { type CandidateLine, candidatesOf, factsOf } from '../candidate-rows.ts';
import { type Decided, decideCandidates } from '../decide-candidates.ts';
import { draftMinutes } from '../draft-minutes.ts';
import { decideFields, minutesFields } from '../fields.ts';
import { judge, lackingOf } from '../requirement.ts';
import { rulesOf } from '../setting-rows.ts';
import { decideRefusals, minutesRefusals, outcomeNames } from '../texts.ts';
import { placeOf, selectionCrumb } from './words.tsx';

interface Sent {
  readonly part: 'decide' | 'minutes';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly decided?: Decided;
}

const uuid = /^[0-9a-f-]{36}$/;

const staffOptions = async (ctx: PageCtx) =>
  (await staffNames(ctx.db)).map(({ id, post, ...name }) => ({
    value: id,
    label: `${fullName(name)}${post ? `, ${post}` : ''}`,
  }));

const aboutOf = (line: CandidateLine, lacking: readonly string[]): string => {
  const { outcome } = line.track;
  return [
    placeOf(line),
    outcome ? `собеседование: ${outcomeNames[outcome]}` : 'утверждён раньше',
    lacking.length > 0 ? `не хватает: ${lacking.join('; ')}` : 'требования выполнены',
  ]
    .filter(Boolean)
    .join(' · ');
};

const Held = ({ decided }: { readonly decided: Decided }) => (
  <Note
    kind="warn"
    strong
    title={`Решение записано: ${counted(decided.decided.length, 'человек', 'человека', 'человек')}. Остальные ждут`}
  >
    <List
      rows={[
        ...decided.held.map(({ person, because }) => ({
          title: fullName(person),
          href: `/selection/${person.id}`,
          text: because.join('; '),
        })),
        ...decided.passed.map((person) => ({
          title: fullName(person),
          href: `/selection/${person.id}`,
          text: 'ещё не было собеседования, или такое решение уже есть',
        })),
      ]}
    />
  </Note>
);

const minutesSection = async (ctx: PageCtx, open: readonly CandidateLine[], sent: Sent | undefined) => {
  if (mayKeepSelection(ctx.actor) !== true || open.length === 0) return null;
  const staff = await staffOptions(ctx);
  const { controllerId, directorId } = await theCollege(ctx.db);
  const own = sent?.part === 'minutes' ? sent : undefined;
  const form =
    own?.form ?? formOf({ chairId: controllerId ?? directorId ?? '', secretaryId: ctx.actor.personId ?? '' });
  return (
    <Section title="Протокол" count={open.length}>
      <p class="hint">
        В протокол войдут решения, которых нет в других протоколах. Подписанный протокол закрепляет состав наставников.
      </p>
      <Form
        action="/selection/minutes"
        errors={own?.errors}
        refusal={own?.refusal}
        actions={
          <Button icon="file-text" busy="Составляем…">
            Составить протокол
          </Button>
        }
      >
        <FormFields fields={minutesFields(staff)} form={form} errors={own?.errors} />
      </Form>
    </Section>
  );
};

const decisionScreen = async (ctx: PageCtx, sent?: Sent) => {
  demand(mayDecide(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const rules = await rulesOf(ctx.db);
  const all = await candidatesOf(ctx.db, currentYear);
  const ripe = all.filter(({ track }) => isRipe(stepOf(track)));
  const open = all.filter(({ track, minutesId }) => track.decision !== null && minutesId === null);
  const own = sent?.part === 'decide' ? sent : undefined;
  const lackingBy = (line: CandidateLine) =>
    lackingOf(judge(rules, factsOf(line, ctx.today), ctx.today)).map(({ rule }) => rule.words);
  return screen(
    ctx,
    { title: 'Решение рабочей группы' },
    <>
      <Heading
        title="Решение рабочей группы"
        crumbs={[selectionCrumb, { label: 'Решение' }]}
        lead={`Ждут решения: ${counted(ripe.length, 'кандидат', 'кандидата', 'кандидатов')}. Решены, но не в протоколе: ${open.length}.`}
      />
      {sent?.decided ? <Held decided={sent.decided} /> : null}
      <Columns
        aside={
          <>
            <Section title="Решены, ждут протокола" count={open.length}>
              {open.length === 0 ? (
                <p class="hint">Таких решений нет.</p>
              ) : (
                <List
                  rows={open.map((line) => ({
                    title: fullName(line),
                    href: `/selection/${line.id}`,
                    text: line.decidedOn ? formatDay(line.decidedOn) : '',
                    after: (
                      <Badge tone={line.track.decision === 'approved' ? 'ok' : 'bad'}>
                        {line.track.decision === 'approved' ? 'да' : 'нет'}
                      </Badge>
                    ),
                  }))}
                />
              )}
            </Section>
            {await minutesSection(ctx, open, sent)}
          </>
        }
      >
        {ripe.length === 0 ? (
          <Empty
            icon="clipboard-check"
            title="Решать пока не о ком"
            action={<LinkButton href="/selection/interviews">Открыть собеседования</LinkButton>}
          >
            Кандидаты появляются здесь после собеседования с записанным итогом.
          </Empty>
        ) : (
          <Form
            action="/selection/decision"
            errors={own?.errors}
            refusal={own?.refusal}
            actions={<Button kind="primary">Записать решение</Button>}
          >
            <CheckboxGroup
              name="ids"
              label="О ком решение"
              values={own?.form.values.ids ?? []}
              options={ripe.map((line) => ({
                value: line.id,
                label: fullName(line),
                hint: aboutOf(line, lackingBy(line)),
              }))}
            />
            <FormFields fields={decideFields} form={own?.form ?? emptyForm} errors={own?.errors} />
          </Form>
        )}
      </Columns>
    </>,
  );
};

export const decisionPage: MemberRoute = {
  method: 'GET',
  path: '/selection/decision',
  who: selectionDeciders,
  handle: (ctx) => decisionScreen(ctx),
};

export const decideForm: MemberRoute = {
  method: 'POST',
  path: '/selection/decision',
  who: selectionDeciders,
  async handle(ctx, { form }) {
    const read = readForm(decideFields, form);
    if (!read.ok) return again(await decisionScreen(ctx, { part: 'decide', form, errors: read.errors }));
    const personIds = (form.values.ids ?? []).filter((id) => uuid.test(id));
    const outcome = await decideCandidates(ctx, { ...read.value, personIds });
    if (!outcome.ok) {
      const field = outcome.reason === 'nobody' ? 'ids' : 'reason';
      const errors = { [field]: decideRefusals[outcome.reason] };
      return again(await decisionScreen(ctx, { part: 'decide', form, errors }));
    }
    if (outcome.value.held.length > 0 || outcome.value.passed.length > 0)
      return decisionScreen(ctx, { part: 'decide', form, decided: outcome.value });
    const text = `Решение записано: ${counted(outcome.value.decided.length, 'человек', 'человека', 'человек')}`;
    return goTo('/selection/decision', { toast: { text } });
  },
};

export const minutesForm: MemberRoute = {
  method: 'POST',
  path: '/selection/minutes',
  who: selectionKeepers,
  async handle(ctx, { form }) {
    const read = readForm(minutesFields(await staffOptions(ctx)), form);
    if (!read.ok) return again(await decisionScreen(ctx, { part: 'minutes', form, errors: read.errors }));
    const outcome = await draftMinutes(ctx, read.value);
    if (!outcome.ok)
      return again(await decisionScreen(ctx, { part: 'minutes', form, refusal: minutesRefusals[outcome.reason] }));
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Протокол составлен' } });
  },
};
