import type { Route } from '../../../platform/http/route.ts';
import { closeThis, flagPage, handThis } from './flag.tsx';
import { riskNormsPage, saveRiskNorms } from './norms.tsx';
import { lookNow, risksPage } from './risks.tsx';

/** Named pages go before those of one record. */
export const feedbackRoutes: Route[] = [
  risksPage,
  lookNow,
  riskNormsPage,
  saveRiskNorms,
  flagPage,
  closeThis,
  handThis,
];
