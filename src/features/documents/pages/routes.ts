import type { Route } from '../../../platform/http/route.ts';
import { enterThisAct } from './act-form.tsx';
import { documentPage } from './document.tsx';
import {
  cancelThis,
  numberThis,
  refreshThis,
  removePage,
  removeThis,
  scanThis,
  sendThis,
  signThis,
  takeBackThis,
} from './document-forms.tsx';
import { docxFile, pdfFile, scanFile } from './files.ts';
import { fillPage, fillThis } from './fill.tsx';
import { registerPage } from './register.tsx';
import { registeringPage, registerThis } from './registering.tsx';
import {
  backToStarter,
  exampleFile,
  starterFile,
  templatePage,
  templatesPage,
  uploadThisTemplate,
  versionFile,
} from './templates.tsx';

export const documentsRoutes: readonly Route[] = [
  registerPage,
  registeringPage,
  registerThis,
  templatesPage,
  versionFile,
  templatePage,
  uploadThisTemplate,
  starterFile,
  backToStarter,
  exampleFile,
  documentPage,
  docxFile,
  pdfFile,
  scanFile,
  scanThis,
  enterThisAct,
  fillPage,
  fillThis,
  numberThis,
  sendThis,
  takeBackThis,
  signThis,
  refreshThis,
  cancelThis,
  removePage,
  removeThis,
];
