import type { Route } from '../../../platform/http/route.ts';
import { askPage, handInByLink, putAside, sendAnswer } from './ask.tsx';
import { campaignPage } from './campaign.tsx';
import {
  campaignsPage,
  editCampaign,
  endCampaign,
  newCampaign,
  openAgain,
  openNew,
  saveCampaign,
} from './campaigns.tsx';
import { groupPage } from './group.tsx';
import { ownRoutes } from './own.tsx';
import { remindAll, remindByHand, remindByMail, remindPage } from './remind.tsx';
import { printAll, printGroup, revokeGroup } from './sheet.tsx';
import { dropOne, matchOne, unmatchedPage } from './unmatched.tsx';

export const campaignsRoutes: readonly Route[] = [
  campaignsPage,
  newCampaign,
  openNew,
  ...ownRoutes,
  campaignPage,
  editCampaign,
  saveCampaign,
  endCampaign,
  openAgain,
  groupPage,
  printGroup,
  printAll,
  revokeGroup,
  unmatchedPage,
  matchOne,
  dropOne,
  remindPage,
  remindAll,
  remindByHand,
  remindByMail,
  askPage,
  sendAnswer,
  putAside,
  handInByLink,
];
