import { formatDay } from '../../../kernel/day.ts';
import { formOf } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { mayEnterPapers, mayReadPersonResult } from '../../questionnaires/access.ts';
import { questionsOf } from '../../questionnaires/definition.ts';
import { answerWords } from '../../questionnaires/pages/answer-words.ts';
import { newestAsking, type PersonSheet } from '../../questionnaires/person-sheet-rows.ts';
import { roundState } from '../../questionnaires/round.ts';
import { frozenVersion } from '../../questionnaires/rows.ts';
import { mayKeepSelection } from '../access.ts';
import { type CandidateLine, type Score, scoreOf } from '../candidate-rows.ts';
import { scoreFields } from '../fields.ts';
import { scaleWords } from '../texts.ts';
import type { Sent } from './the-candidate.ts';

/** Scores by the key for all who see the selection; the answers themselves for who may read questionnaires. */
const answeredHere = async (ctx: PageCtx, sheet: PersonSheet) => {
  const version = await frozenVersion(ctx.db, sheet.versionId);
  const reads = mayReadPersonResult(ctx.actor, sheet) === true;
  return (
    <Section title="Анкета">
      <DefinitionList
        terms={[
          ...sheet.scales.map((scale) => ({ label: scale.title, value: scaleWords(scale) })),
          {
            label: sheet.way === 'paper' ? 'Перенесена с бумаги' : 'Заполнена',
            value: `${formatDay(sheet.finishedOn)}, редакция ${version?.number ?? ''}`,
          },
        ]}
      />
      {reads && version ? (
        <details>
          <summary>Ответы</summary>
          <DefinitionList
            rules
            terms={questionsOf(version.definition).map((question) => ({
              label: question.text,
              value: answerWords(question, sheet.answers.get(question.id)),
            }))}
          />
        </details>
      ) : null}
    </Section>
  );
};

const asking = async (ctx: PageCtx, line: CandidateLine, year: number) => {
  const round = (await newestAsking(ctx.db, { moment: 'selection', year }, [line.id])).get(line.id);
  const goesOn = round !== undefined && roundState(round, ctx.today) !== 'over';
  return (
    <>
      <p class="hint">
        {goesOn
          ? `Кандидата попросили ответить до ${formatDay(round.closesOn)}: анкета ждёт его среди «Моих анкет». Ответов ещё нет.`
          : 'Попросите кандидата заполнить анкету: она появится среди его «Моих анкет», баллы посчитаются по ключу.'}
      </p>
      <div class="actions">
        {goesOn ? null : (
          <PostButton action={`/selection/${line.id}/ask`}>
            <Button kind="primary">Попросить заполнить анкету</Button>
          </PostButton>
        )}
        <PostButton action={`/selection/${line.id}/questionnaire-link`} answersPage>
          <Button>Ссылка и QR-код</Button>
        </PostButton>
        {goesOn && mayEnterPapers(ctx.actor, { groupId: line.groupId }) === true ? (
          <LinkButton kind="quiet" href={`/questionnaires/rounds/${round.id}/entry/${line.id}`}>
            Перенести с бумажного бланка
          </LinkButton>
        ) : null}
      </div>
    </>
  );
};

const typedTerms = (kept: Score) => [
  { label: 'Баллы', value: `${kept.score} из ${kept.most}` },
  { label: 'Заполнена', value: formatDay(kept.answeredOn) },
  { label: 'Где лежит', value: kept.paper },
];

const typedForm = (ctx: PageCtx, kept: Score | undefined) =>
  formOf(
    kept
      ? {
          score: String(kept.score),
          most: String(kept.most),
          answeredOn: formatDay(kept.answeredOn),
          paper: kept.paper,
          version: String(kept.version),
        }
      : { answeredOn: formatDay(ctx.today), version: '0' },
  );

/** The questionnaire of a candidate: counted by its key when answered here, a typed figure only for paper without the form. */
export const questionnaireSection = async (ctx: PageCtx, line: CandidateLine, year: number, sent: Sent | undefined) => {
  if (line.result?.by === 'questionnaire') return answeredHere(ctx, line.result.sheet);
  const kept = await scoreOf(ctx.db, line.id, year);
  const own = sent?.part === 'score' ? sent : undefined;
  const shown = kept ? <DefinitionList terms={typedTerms(kept)} /> : null;
  if (mayKeepSelection(ctx.actor) !== true)
    return <Section title="Анкета">{shown ?? <p class="hint">Анкеты ещё нет.</p>}</Section>;
  return (
    <Section title="Анкета">
      {shown ?? (await asking(ctx, line, year))}
      <details open={own !== undefined || undefined}>
        <summary>{kept ? 'Исправить результат с бумаги' : 'Анкета на бумаге, не по форме системы'}</summary>
        <p class="hint">Впишите баллы сами, только если анкета не из этой системы: по её ключу посчитать нечего.</p>
        <Form
          action={`/selection/${line.id}/score`}
          errors={own?.errors}
          refusal={own?.refusal}
          actions={<Button>Сохранить результат</Button>}
        >
          <FormFields fields={scoreFields} form={own?.form ?? typedForm(ctx, kept)} errors={own?.errors} />
        </Form>
      </details>
    </Section>
  );
};
