import type { Route } from '../../../platform/http/route.ts';
import { calendarOfPerson, endCalendar, makeCalendar, saveReminders } from './calendar.tsx';
import { diaryFile } from './diary.ts';
import { dropFile, openFile, putFile } from './files.tsx';
import { codePage, herePage, sayHere } from './here.tsx';
import { installPage } from './install.ts';
import { pairMeetingsPage } from './line.tsx';
import { exportMeetings, meetingsPage } from './list.tsx';
import { logRoutes } from './log.tsx';
import { meetingPage, saveWords } from './meeting.tsx';
import { minePage } from './mine.tsx';
import { normsPage, saveNorms } from './norms.tsx';
import { cancelForm, changeForm, changePage, newMeeting, newMeetingPage } from './plan.tsx';
import type { MeetingExtras } from './topics.ts';

/** Named pages go before those of one record. */
export const meetingsRoutes = (extras: MeetingExtras): Route[] => [
  installPage,
  minePage,
  ...logRoutes(extras),
  makeCalendar,
  endCalendar,
  saveReminders,
  calendarOfPerson,
  meetingsPage,
  exportMeetings,
  normsPage,
  saveNorms,
  meetingPage,
  saveWords,
  changePage,
  changeForm,
  cancelForm,
  putFile,
  openFile,
  dropFile,
  codePage,
  herePage,
  sayHere,
  pairMeetingsPage,
  newMeetingPage,
  newMeeting,
  diaryFile,
];
