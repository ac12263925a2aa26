import type { Route } from '../../../platform/http/route.ts';
import { freePair, lockPair, proposeAgain, refuseProposed, vetoPage, vetoProposed } from './decisions.tsx';
import { makeProposal, matchingPage } from './matching.tsx';
import { normsPage, saveNorms } from './norms.tsx';
import { confirmChosen, proposalPage } from './proposal.tsx';

export const matchingRoutes: readonly Route[] = [
  matchingPage,
  makeProposal,
  normsPage,
  saveNorms,
  proposalPage,
  confirmChosen,
  lockPair,
  freePair,
  refuseProposed,
  vetoPage,
  vetoProposed,
  proposeAgain,
];
