import type { Child } from 'hono/jsx';
import { Paper, PaperDesk } from '../../../ui/paper.tsx';
import { type Definition, type Question, questionOf, questionsOf } from '../definition.ts';
import { usualEnds, yesNoWords } from '../definition-texts.ts';
import { conditionText } from '../edit-definition.ts';

const Box = ({ children }: { readonly children: Child }) => (
  <span>
    <span class="blank-box" aria-hidden="true" />
    {children}
  </span>
);

const Lines = ({ count }: { readonly count: number }) => (
  <>
    {Array.from({ length: count }, () => (
      <div class="blank-line" />
    ))}
  </>
);

const Places = ({ question }: { readonly question: Question }) => {
  const options = question.options ?? [];
  return (
    <div class="blank-boxes column">
      {options.map(({ label }) => (
        <Box>
          {label} (место от 1 до {options.length})
        </Box>
      ))}
    </div>
  );
};

const Room = ({ question }: { readonly question: Question }) => {
  const options = question.options ?? [];
  switch (question.kind) {
    case 'scale':
      return (
        <div class="blank-boxes">
          <span>{(question.ends ?? usualEnds)[0]}</span>
          {Array.from({ length: question.to ?? 10 }, (_, index) => (
            <Box>{index + 1}</Box>
          ))}
          <span>{(question.ends ?? usualEnds)[1]}</span>
        </div>
      );
    case 'yes-no':
      return (
        <div class="blank-boxes">
          <Box>{yesNoWords.yes}</Box>
          <Box>{yesNoWords.no}</Box>
        </div>
      );
    case 'one':
    case 'many':
      return (
        <div class="blank-boxes column">
          {options.map(({ label }) => (
            <Box>{label}</Box>
          ))}
        </div>
      );
    case 'ranking':
      return <Places question={question} />;
    case 'matrix':
      return (
        <div class="blank-boxes column">
          {options.map(({ label }) => (
            <div class="blank-boxes">
              <span>{label}:</span>
              {(question.columns ?? []).map((column) => (
                <Box>{column.label}</Box>
              ))}
            </div>
          ))}
        </div>
      );
    case 'number':
    case 'short':
      return <Lines count={1} />;
    case 'long':
      return <Lines count={3} />;
  }
};

/** The questionnaire on paper: boxes to tick, lines to write on, conditions in words. */
export const Blank = ({ definition, before }: { readonly definition: Definition; readonly before?: Child }) => {
  const numbers = new Map(questionsOf(definition).map(({ id }, index) => [id, index + 1]));
  return (
    <PaperDesk label="Бланк анкеты">
      <Paper>
        {before ?? null}
        {definition.sections.map((section) => (
          <>
            {section.title ? <h2>{section.title}</h2> : null}
            {section.intro ? <p>{section.intro}</p> : null}
            {section.questions.map((question) => {
              const source = question.shownIf && questionOf(definition, question.shownIf.question);
              return (
                <div class="blank-question">
                  <p>
                    <strong>
                      {numbers.get(question.id)}. {question.text}
                    </strong>
                    {question.kind === 'many' ? ' Можно отметить несколько.' : null}
                    {question.kind === 'one' ? ' Отметьте один ответ.' : null} {question.hint}
                    {source ? (
                      <em>
                        {' '}
                        Только если в вопросе {numbers.get(source.id)} ответ: {conditionText(definition, question)}.
                      </em>
                    ) : null}
                  </p>
                  <Room question={question} />
                </div>
              );
            })}
          </>
        ))}
      </Paper>
    </PaperDesk>
  );
};
