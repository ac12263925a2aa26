// Made by `npm run schema` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface AcademicYears {
  college_id: Generated<string>;
  start_year: number;
  opened_at: Generated<Date>;
}

export interface AccountRoles {
  college_id: Generated<string>;
  account_id: string;
  role: 'administrator' | 'director' | 'deputy' | 'working-group' | 'curator' | 'methodist' | 'class-teacher' | 'psychologist' | 'social-teacher' | 'editor' | 'mentor' | 'mentee' | 'parent' | 'expert' | 'employer' | 'institute';
}

export interface Accounts {
  college_id: Generated<string>;
  id: Generated<string>;
  user_id: string;
  person_id: string | null;
  name: string;
  login: string;
  disabled_at: Date | null;
  created_at: Generated<Date>;
}

export interface AuthCredentials {
  id: string;
  'userId': string;
  'accountId': string;
  'providerId': string;
  'accessToken': string | null;
  'refreshToken': string | null;
  'idToken': string | null;
  'accessTokenExpiresAt': Date | null;
  'refreshTokenExpiresAt': Date | null;
  scope: string | null;
  password: string | null;
  'createdAt': Generated<Date>;
  'updatedAt': Generated<Date>;
}

export interface AuthRateLimits {
  id: string;
  key: string;
  count: number;
  'lastRequest': number;
}

export interface AuthSessions {
  id: string;
  'userId': string;
  token: string;
  'expiresAt': Date;
  'ipAddress': string | null;
  'userAgent': string | null;
  'createdAt': Generated<Date>;
  'updatedAt': Generated<Date>;
}

export interface AuthUsers {
  id: string;
  name: string;
  email: string;
  'emailVerified': Generated<boolean>;
  image: string | null;
  username: string | null;
  'displayUsername': string | null;
  'createdAt': Generated<Date>;
  'updatedAt': Generated<Date>;
}

export interface AuthVerifications {
  id: string;
  identifier: string;
  value: string;
  'expiresAt': Date;
  'createdAt': Generated<Date>;
  'updatedAt': Generated<Date>;
}

export interface Colleges {
  id: Generated<string>;
  full_name: string;
  short_name: string;
  founder: Generated<string>;
  city: Generated<string>;
  time_zone: Generated<string>;
  contacts: Generated<string>;
  director_id: string | null;
  controller_id: string | null;
  current_year: number;
  setup: ColumnType<unknown, string | undefined, string>;
  created_at: Generated<Date>;
}

export interface ConsentTexts {
  college_id: Generated<string>;
  id: Generated<string>;
  purpose: 'processing' | 'publication' | 'third-party' | 'photo';
  version: number;
  body: string;
  valid_from: Day;
  valid_till: Day | null;
  created_at: Generated<Date>;
}

