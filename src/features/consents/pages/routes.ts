import type { Route } from '../../../platform/http/route.ts';
import type { Circle, Consequences } from '../consequence.ts';
import { bulkPage, recordPile } from './bulk.tsx';
import { openScan, personPage, putScan } from './person.tsx';
import { batchDocx, batchPage, batchPdf, orderForms, printPage } from './print.tsx';
import { recordOne, recordPage } from './record.tsx';
import { choosePeople, registerPage } from './register.tsx';
import { recordPapers, scanPage } from './scan.tsx';
import { fileByHand, formScan, pagePicture, putAside, scanPagePage } from './scan-page.tsx';
import { bringScans, scansPage } from './scans.tsx';
import { saveConsentSettings, settingsPage } from './settings.tsx';
import { publishOne, textPage, textsPage } from './texts.tsx';
import { withdrawOne, withdrawPage } from './withdraw.tsx';

export interface ConsentExtensions {
  /** What a withdrawal takes away, by purpose. */
  readonly consequences: Consequences;
  /** Whom the register may be narrowed to; the first is what it opens with. */
  readonly circles: readonly Circle[];
}

/** `app` hands in what stands above: pairs that end, bases that are watched. */
export const consentsRoutes = ({ consequences, circles }: ConsentExtensions): Route[] => [
  registerPage(circles),
  choosePeople,
  bulkPage,
  recordPile,
  textsPage,
  textPage,
  publishOne,
  printPage,
  orderForms,
  batchPage,
  batchPdf,
  batchDocx,
  scansPage,
  bringScans,
  scanPage,
  recordPapers,
  scanPagePage,
  fileByHand,
  putAside,
  pagePicture,
  formScan,
  settingsPage,
  saveConsentSettings,
  personPage,
  recordPage,
  recordOne,
  withdrawPage(consequences),
  withdrawOne(consequences),
  openScan,
  putScan,
];
