import type { Route } from '../../../platform/http/route.ts';
import { askAllForm, askForm, candidateLink } from './ask.tsx';
import { cardPage } from './card.tsx';
import {
  addClearanceForm,
  answerRuleForm,
  basisScan,
  clearanceScan,
  saveBasisForm,
  saveScoreForm,
  withdrawClearanceForm,
} from './card-forms.tsx';
import { decideForm, decisionPage, minutesForm } from './decision.tsx';
import { interviewPage, saveMarksForm, saveOutcomeForm } from './interview.tsx';
import { interviewsPage, openSlotsForm } from './interviews.tsx';
import { closeForm, inviteForm } from './invite.tsx';
import {
  addQuestionForm,
  addRuleForm,
  chooseDemandsForm,
  dropQuestionForm,
  dropRuleForm,
  rulesPage,
  takeStarterForm,
} from './rules.tsx';
import { selectionPage } from './selection.tsx';

/** Named pages go before the one of a person. */
export const selectionRoutes: Route[] = [
  selectionPage,
  askAllForm,
  interviewsPage,
  openSlotsForm,
  interviewPage,
  saveMarksForm,
  saveOutcomeForm,
  inviteForm,
  closeForm,
  decisionPage,
  decideForm,
  minutesForm,
  rulesPage,
  addRuleForm,
  dropRuleForm,
  chooseDemandsForm,
  takeStarterForm,
  addQuestionForm,
  dropQuestionForm,
  withdrawClearanceForm,
  clearanceScan,
  cardPage,
  saveScoreForm,
  askForm,
  candidateLink,
  answerRuleForm,
  addClearanceForm,
  saveBasisForm,
  basisScan,
];
