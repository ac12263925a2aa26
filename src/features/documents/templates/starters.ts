import type { DocumentKind } from '../document.ts';
import type { StarterTemplate } from '../template.ts';
import { amendingOrder } from './amending-order.ts';
import { consentAdult, consentMinor, consentRepresentative } from './consents.ts';
import { minutes } from './minutes.ts';
import { pairsOrder } from './pairs-order.ts';
import { pressRelease } from './press-release.ts';
import { roadmapOrder } from './roadmap-order.ts';
import { workingGroupOrder } from './working-group-order.ts';

/** The templates a college starts with, one for each kind of paper. */
export const starterTemplates: Readonly<Record<DocumentKind, StarterTemplate>> = {
  'pairs-order': pairsOrder,
  'amending-order': amendingOrder,
  'working-group-order': workingGroupOrder,
  'roadmap-order': roadmapOrder,
  minutes,
  'press-release': pressRelease,
  'consent-adult': consentAdult,
  'consent-minor': consentMinor,
  'consent-representative': consentRepresentative,
};