export interface Consents {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  purpose: string;
  text_id: string;
  signed_by: 'self' | 'representative' | 'both';
  representative_name: Generated<string>;
  representative_document: Generated<string>;
  signed_on: Day;
  valid_till: Day;
  withdrawn_on: Day | null;
  withdrawn_reason: Generated<string>;
  scan_file_id: string | null;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface DocumentTemplates {
  college_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  version: number;
  file_id: string;
  account_id: string | null;
  created_at: Generated<Date>;
  retired_at: Date | null;
}

export interface Documents {
  college_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  series: string;
  title: string;
  origin: 'made' | 'registered';
  status: Generated<'draft' | 'on-signing' | 'signed' | 'amended' | 'cancelled'>;
  year: number;
  number: string | null;
  day: Day | null;
  review_by: Day | null;
  signatory_id: string | null;
  template_id: string | null;
  data: ColumnType<unknown, string | undefined, string>;
  docx_file_id: string | null;
  scan_file_id: string | null;
  amends_id: string | null;
  amendment: 'amends' | 'cancels' | null;
  version: Generated<number>;
  account_id: string | null;
  created_at: Generated<Date>;
  signed_at: Date | null;
}

export interface Files {
  college_id: Generated<string>;
  id: Generated<string>;
  'sha256': string;
  size: number;
  media_type: string;
  name: string;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface ImportMemory {
  college_id: Generated<string>;
  kind: 'column' | 'group';
  key: string;
  value: string;
}

export interface ImportRows {
  college_id: Generated<string>;
  import_id: string;
  row_number: number;
  cells: ColumnType<unknown, string, string>;
  understood: ColumnType<unknown, string, string>;
  problems: ColumnType<unknown, string | undefined, string>;
  duplicate: ColumnType<unknown, string | null | undefined, string | null>;
  decision: Generated<'new' | 'update' | 'merge' | 'skip'>;
  person_id: string | null;
  before: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface Imports {
  college_id: Generated<string>;
  id: Generated<string>;
  kind: 'people' | 'roadmap';
  state: Generated<'reading' | 'review' | 'writing' | 'written' | 'undone' | 'cancelled' | 'refused'>;
  file_id: string | null;
  file_name: string;
  sheet_name: Generated<string>;
  understanding: ColumnType<unknown, string | undefined, string>;
  refusal: string | null;
  version: Generated<number>;
  account_id: string | null;
  created_at: Generated<Date>;
  written_at: Date | null;
}

export interface Journal {
  college_id: Generated<string>;
  id: Generated<number>;
  at: Generated<Date>;
  account_id: string | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  details: ColumnType<unknown, string | undefined, string>;
}

export interface Mentees {
  college_id: Generated<string>;
  person_id: string;
  entered_on: Day;
  left_on: Day | null;
  free_times: Generated<string[]>;
  wanted_forms: Generated<string[]>;
  version: Generated<number>;
  left_reason: Generated<string>;
}

export interface Mentors {
  college_id: Generated<string>;
  person_id: string;
  entered_on: Day;
  left_on: Day | null;
  status: Generated<'candidate' | 'approved'>;
  capacity: Generated<number>;
  forms: Generated<string[]>;
  competences: Generated<string[]>;
  free_times: Generated<string[]>;
  motivation: Generated<string>;
  achievements: Generated<string>;
  interests: Generated<string>;
  version: Generated<number>;
  left_reason: Generated<string>;
}

export interface NeedSecrets {
  college_id: Generated<string>;
  need_id: string;
  note: string;
  account_id: string | null;
  written_at: Generated<Date>;
}

export interface NeedSheets {
  college_id: Generated<string>;
  group_id: string;
  year: number;
  answered_on: Day;
  account_id: string | null;
}

export interface Needs {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  year: number;
  topic: string;
  note: Generated<string>;
  source: 'self' | 'class-teacher' | 'parent' | 'psychologist' | 'curator' | 'import';
  confidential: Generated<boolean>;
  stated_on: Day;
  withdrawn_on: Day | null;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface Norms {
  college_id: Generated<string>;
  kind: 'form' | 'variant' | 'topic';
  code: string;
  label: string;
  parent: string | null;
  position: Generated<number>;
  active: Generated<boolean>;
}

export interface Organisations {
  college_id: Generated<string>;
  id: Generated<string>;
  name: string;
  inn: string | null;
  contacts: Generated<string>;
  created_at: Generated<Date>;
}

export interface PairWishes {
  college_id: Generated<string>;
  mentor_id: string;
  mentee_id: string;
  kind: 'lock' | 'veto';
  reason: Generated<string>;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface Pairs {
  college_id: Generated<string>;
  id: Generated<string>;
  mentor_id: string;
  mentee_id: string;
  form: string;
  variant: Generated<string>;
  from_day: Day;
  till_day: Day;
  seat: number;
  mentor_capacity: number | null;
  consent_purpose: Generated<string>;
  mentor_consent_id: string;
  mentee_consent_id: string;
  proposal_id: string | null;
  order_id: string | null;
  end_reason: Generated<string>;
  version: Generated<number>;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface Persons {
  college_id: Generated<string>;
  id: Generated<string>;
  kind: 'student' | 'staff' | 'specialist' | 'graduate' | 'representative';
  last_name: string;
  first_name: string;
  patronymic: Generated<string>;
  gender: 'male' | 'female' | null;
  birth_day: Day | null;
  phone: string | null;
  email: string | null;
  post: Generated<string>;
  group_id: string | null;
  organisation_id: string | null;
  representative_name: Generated<string>;
  representative_phone: string | null;
  declension: ColumnType<unknown, string | undefined, string>;
  search: Generated<string>;
  import_id: string | null;
  left_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface ProposalPairs {
  college_id: Generated<string>;
  proposal_id: string;
  mentor_id: string;
  mentee_id: string;
  score: number;
  reasons: ColumnType<unknown, string | undefined, string>;
  decision: Generated<'open' | 'confirmed' | 'refused'>;
  pair_id: string | null;
}

export interface Proposals {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  number: number;
  form: string;
  state: Generated<'open' | 'ordered' | 'dropped'>;
  from_day: Day;
  till_day: Day;
  input_hash: string;
  rules: ColumnType<unknown, string, string>;
  totals: ColumnType<unknown, string, string>;
  unmatched: ColumnType<unknown, string | undefined, string>;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface RoadmapEvidence {
  college_id: Generated<string>;
  id: Generated<string>;
  row_id: string;
  note: string;
  file_id: string | null;
  closes: Generated<boolean>;
  day: Day;
  account_id: string | null;
  created_at: Generated<Date>;
  removed_at: Date | null;
}

export interface RoadmapRows {
  college_id: Generated<string>;
  id: Generated<string>;
  roadmap_id: string;
  number: string;
  stage: number;
  position: number;
  title: string;
  content: Generated<string>;
  term_text: Generated<string>;
  responsible: Generated<string[]>;
  documents: Generated<string[]>;
  version: Generated<number>;
  kind: Generated<'stage' | 'activity'>;
}

export interface Roadmaps {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  source: 'template' | 'import';
  source_name: Generated<string>;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface SignInLinks {
  college_id: Generated<string>;
  id: Generated<string>;
  account_id: string;
  token_hash: string;
  code_hash: string;
  expires_at: Date;
  used_at: Date | null;
  created_by: string | null;
  created_at: Generated<Date>;
}

export interface StudyGroups {
  college_id: Generated<string>;
  id: Generated<string>;
  code: string;
  speciality: Generated<string>;
  course: number;
  class_teacher_id: string | null;
  graduated_on: Day | null;
}

export interface Tasks {
  college_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  title: string;
  state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>;
  done_count: Generated<number>;
  total_count: Generated<number>;
  input: ColumnType<unknown, string | undefined, string>;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  message: string | null;
  next_path: string | null;
  cancel_requested: Generated<boolean>;
  account_id: string | null;
  created_at: Generated<Date>;
  finished_at: Date | null;
}

export interface DB {
  academic_years: AcademicYears;
  account_roles: AccountRoles;
  accounts: Accounts;
  auth_credentials: AuthCredentials;
  auth_rate_limits: AuthRateLimits;
  auth_sessions: AuthSessions;
  auth_users: AuthUsers;
  auth_verifications: AuthVerifications;
  colleges: Colleges;
  consent_texts: ConsentTexts;
  consents: Consents;
  document_templates: DocumentTemplates;
  documents: Documents;
  files: Files;
  import_memory: ImportMemory;
  import_rows: ImportRows;
  imports: Imports;
  journal: Journal;
  mentees: Mentees;
  mentors: Mentors;
  need_secrets: NeedSecrets;
  need_sheets: NeedSheets;
  needs: Needs;
  norms: Norms;
  organisations: Organisations;
  pair_wishes: PairWishes;
  pairs: Pairs;
  persons: Persons;
  proposal_pairs: ProposalPairs;
  proposals: Proposals;
  roadmap_evidence: RoadmapEvidence;
  roadmap_rows: RoadmapRows;
  roadmaps: Roadmaps;
  sign_in_links: SignInLinks;
  study_groups: StudyGroups;
  tasks: Tasks;
}
