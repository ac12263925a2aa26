import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { isDocumentKind, type PaperKind } from './document.ts';

/** Who makes papers, numbers, signs and registers them, and chooses templates. The director's signing is a record of the signature. */
export const documentKeepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator'];

/** Who enters the form that registers a paper; `mayRegister` decides of which kind. */
export const documentRegistrars: readonly Role[] = [...documentKeepers, 'methodist'];

/** Who reads the register and the papers in it. */
export const documentReaders: readonly Role[] = [
  ...documentRegistrars,
  'working-group',
  'class-teacher',
  'psychologist',
  'social-teacher',
  'editor',
];

export const mayReadDocuments = (actor: Actor): Verdict =>
  holds(actor, ...documentReaders) || because('documents.not-a-reader');

export const mayKeepDocuments = (actor: Actor): Verdict =>
  holds(actor, ...documentKeepers) || because('documents.not-a-keeper');

/** What a methodist brings: programmes, methods and materials. Orders and minutes are for those who keep papers. */
const methodistKinds: readonly PaperKind[] = [
  'questionnaire-method',
  'experts-bank',
  'training-programme',
  'training-contract',
  'training-certificate',
  'materials',
  'practice-case',
];

export const mayRegister = (actor: Actor, kind: PaperKind): Verdict =>
  holds(actor, ...documentKeepers) ||
  (holds(actor, 'methodist') && !isDocumentKind(kind) && methodistKinds.includes(kind)) ||
  because('documents.kind-not-theirs');
