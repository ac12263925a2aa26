import { demand } from '../../../kernel/actor.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayReadPersonResult, resultReaders } from '../access.ts';
import { questionsOf } from '../definition.ts';
import { readResults } from '../read-results.ts';
import { bandOf, scoreOf } from '../scoring.ts';
import { answerWords } from './answer-words.ts';

export const personResult: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/rounds/:roundId/persons/:personId',
  who: resultReaders,
  async handle(ctx, input) {
    const { round, sheets, versions } = await readResults(ctx, param(input, 'roundId'));
    const sheet = found(
      sheets.find(({ personId }) => personId === param(input, 'personId')),
      'sheet of the person',
    );
    demand(mayReadPersonResult(ctx.actor, sheet));
    const definition = found(versions.get(sheet.versionId), 'version');
    const base = `/questionnaires/rounds/${round.id}`;
    const scores = definition.scales.map((scale) => {
      const score = scoreOf(definition, scale, sheet.answers);
      const band = score === undefined ? undefined : bandOf(scale, score)?.label;
      const value = score === undefined ? '' : [String(score).replace('.', ','), band].filter(Boolean).join(', ');
      return { label: scale.title, value };
    });
    return screen(
      ctx,
      { title: sheet.name ?? round.title },
      <>
        <Heading
          title={sheet.name}
          crumbs={[
            { label: 'Анкеты', href: '/questionnaires' },
            { label: round.title, href: base },
            { label: 'Результаты', href: `${base}/results` },
            { label: sheet.name ?? '' },
          ]}
          lead={[sheet.groupCode, round.title].filter(Boolean).join(', ')}
        />
        {scores.length > 0 ? (
          <Section title="Шкалы">
            <DefinitionList terms={scores} rules />
          </Section>
        ) : null}
        <Section title="Ответы">
          <DefinitionList
            rules
            terms={questionsOf(definition).map((question) => ({
              label: question.text,
              value: answerWords(question, sheet.answers.get(question.id)),
            }))}
          />
        </Section>
      </>,
    );
  },
};
