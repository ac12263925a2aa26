import type { Route } from '../../../platform/http/route.ts';
import { closePage, closeThis, deskPage, moveOn } from './desk.tsx';
import { comeWithAccount, comeWithCode, doorPage, liveState, openHere } from './door.tsx';
import { changeGuests, guestsPage } from './guests.tsx';
import { meetingsPage } from './meetings.tsx';
import { createMeeting, newMeetingPage } from './new.tsx';
import { ballotsFile, paperPage, typePaper } from './paper.tsx';
import { phonePage, putBallot, sayHere } from './phone.tsx';
import { avoidsPage, preferencesPage, statePage, writeStated } from './preferences.tsx';
import { projectorPage } from './projector.tsx';
import { printSlips, slipsPage } from './slips.tsx';

export const generalMeetingRoutes: readonly Route[] = [
  meetingsPage,
  newMeetingPage,
  createMeeting,
  deskPage,
  moveOn,
  closePage,
  closeThis,
  projectorPage,
  guestsPage,
  changeGuests,
  slipsPage,
  printSlips,
  paperPage,
  typePaper,
  ballotsFile,
  openHere,
  comeWithAccount,
  preferencesPage,
  statePage,
  writeStated,
  avoidsPage,
  doorPage,
  comeWithCode,
  liveState,
  phonePage,
  sayHere,
  putBallot,
];
