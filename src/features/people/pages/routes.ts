import type { Route } from '../../../platform/http/route.ts';
import { declensionPage, saveDeclension } from './declension.tsx';
import { editPerson, savePerson } from './edit-person.tsx';
import { exportRegister, exportTicked } from './export-people.ts';
import { createGroup, graduate, groupPage, groupsPage, saveGroup } from './groups.tsx';
import {
  answerTwin,
  cancelPeople,
  confirmPeople,
  forgetReplacement,
  importPage,
  saveImportRow,
  undoPeople,
} from './import.tsx';
import { columnsPage, saveColumns } from './import-columns.tsx';
import { importErrors } from './import-errors.ts';
import { importFresh } from './import-fresh.tsx';
import { importUpdates } from './import-updates.tsx';
import { importUpload, uploadPeople } from './import-upload.tsx';
import { leavingOfTicked, leavingPage, markLeft, markReturned } from './leaving.tsx';
import { createPerson, newPerson } from './new-person.tsx';
import { createOrganisation, organisationPage, organisationsPage, saveOrganisation } from './organisations.tsx';
import { type PersonExtras, personCard } from './person-card.tsx';
import { peopleRegister } from './register.tsx';
import { comparePage, compareTicked, mergeTwo } from './same-person.tsx';

/**
 * All doors of people. The card comes after the addresses that look like one («/people/new»), so the order matters.
 * `extras`: what features above add to the card.
 */
export const peopleRoutes = (extras: PersonExtras = {}): readonly Route[] => [
  peopleRegister,
  newPerson,
  createPerson,
  exportRegister,
  exportTicked,
  leavingPage,
  leavingOfTicked,
  markLeft,
  comparePage,
  compareTicked,
  mergeTwo,
  importUpload,
  uploadPeople,
  importPage,
  columnsPage,
  saveColumns,
  importFresh,
  importUpdates,
  importErrors,
  saveImportRow,
  forgetReplacement,
  answerTwin,
  confirmPeople,
  cancelPeople,
  undoPeople,
  editPerson,
  savePerson,
  declensionPage,
  saveDeclension,
  markReturned,
  personCard(extras),
  groupsPage,
  createGroup,
  groupPage,
  saveGroup,
  graduate,
  organisationsPage,
  createOrganisation,
  organisationPage,
  saveOrganisation,
];
