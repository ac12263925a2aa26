import type { Route } from '../../../platform/http/route.ts';
import { accountPage, accountPassword, accountRoles, disableAccount, enableAccount } from './account.tsx';
import { accountsPage, newAccount, newAccountPage } from './accounts.tsx';
import { enterByCode, enterByLink, enterCodePage, enterPage } from './enter.tsx';
import { linkSheet } from './link-sheet.tsx';
import { askForCode, messengersPage, proveTheCode, unlinkThis } from './messengers.tsx';
import { myAccountPage, myPassword } from './my-account.tsx';
import { signIn, signInPage, signOut } from './sign-in.tsx';

export const accountsRoutes: readonly Route[] = [
  signInPage,
  signIn,
  signOut,
  enterCodePage,
  enterByCode,
  enterPage,
  enterByLink,
  accountsPage,
  newAccountPage,
  newAccount,
  accountPage,
  accountRoles,
  accountPassword,
  enableAccount,
  disableAccount,
  linkSheet,
  myAccountPage,
  myPassword,
  messengersPage,
  askForCode,
  proveTheCode,
  unlinkThis,
];
