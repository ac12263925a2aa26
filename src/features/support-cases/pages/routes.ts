import type { Route } from '../../../platform/http/route.ts';
import { casePage, endCase, notesPage, writeNote } from './case.tsx';
import { casesPage, createCase } from './cases.tsx';

export const supportCaseRoutes: readonly Route[] = [casesPage, createCase, casePage, notesPage, writeNote, endCase];
