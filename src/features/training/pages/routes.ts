import type { Route } from '../../../platform/http/route.ts';
import { certificateFile, certificatesPage, revokeForm, revokePage } from './certificates.tsx';
import { checkPage } from './check.tsx';
import { courseScan, coursesPage, finishForm, finishPage, sendForm } from './courses.tsx';
import { enrolForm, enrolPage } from './enrol.tsx';
import { hereForm, herePage } from './here.tsx';
import { calendarRoute, minePage } from './mine.tsx';
import { exemptForm, exemptPage, peoplePage } from './people.tsx';
import { programmePage } from './programme.tsx';
import {
  addMaterialForm,
  addModuleForm,
  approveForm,
  issueForm,
  materialFile,
  newVersionForm,
  planSessionForm,
  removeModuleForm,
} from './programme-forms.tsx';
import {
  attendByCodeForm,
  bankTrainerForm,
  cancelSessionForm,
  saveListForm,
  sessionPage,
  sessionQrPage,
} from './session.tsx';
import { addTestForm, openTestForm, removeTestForm } from './test-forms.tsx';
import { newProgramme, newProgrammePage, trainingPage } from './training.tsx';

/** Named pages go before those of one record. */
export const trainingRoutes: Route[] = [
  trainingPage,
  newProgrammePage,
  newProgramme,
  programmePage,
  addModuleForm,
  removeModuleForm,
  approveForm,
  newVersionForm,
  enrolPage,
  enrolForm,
  planSessionForm,
  issueForm,
  addTestForm,
  openTestForm,
  removeTestForm,
  addMaterialForm,
  materialFile,
  sessionPage,
  saveListForm,
  attendByCodeForm,
  cancelSessionForm,
  bankTrainerForm,
  sessionQrPage,
  herePage,
  hereForm,
  minePage,
  calendarRoute,
  peoplePage,
  exemptPage,
  exemptForm,
  coursesPage,
  sendForm,
  finishPage,
  finishForm,
  courseScan,
  certificatesPage,
  certificateFile,
  revokePage,
  revokeForm,
  checkPage,
];
