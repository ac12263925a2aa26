import type { Route } from '../../../platform/http/route.ts';
import { dropRow, editRowPage, newRow, newRowPage, saveRow } from './edit-row.tsx';
import { importPage, readImport } from './import.tsx';
import { nextYearPage, orderThisRoadmap, writeNextYear } from './next-year.tsx';
import { answerImport, reviewPage } from './review-import.tsx';
import { roadmapPage, takeTemplate } from './roadmap.tsx';
import { dropEvidence, openEvidence, putEvidence, rowPage } from './row.tsx';
import { todayPage } from './today.tsx';

export const roadmapRoutes: readonly Route[] = [
  todayPage,
  roadmapPage,
  takeTemplate,
  nextYearPage,
  writeNextYear,
  orderThisRoadmap,
  newRowPage,
  newRow,
  rowPage,
  putEvidence,
  openEvidence,
  dropEvidence,
  editRowPage,
  saveRow,
  dropRow,
  importPage,
  readImport,
  reviewPage,
  answerImport,
];
