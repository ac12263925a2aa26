import type { Route } from '../../../platform/http/route.ts';
import { createMaterial, editMaterialPage, newMaterialPage, saveMaterial } from './edit.tsx';
import { libraryPage, putReady } from './library.tsx';
import { archiveThis, materialFile, materialPage } from './material.tsx';
import { closeThis, questionPage, sendWords } from './question.tsx';
import { newQuestionPage, questionsPage, sendQuestion } from './questions.tsx';

/** Named pages go before those of one record. */
export const libraryRoutes: Route[] = [
  libraryPage,
  putReady,
  newMaterialPage,
  createMaterial,
  materialPage,
  materialFile,
  editMaterialPage,
  saveMaterial,
  archiveThis,
  questionsPage,
  newQuestionPage,
  sendQuestion,
  questionPage,
  sendWords,
  closeThis,
];
