import type { Route } from '../../../platform/http/route.ts';
import {
  agreeThisOnPaper,
  agreeThisPlan,
  paperPage,
  proposeThisPlan,
  returnPlanPage,
  returnThisPlan,
  takeThisPlanBack,
} from './agreement.tsx';
import { copyPage, copyThisPlan } from './copying.tsx';
import { comparePage, correctPage, correctThisPlan, dropPage, dropThisCorrection } from './correction.tsx';
import { planFile } from './file.ts';
import { markPage, markThisTask, unmarkThisTask } from './marking.tsx';
import { planPage, planScan } from './plan.tsx';
import { myPlansPage, plansPage } from './register.tsx';
import { pairPlanPage, startThisPlan } from './start.tsx';
import {
  installTheseTemplates,
  newTemplate,
  newTemplatePage,
  saveThisTemplate,
  switchThisTemplate,
  templatePage,
  templatesPage,
} from './templates.tsx';
import { newTask, newTaskPage, removeThisTask, saveTask, saveWords, taskPage, wordsPage } from './writing.tsx';

export const plansRoutes: readonly Route[] = [
  plansPage,
  myPlansPage,
  templatesPage,
  installTheseTemplates,
  newTemplatePage,
  newTemplate,
  templatePage,
  saveThisTemplate,
  switchThisTemplate,
  pairPlanPage,
  startThisPlan,
  planPage,
  planFile,
  planScan,
  wordsPage,
  saveWords,
  newTaskPage,
  newTask,
  taskPage,
  saveTask,
  removeThisTask,
  proposeThisPlan,
  agreeThisPlan,
  returnPlanPage,
  returnThisPlan,
  takeThisPlanBack,
  paperPage,
  agreeThisOnPaper,
  correctPage,
  correctThisPlan,
  dropPage,
  dropThisCorrection,
  comparePage,
  markPage,
  markThisTask,
  unmarkThisTask,
  copyPage,
  copyThisPlan,
];
