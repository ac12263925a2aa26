import type { Route } from '../../../platform/http/route.ts';
import type { Circle } from '../round-rows.ts';
import { approveOne, approvePage, type PapersFor } from './approve.tsx';
import { saveScale, saveSection, scalePage, sectionPage } from './edit-parts.tsx';
import { questionPage, saveQuestion } from './edit-question.tsx';
import { exportResults } from './export.ts';
import { beginNameless, ownAnswer, ownList, ownSheet, ownStep } from './fill-own.tsx';
import { publicAnswer, publicFilling, publicStep } from './fill-public.tsx';
import { commonLink, commonLinkOfGroup, personalLinks, personalLinksOfGroup } from './links.tsx';
import { listPage, takeSets } from './list.tsx';
import { createQuestionnaire, importFile, importPage, newQuestionnaire } from './new-questionnaire.tsx';
import { inviteAgain, newRoundPage, startRound } from './new-round.tsx';
import { openAnswers, tagOpenAnswer } from './open-answers.tsx';
import { paperBlank, paperEntries } from './paper.tsx';
import { personResult } from './person-result.tsx';
import { previewPage, printPage } from './preview.tsx';
import { questionnairePage } from './questionnaire.tsx';
import { archive, arrange, exportJson } from './questionnaire-actions.ts';
import { resultsPage } from './results.tsx';
import { changeOne, roundPage } from './round.tsx';

export interface QuestionnaireExtensions {
  /** Papers of the register of documents that may approve a questionnaire. */
  readonly papersFor: PapersFor;
  /** Bases of people that a round may be sent to. */
  readonly circles: readonly Circle[];
}

/** `app` hands in what stands above. Addresses that look like an id («/questionnaires/new») come before the ids. */
export const questionnairesRoutes = ({ papersFor, circles }: QuestionnaireExtensions): Route[] => [
  listPage,
  takeSets,
  newQuestionnaire,
  createQuestionnaire,
  importPage,
  importFile,
  roundPage(circles),
  changeOne,
  inviteAgain(circles),
  commonLink,
  commonLinkOfGroup,
  personalLinks,
  personalLinksOfGroup,
  paperBlank,
  ...paperEntries,
  resultsPage,
  exportResults,
  personResult,
  openAnswers,
  tagOpenAnswer,
  questionnairePage,
  arrange,
  archive,
  exportJson,
  previewPage,
  printPage,
  questionPage,
  saveQuestion,
  sectionPage,
  saveSection,
  scalePage,
  saveScale,
  approvePage(papersFor),
  approveOne(papersFor),
  newRoundPage(circles),
  startRound(circles),
  ownList,
  ownSheet,
  ownStep,
  ownAnswer,
  beginNameless,
  publicFilling,
  publicStep,
  publicAnswer,
];
