import { formatDay } from '../../../kernel/day.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatusChain } from '../../../ui/status-chain.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { mayKeepSelection, selectionReaders } from '../access.ts';
import { preparedMentors } from '../barrier-rows.ts';
import { type CandidateStep, stepOf } from '../candidate.ts';
import type { CandidateLine } from '../candidate-rows.ts';
import { decisionsOn } from '../decision-rows.ts';
import { interviewsOf } from '../interview-rows.ts';
import { outcomeNames, resultWords, stateNames } from '../texts.ts';
import { basisSections } from './basis.tsx';
import { clearanceSection, requirementSection } from './card-parts.tsx';
import { questionnaireSection } from './questionnaire-section.tsx';
import { type Sent, theCandidate } from './the-candidate.ts';
import { placeOf, StepBadge, selectionCrumb } from './words.tsx';

const Way = ({ line, step }: { readonly line: CandidateLine; readonly step: CandidateStep }) => {
  const { track } = line;
  const decided = track.decision !== null;
  return (
    <StatusChain
      label="Путь кандидата"
      steps={[
        {
          title: 'Анкета',
          text: line.result === null ? undefined : resultWords(line.result)[0],
          state: track.questioned ? 'done' : step === 'new' ? 'current' : 'ahead',
        },
        {
          title: 'Собеседование',
          text: track.invitedOn ? `назначено на ${formatDay(track.invitedOn)}` : undefined,
          state: track.interviewOn ? 'done' : step === 'questioned' || step === 'invited' ? 'current' : 'ahead',
        },
        {
          title: 'Решение группы',
          text: line.decidedOn ? formatDay(line.decidedOn) : undefined,
          state: decided ? 'done' : step === 'interviewed' || step === 'earlier' ? 'current' : 'ahead',
        },
        {
          title: 'Протокол подписан',
          state: line.fixed ? 'done' : decided ? 'current' : 'ahead',
        },
      ]}
    />
  );
};

const interviewSection = async (ctx: PageCtx, line: CandidateLine, year: number) => {
  const interviews = await interviewsOf(ctx.db, year, { personId: line.id });
  const planned = interviews.some(({ state }) => state === 'planned');
  return (
    <Section
      title="Собеседования"
      aside={
        mayKeepSelection(ctx.actor) === true && !planned ? (
          <LinkButton size="s" href={`/selection/interviews?person=${line.id}`} icon="calendar-plus">
            Пригласить
          </LinkButton>
        ) : undefined
      }
    >
      {interviews.length === 0 ? (
        <p class="hint">Кандидата ещё не приглашали.</p>
      ) : (
        <List
          rows={interviews.map((one) => ({
            title: `${formatDay(one.day)}, ${one.starts}, ${one.place}`,
            href: `/selection/interviews/${one.id}`,
            text: [
              one.outcome ? outcomeNames[one.outcome] : stateNames[one.state],
              one.interviewers.map(({ name }) => name).join(', '),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </Section>
  );
};

const decisionSection = async (ctx: PageCtx, line: CandidateLine, year: number) => {
  const kept = await decisionsOn(ctx.db, line.id, year);
  if (kept.length === 0) return null;
  return (
    <Section title="Решения группы">
      <List
        rows={kept.map((one) => ({
          title: `${formatDay(one.decidedOn)}: ${one.decision === 'approved' ? 'утверждение' : 'отказ'}`,
          ...(one.minutesId ? { href: `/documents/${one.minutesId}` } : {}),
          text: [
            one.reason,
            one.exception ? `в порядке исключения: ${one.exception}` : '',
            one.minutesId
              ? one.signed && one.minutesNumber
                ? `протокол №\u00a0${one.minutesNumber}`
                : 'протокол ещё не подписан'
              : 'в протокол ещё не внесено',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  );
};

/** A candidate's card; a form that came back stands with what was typed. */
export const cardScreen = async (ctx: PageCtx, line: CandidateLine, sent?: Sent) => {
  const { currentYear } = await theCollege(ctx.db);
  const step = stepOf(line.track);
  const name = fullName(line);
  const prepared = (await preparedMentors(ctx.db, currentYear)).get(line.id);
  return screen(
    ctx,
    { title: `${name}: отбор` },
    <>
      <Heading
        title={name}
        crumbs={[selectionCrumb, { label: name }]}
        lead={
          <>
            {placeOf(line) || 'Кандидат в наставники'} <StepBadge step={step} />
          </>
        }
        actions={<LinkButton href={`/mentors/${line.id}`}>Карточка наставника</LinkButton>}
      />
      <Columns
        aside={
          <>
            <Way line={line} step={step} />
            <Section title="Обучение">
              <p>{prepared ? `${prepared.words} (${formatDay(prepared.day)})` : 'В этом году ещё не обучен.'}</p>
            </Section>
            {await decisionSection(ctx, line, currentYear)}
          </>
        }
      >
        {await requirementSection(ctx, line, sent)}
        {await questionnaireSection(ctx, line, currentYear, sent)}
        {await interviewSection(ctx, line, currentYear)}
        {clearanceSection(ctx, line, sent)}
        {await basisSections(ctx, line, currentYear, sent)}
      </Columns>
    </>,
  );
};

export const cardPage: MemberRoute = {
  method: 'GET',
  path: '/selection/:personId',
  who: selectionReaders,
  handle: async (ctx, input) => cardScreen(ctx, await theCandidate(ctx, input)),
};
