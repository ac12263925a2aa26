import type { Route } from '../../../platform/http/route.ts';
import { createExpert, editExpertPage, newExpertPage, saveExpert } from './edit.tsx';
import { answerPost, expertPage, putContract, putInvitation, releaseThis } from './expert.tsx';
import { agreementScan, putScan } from './partner-scan.tsx';
import {
  agreementPage,
  createAgreement,
  endThis,
  newAgreementPage,
  partnersPage,
  putSpecialists,
} from './partners.tsx';
import { expertsPage } from './register.tsx';

export const expertsRoutes: readonly Route[] = [
  expertsPage,
  newExpertPage,
  createExpert,
  answerPost,
  expertPage,
  editExpertPage,
  saveExpert,
  putContract,
  putInvitation,
  releaseThis,
  partnersPage,
  newAgreementPage,
  createAgreement,
  agreementPage,
  putSpecialists,
  putScan,
  agreementScan,
  endThis,
];
