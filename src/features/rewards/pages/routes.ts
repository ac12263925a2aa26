import type { Route } from '../../../platform/http/route.ts';
import { boardKeepingPage, boardPage, putOnBoardForm, takeThis } from './board.tsx';
import { answerThis, askThis, casePage, editCasePage, saveCase } from './case.tsx';
import { casesPage, startThis } from './cases.tsx';
import { myAchievementsPage } from './mine.tsx';
import { decideThis, nameThis, nominationPage } from './nomination.tsx';
import {
  createNomination,
  editNominationPage,
  newNominationPage,
  nominationsPage,
  saveNomination,
} from './nominations.tsx';
import { chosenPeople, rewardsPage } from './rewards.tsx';
import { allThanksFile, newThanksPage, thanksFile, thanksPage, withdrawThis, writeThanks } from './thanks.tsx';

/** Named pages go before those of one record. */
export const rewardsRoutes: Route[] = [
  rewardsPage,
  chosenPeople,
  thanksPage,
  newThanksPage,
  writeThanks,
  allThanksFile,
  thanksFile,
  withdrawThis,
  nominationsPage,
  newNominationPage,
  createNomination,
  nominationPage,
  nameThis,
  decideThis,
  editNominationPage,
  saveNomination,
  boardKeepingPage,
  putOnBoardForm,
  takeThis,
  boardPage,
  myAchievementsPage,
  casesPage,
  startThis,
  casePage,
  editCasePage,
  saveCase,
  askThis,
  answerThis,
];
