import type { Route } from '../../../platform/http/route.ts';
import type { Beside } from '../question.ts';
import { arrangePage, moveThis, undoThis } from './arrange.tsx';
import { answerAtDoor, askDoor, myAsks, myAsksPage } from './ask-door.tsx';
import { answerByHand, asksPage, askThem, printAsks } from './asks.tsx';
import { comparePage } from './compare.tsx';
import { freePair, lockPair, proposeAgain, refuseProposed, vetoPage, vetoProposed } from './decisions.tsx';
import { makeProposal, matchingPage } from './matching.tsx';
import { normsPage, saveNorms } from './norms.tsx';
import { agreedChosen, confirmChosen, proposalPage } from './proposal.tsx';
import { publishPage, publishThis } from './publish.tsx';
import { reproduceThis } from './reproduce-run.tsx';

/** Doors of the matching. `beside`: what rooms of the same floor know about people. */
export const matchingRoutes = (beside: Beside = {}): readonly Route[] => [
  matchingPage,
  makeProposal(beside),
  normsPage,
  saveNorms,
  proposalPage,
  confirmChosen,
  agreedChosen,
  lockPair,
  freePair,
  refuseProposed,
  vetoPage,
  vetoProposed,
  proposeAgain(beside),
  comparePage,
  reproduceThis(beside),
  arrangePage(beside),
  moveThis(beside),
  undoThis(beside),
  asksPage,
  askThem,
  printAsks,
  answerByHand,
  askDoor,
  answerAtDoor,
  myAsksPage,
  myAsks,
  publishPage,
  publishThis,
];
