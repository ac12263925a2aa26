import type { Route } from '../../../platform/http/route.ts';
import { comeIn, doorPage } from './door.tsx';
import { createEvent, editEventPage, newEventPage, saveEvent } from './edit.tsx';
import { cancelThis, eventPage, invitePeople, makePaper, markPeople } from './event.tsx';
import { calendarOf, openHere, sayHere, screenPage } from './here.tsx';
import { dropPhoto, openPhoto, putPhoto } from './photos.tsx';
import { dropPublication, publicationsPage, putPublication } from './publications.tsx';
import { eventsPage } from './register.tsx';

export const eventsRoutes: readonly Route[] = [
  eventsPage,
  newEventPage,
  createEvent,
  eventPage,
  editEventPage,
  saveEvent,
  cancelThis,
  invitePeople,
  markPeople,
  makePaper,
  screenPage,
  openHere,
  sayHere,
  calendarOf,
  putPhoto,
  openPhoto,
  dropPhoto,
  publicationsPage,
  putPublication,
  dropPublication,
  doorPage,
  comeIn,
];
