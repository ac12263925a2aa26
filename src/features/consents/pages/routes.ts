import type { Route } from '../../../platform/http/route.ts';
import type { Circle, Consequences } from '../consequence.ts';
import { ownRetention } from '../own-retention.ts';
import type { RetentionKind } from '../retention.ts';
import { bulkPage, recordPile } from './bulk.tsx';
import { ownPage, ownWithdraw, ownWithdrawPage, signOne, signPage } from './own.tsx';
import { openScan, personPage, putScan } from './person.tsx';
import { batchDocx, batchPage, batchPdf, orderForms, printPage } from './print.tsx';
import { recordOne, recordPage } from './record.tsx';
import { choosePeople, registerPage } from './register.tsx';
import { renewalPage } from './renewal.tsx';
import {
  actExtractFile,
  actPaperFile,
  destroyOld,
  retentionKindPage,
  retentionPage,
  saveRetention,
  withdrawalAct,
} from './retention.tsx';
import { recordPapers, scanPage } from './scan.tsx';
import { fileByHand, formScan, pagePicture, putAside, scanPagePage } from './scan-page.tsx';
import { bringScans, scansPage } from './scans.tsx';
import { saveConsentSettings, settingsPage } from './settings.tsx';
import { giveKey, linkOne, signingPage, takeKey, unlinkOne } from './signing.tsx';
import { publishOne, textPage, textsPage } from './texts.tsx';
import { withdrawOne, withdrawPage } from './withdraw.tsx';

export interface ConsentExtensions {
  /** What a withdrawal takes away, by purpose. */
  readonly consequences: Consequences;
  /** Whom the register may be narrowed to; the first is what it opens with. */
  readonly circles: readonly Circle[];
  /** Kinds of records above that have a time of keeping. */
  readonly retention?: readonly RetentionKind[];
}

const retentionRoutes = (kinds: readonly RetentionKind[]): Route[] => [
  retentionPage(kinds),
  retentionKindPage(kinds),
  saveRetention(kinds),
  destroyOld(kinds),
  withdrawalAct,
  actPaperFile,
  actExtractFile,
];

/** What anybody with a card does with the own consents. */
const ownRoutes = (consequences: Consequences): Route[] => [
  ownPage,
  signPage,
  signOne,
  ownWithdrawPage(consequences),
  ownWithdraw(consequences),
];

/** `app` hands in what stands above: pairs that end, bases that are watched. */
export const consentsRoutes = ({ consequences, circles, retention = [] }: ConsentExtensions): Route[] => [
  ...retentionRoutes([...ownRetention, ...retention]),
  ...ownRoutes(consequences),
  renewalPage,
  signingPage,
  giveKey,
  takeKey,
  linkOne,
  unlinkOne,
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
