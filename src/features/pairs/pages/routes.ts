import type { Route } from '../../../platform/http/route.ts';
import { endThisOrder } from './ended.tsx';
import { groupPage, groupsPage, handOverThis, nameThis } from './group.tsx';
import { newPair, newPairPage } from './new-pair.tsx';
import { makeOrder, orderPage, refreshThisOrder } from './order.tsx';
import { dropThisPair, endThisPair, type PairExtras, pairPage } from './pair.tsx';
import { pairsPage } from './pairs.tsx';
import { replacePage, replaceThis } from './replace.tsx';

export const pairsRoutes = (extras: PairExtras = {}): readonly Route[] => [
  pairsPage,
  newPairPage,
  newPair,
  orderPage,
  makeOrder,
  refreshThisOrder,
  endThisOrder,
  groupsPage,
  groupPage,
  handOverThis,
  nameThis,
  pairPage(extras),
  replacePage,
  replaceThis,
  endThisPair(extras),
  dropThisPair(extras),
];
