import type { Route } from '../../../platform/http/route.ts';
import { decideForms, minuteThem, peopleBehind } from './decide.tsx';
import { formsPage } from './forms.tsx';
import { dropCurator, dropMember, groupPage, makeOrder, putCurator, putMember } from './group.tsx';
import { dropMean, lastMeans, meansPage, putMean } from './means.tsx';

export const preparationRoutes: readonly Route[] = [
  groupPage,
  putMember,
  dropMember,
  putCurator,
  dropCurator,
  makeOrder,
  meansPage,
  putMean,
  lastMeans,
  dropMean,
  formsPage,
  decideForms,
  minuteThem,
  peopleBehind,
];
