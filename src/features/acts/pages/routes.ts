import type { Route } from '../../../platform/http/route.ts';
import { actPage, openFile, putFile } from './act.tsx';
import { createAct, editActPage, newActPage, saveAct } from './edit.tsx';
import { actsPage, takeBuiltIn } from './register.tsx';

export const actsRoutes: readonly Route[] = [
  actsPage,
  takeBuiltIn,
  newActPage,
  createAct,
  actPage,
  editActPage,
  saveAct,
  putFile,
  openFile,
];
