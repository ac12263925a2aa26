import { formatDay } from '../../../kernel/day.ts';
import { sentValue } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { type Labels, labelsOf, listOf } from '../../registers/pages/words.tsx';
import { campaignKeepers } from '../access.ts';
import { type Unmatched, unmatchedById, unmatchedOf } from '../answer-rows.ts';
import { campaignById } from '../campaign-rows.ts';
import { dropAnswer, matchAnswer } from '../match-answer.ts';
import { studentChoices } from '../register-rows.ts';
import { audienceNames, matchRefusals } from '../texts.ts';

interface Shown {
  readonly campaignId: string;
  readonly labels: Labels;
  readonly students: readonly { readonly value: string; readonly label: string }[];
}

const Words = ({ answer, labels }: { readonly answer: Unmatched; readonly labels: Labels }) => {
  if (answer.confidential)
    return <p>Слова только для психолога: они останутся закрытыми и появятся у человека как закрытый запрос.</p>;
  return (
    <p>
      {answer.topics.length === 0 ? 'Наставник не нужен' : listOf(labels, answer.topics)}
      {answer.note ? `. ${answer.note}` : ''}
    </p>
  );
};

const One = ({ answer, shown }: { readonly answer: Unmatched; readonly shown: Shown }) => {
  const base = `/campaigns/${shown.campaignId}/unmatched/${answer.id}`;
  const name = `${answer.lastName} ${answer.firstName}`;
  const details = [
    answer.birthDay ? `день рождения ${formatDay(answer.birthDay)}` : '',
    answer.groupCode ? `группа ${answer.groupCode}` : '',
    answer.tellerName ? `отвечает ${answer.tellerName}` : '',
    formatDay(answer.answeredOn),
  ];
  return (
    <Section title={name} id={`answer-${answer.id}`} aside={audienceNames[answer.audience]}>
      <p>{details.filter(Boolean).join(', ')}</p>
      <Words answer={answer} labels={shown.labels} />
      <Form action={base} actions={<Button>Отнести к этому человеку</Button>}>
        <ComboField
          name="personId"
          id={`f-person-${answer.id}`}
          label={`Кто это на самом деле: ${name}`}
          options={shown.students}
          empty="не выбран"
        />
      </Form>
      <PostButton action={`${base}/drop`}>
        <Button size="s" kind="danger" name={`Выбросить ответ: ${name}`}>
          Выбросить ответ
        </Button>
      </PostButton>
    </Section>
  );
};

const listScreen = async (ctx: PageCtx, campaignId: string) => {
  const campaign = found(await campaignById(ctx.db, campaignId), 'campaign');
  const answers = await unmatchedOf(ctx.db, campaignId);
  const shown: Shown = {
    campaignId,
    labels: labelsOf(await normsOf(ctx.db, 'topic')),
    students: answers.length > 0 ? await studentChoices(ctx.db) : [],
  };
  return screen(
    ctx,
    { title: 'О ком эти ответы' },
    <>
      <Heading
        title="О ком эти ответы"
        crumbs={[
          { label: 'Сборы', href: '/campaigns' },
          { label: campaign.title, href: `/campaigns/${campaignId}` },
          { label: 'Не узнали' },
        ]}
        lead="Имя, группа или день рождения не сошлись со списком. Сверьте и выберите студента."
      />
      {answers.length === 0 ? (
        <Empty icon="circle-check" title="Все ответы разобраны">
          Сюда попадают ответы по ссылкам, в которых человека не узнали.
        </Empty>
      ) : (
        answers.map((answer) => <One answer={answer} shown={shown} />)
      )}
    </>,
  );
};

export const unmatchedPage: MemberRoute = {
  method: 'GET',
  path: '/campaigns/:campaignId/unmatched',
  who: campaignKeepers,
  handle: (ctx, input) => listScreen(ctx, param(input, 'campaignId')),
};

const refOf = (input: Input) => ({ campaignId: param(input, 'campaignId'), answerId: param(input, 'answerId') });

export const matchOne: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/unmatched/:answerId',
  who: campaignKeepers,
  async handle(ctx, input) {
    const ref = refOf(input);
    const back = `/campaigns/${ref.campaignId}/unmatched`;
    found(await unmatchedById(ctx.db, ref.campaignId, ref.answerId), 'answer');
    const personId = sentValue(input.form, 'personId');
    const chosen = (await studentChoices(ctx.db)).some(({ value }) => value === personId);
    if (!chosen) return goTo(back, { toast: { text: 'Сначала выберите студента из списка' } });
    const outcome = await matchAnswer(ctx, ref, personId);
    return goTo(back, { toast: { text: outcome.ok ? 'Ответ отнесён к человеку' : matchRefusals[outcome.reason] } });
  },
};

export const dropOne: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/unmatched/:answerId/drop',
  who: campaignKeepers,
  async handle(ctx, input) {
    const ref = refOf(input);
    await dropAnswer(ctx, ref);
    return goTo(`/campaigns/${ref.campaignId}/unmatched`, { toast: { text: 'Ответ выброшен' } });
  },
};
