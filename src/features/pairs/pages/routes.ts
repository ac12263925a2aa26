import type { Route } from '../../../platform/http/route.ts';
import { newPair, newPairPage } from './new-pair.tsx';
import { dropThisPair, endThisPair, pairPage } from './pair.tsx';
import { pairsPage } from './pairs.tsx';

export const pairsRoutes: readonly Route[] = [pairsPage, newPairPage, newPair, pairPage, endThisPair, dropThisPair];
