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

export interface ActCitations {
  college_id: Generated<string>;
  act_id: string;
  cited_id: string;
}

export interface Acts {
  college_id: Generated<string>;
  id: Generated<string>;
  code: string | null;
  level: 'federal' | 'regional' | 'local';
  title: string;
  issuer: Generated<string>;
  number: Generated<string>;
  day: Day | null;
  revised_on: Day | null;
  in_force_from: Day | null;
  lapses_on: Day | null;
  superseded_by: string | null;
  review_by: Day | null;
  unconfirmed: Generated<boolean>;
  note: Generated<string>;
  file_id: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  document_id: string | null;
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

export interface CalendarLinks {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  token_hash: string;
  made_on: Day;
  revoked_on: Day | null;
}

export interface CampaignAnswerSecrets {
  college_id: Generated<string>;
  answer_id: string;
  topics: string[];
  note: string;
}

export interface CampaignAnswers {
  college_id: Generated<string>;
  id: Generated<string>;
  campaign_id: string;
  audience: 'class-teacher' | 'student' | 'parent' | 'psychologist';
  person_id: string | null;
  group_id: string | null;
  teller_id: string | null;
  teller_name: Generated<string>;
  last_name: Generated<string>;
  first_name: Generated<string>;
  birth_day: Day | null;
  typed_key: Generated<string>;
  topics: Generated<string[]>;
  note: Generated<string>;
  free_times: Generated<string[]>;
  confidential: Generated<boolean>;
  answered_on: Day;
  account_id: string | null;
}

export interface CampaignLetters {
  college_id: Generated<string>;
  id: Generated<string>;
  campaign_id: string;
  person_id: string;
  sent_on: Day;
  state: Generated<'sending' | 'sent' | 'failed'>;
  to_parent: Generated<boolean>;
}

export interface CampaignLinks {
  college_id: Generated<string>;
  id: Generated<string>;
  campaign_id: string;
  audience: 'class-teacher' | 'student' | 'parent' | 'psychologist';
  person_id: string | null;
  group_id: string | null;
  token_hash: string;
  made_on: Day;
  revoked_on: Day | null;
  draft: ColumnType<unknown, string | null | undefined, string | null>;
  draft_version: Generated<number>;
  account_id: string | null;
}

export interface CampaignReminders {
  college_id: Generated<string>;
  campaign_id: string;
  group_id: string;
  reminded_on: Day;
  way: 'system' | 'mail' | 'person';
  account_id: string | null;
}

export interface Campaigns {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  title: string;
  audiences: string[];
  opened_on: Day;
  till_day: Day;
  closed_on: Day | null;
  version: Generated<number>;
}

export interface Candidacies {
  college_id: Generated<string>;
  person_id: string;
  year: number;
  score: number;
  score_most: number;
  paper: Generated<string>;
  answered_on: Day;
  version: Generated<number>;
}

export interface CaseAnswers {
  college_id: Generated<string>;
  case_id: string;
  side: 'mentor' | 'mentee';
  agreed: boolean;
  remark: Generated<string>;
  case_version: number;
  answered_on: Day;
  account_id: string;
}

export interface Clearances {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  kind: 'no-record' | 'medical' | 'other';
  number: Generated<string>;
  issued_on: Day;
  valid_till: Day | null;
  scan_file_id: string | null;
  withdrawn_on: Day | null;
  account_id: string | null;
  created_at: Generated<Date>;
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

export interface ConsentBatches {
  college_id: Generated<string>;
  id: Generated<string>;
  purpose: string;
  text_id: string;
  title: string;
  state: Generated<'making' | 'ready' | 'cancelled'>;
  people: number;
  pdf_file_id: string | null;
  docx_file_id: string | null;
  task_id: string | null;
  account_id: string | null;
  made_on: Day;
  created_at: Generated<Date>;
}

export interface ConsentForms {
  college_id: Generated<string>;
  id: Generated<string>;
  code: string;
  batch_id: string | null;
  person_id: string;
  purpose: string;
  text_id: string;
  signatory: 'self' | 'representative' | 'both';
  pages: Generated<number>;
  scan_file_id: string | null;
  consent_id: string | null;
  created_at: Generated<Date>;
}

export interface ConsentRepresentatives {
  college_id: Generated<string>;
  person_id: string;
  representative_id: string;
  document: Generated<string>;
}

export interface ConsentScanPages {
  college_id: Generated<string>;
  id: Generated<string>;
  scan_id: string;
  position: number;
  file_id: string;
  page: number;
  form_id: string | null;
  form_page: number | null;
  problem: 'no-code' | 'foreign-code' | 'other-college' | 'unknown-form' | 'broken-file' | null;
  picture_file_id: string | null;
  set_aside: Generated<boolean>;
}

export interface ConsentScans {
  college_id: Generated<string>;
  id: Generated<string>;
  title: string;
  state: Generated<'reading' | 'review' | 'cancelled'>;
  file_ids: string[];
  task_id: string | null;
  account_id: string | null;
  created_at: Generated<Date>;
  brought_on: Generated<Day>;
}

export interface ConsentSettings {
  college_id: Generated<string>;
  electronic: Generated<boolean>;
  address: Generated<string>;
  requisites: Generated<string>;
  pages: Generated<string>;
  recipient: Generated<string>;
  version: Generated<number>;
}

export interface ConsentSignatures {
  college_id: Generated<string>;
  id: Generated<string>;
  consent_id: string;
  account_id: string;
  signer_id: string;
  role: 'self' | 'representative';
  'text_sha256': string;
  words: string;
  signed_at: Generated<Date>;
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
  basis_till: Day | null;
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
  categories: Generated<string[]>;
  places: Generated<string>;
  conditions: Generated<string>;
  recipient: Generated<string>;
}

export interface CorrectionsAsked {
  college_id: Generated<string>;
  sheet_id: string;
  pair_id: string;
}

export interface CuratorQuestions {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  title: string;
  asked_on: Day;
  closed_on: Day | null;
}

export interface DailyRuns {
  college_id: Generated<string>;
  name: string;
  day: Day;
}

export interface DestructionActs {
  college_id: Generated<string>;
  id: Generated<string>;
  number: number;
  made_on: Day;
  reason: 'withdrawal' | 'retention';
  kind: string;
  person_id: string | null;
  purpose: string | null;
  records: number;
  act_file_id: string;
  extract_file_id: string;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface DigestLetters {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  week: Day;
  sent_on: Day;
  state: Generated<'sending' | 'sent' | 'failed'>;
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

export interface EventGuests {
  college_id: Generated<string>;
  event_id: string;
  id: Generated<string>;
  person_id: string | null;
  name: Generated<string>;
  audience: string;
  invited: Generated<boolean>;
  came: Generated<boolean>;
  how: 'list' | 'qr' | 'code' | null;
  came_at: Date | null;
}

export interface EventPhotos {
  college_id: Generated<string>;
  event_id: string;
  file_id: string;
  position: number;
}

export interface Events {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  kind: 'meeting' | 'class-hour' | 'parents' | 'council' | 'seminar' | 'open-day' | 'visit' | 'final' | 'other';
  title: string;
  aim: Generated<'mentees' | 'mentors' | 'other'>;
  audiences: string[];
  place: Generated<string>;
  day: Day;
  starts: string;
  ends: string;
  code: string;
  others: Generated<number>;
  cancelled_on: Day | null;
  note: Generated<string>;
  minutes_id: string | null;
  press_id: string | null;
  version: Generated<number>;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface ExpertContracts {
  college_id: Generated<string>;
  id: Generated<string>;
  expert_id: string;
  number: string;
  day: Day;
  till: Day;
  subject: Generated<string>;
  created_at: Generated<Date>;
}

export interface ExpertInvitations {
  college_id: Generated<string>;
  id: Generated<string>;
  expert_id: string;
  day: Day;
  purpose: string;
  outcome: Generated<'invited' | 'agreed' | 'came' | 'declined'>;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface Experts {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string | null;
  name: Generated<string>;
  organisation: Generated<string>;
  post: Generated<string>;
  contacts: Generated<string>;
  areas: Generated<string[]>;
  availability: Generated<string>;
  note: Generated<string>;
  left_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
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

export interface FormChoices {
  college_id: Generated<string>;
  year: number;
  form: string;
  chosen: boolean;
  needed: number;
  mentees: number;
  mentors: number;
  expected: Generated<string>;
}

export interface FormCurators {
  college_id: Generated<string>;
  year: number;
  form: string;
  person_id: string;
}

export interface FormDecisions {
  college_id: Generated<string>;
  year: number;
  decided_on: Day;
  minutes_id: string | null;
  version: Generated<number>;
  account_id: string | null;
}

export interface GeneralMeetingBallots {
  college_id: Generated<string>;
  meeting_id: string;
  person_id: string;
  vote_key: string;
  said_at: Date;
  source: 'phone' | 'paper';
  wants: Generated<string[]>;
  helps: Generated<string[]>;
  avoids: Generated<string[]>;
}

export interface GeneralMeetingGuests {
  college_id: Generated<string>;
  meeting_id: string;
  person_id: string;
  side: 'mentor' | 'mentee';
  number: number;
  came_at: Date | null;
  how: 'slip' | 'code' | 'account' | 'curator' | null;
}

export interface GeneralMeetingKeys {
  college_id: Generated<string>;
  key_hash: string;
  meeting_id: string;
  person_id: string;
  kind: 'slip' | 'code' | 'phone';
  created_at: Generated<Date>;
}

export interface GeneralMeetingSeats {
  college_id: Generated<string>;
  meeting_id: string;
  round: number;
  mentor_id: string;
  mentee_id: string;
  table_number: number;
}

export interface GeneralMeetings {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  event_id: string;
  state: Generated<'gathering' | 'cards' | 'rounds' | 'voting' | 'closed'>;
  rounds: number;
  round_minutes: number;
  most_wishes: number;
  round: Generated<number>;
  ends_at: Date | null;
  version: Generated<number>;
  closed_on: Day | null;
  came: number | null;
  voted: number | null;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface HonourEntries {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  person_id: string;
  words: string;
  put_on: Day;
  account_id: string | null;
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

export interface InterviewMarks {
  college_id: Generated<string>;
  interview_id: string;
  person_id: string;
  question_id: string;
  mark: number;
}

export interface InterviewQuestions {
  college_id: Generated<string>;
  id: Generated<string>;
  form: Generated<string>;
  question: string;
  position: Generated<number>;
  active: Generated<boolean>;
}

export interface Interviewers {
  college_id: Generated<string>;
  interview_id: string;
  person_id: string;
  note: Generated<string>;
}

export interface Interviews {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  person_id: string | null;
  day: Day;
  starts: string;
  place: string;
  state: Generated<'planned' | 'held' | 'missed' | 'cancelled'>;
  outcome: 'recommend' | 'again' | 'reject' | null;
  summary: Generated<string>;
  version: Generated<number>;
  account_id: string | null;
  created_at: Generated<Date>;
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

export interface LegalBases {
  college_id: Generated<string>;
  person_id: string;
  year: number;
  relation: 'assignment' | 'organisation';
  consent_on: Day | null;
  agreement_number: Generated<string>;
  agreement_on: Day | null;
  content: Generated<string>;
  from_day: Day | null;
  till_day: Day | null;
  pay: Generated<string>;
  notice_on: Day | null;
  scan_file_id: string | null;
  version: Generated<number>;
  agreement_id: string | null;
}

export interface LibraryMaterials {
  college_id: Generated<string>;
  id: Generated<string>;
  title: string;
  summary: Generated<string>;
  body: Generated<string>;
  link: Generated<string>;
  file_id: string | null;
  forms: Generated<string[]>;
  moment: 'start' | 'plan' | 'work' | 'trouble' | 'finish';
  readers: string[];
  origin: string | null;
  added_on: Day;
  archived_on: Day | null;
  version: Generated<number>;
  account_id: string | null;
}

export interface MatchingNorms {
  college_id: Generated<string>;
  weights: ColumnType<unknown, string, string>;
  conditions: string[];
  version: Generated<number>;
  ask: Generated<boolean>;
}

export interface MeetingFiles {
  college_id: Generated<string>;
  meeting_id: string;
  file_id: string;
  position: number;
  account_id: string;
}

export interface MeetingLetters {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  about_day: Day;
  sent_on: Day;
  state: Generated<'sending' | 'sent' | 'failed'>;
}

export interface MeetingLogs {
  college_id: Generated<string>;
  key: string;
  pair_id: string;
  account_id: string;
  meeting_id: string | null;
  taken_at: Generated<Date>;
}

export interface MeetingNorms {
  college_id: Generated<string>;
  acquaintance_days: number;
  trial_days: number;
  planning_days: number;
  working_every: number;
  final_days: number;
  silence_days: number;
  version: Generated<number>;
}

export interface MeetingSecrets {
  college_id: Generated<string>;
  meeting_id: string;
  note: string;
}

export interface Meetings {
  college_id: Generated<string>;
  id: Generated<string>;
  pair_id: string;
  kind: 'acquaintance' | 'trial' | 'planning' | 'working' | 'final';
  state: 'planned' | 'held' | 'missed' | 'cancelled';
  day: Day;
  starts: Generated<string>;
  minutes: Generated<number>;
  place: Generated<string>;
  link: Generated<string>;
  occasion: Generated<number>;
  absent: 'mentor' | 'mentee' | null;
  reason: Generated<string>;
  topics: Generated<string[]>;
  mood: number | null;
  note: Generated<string>;
  result: Generated<string>;
  task: Generated<string>;
  mentee_note: Generated<string>;
  needs_help: Generated<boolean>;
  mentee_here_at: Date | null;
  mentee_confirmed_on: Day | null;
  logged_on: Day | null;
  logged_by: string | null;
  logged_side: 'mentor' | 'mentee' | 'curator' | null;
  planned_by: string | null;
  door_key: string;
  version: Generated<number>;
  created_at: Generated<Date>;
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

export interface MessengerLinks {
  college_id: Generated<string>;
  person_id: string;
  messenger: 'max' | 'vk';
  address: string;
  code_hash: string;
  asked_at: Date;
  attempts: Generated<number>;
  proved_on: Day | null;
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

export interface Nominations {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  title: string;
  criteria: Generated<string>;
  side: 'mentor' | 'mentee';
  closes_on: Day;
  version: Generated<number>;
}

export interface Nominees {
  college_id: Generated<string>;
  nomination_id: string;
  person_id: string;
  words: string;
  named_on: Day;
  awarded_on: Day | null;
  account_id: string | null;
}

export interface Norms {
  college_id: Generated<string>;
  kind: 'form' | 'variant' | 'topic';
  code: string;
  label: string;
  parent: string | null;
  position: Generated<number>;
  active: Generated<boolean>;
  audience: Generated<string[]>;
}

export interface Organisations {
  college_id: Generated<string>;
  id: Generated<string>;
  name: string;
  inn: string | null;
  contacts: Generated<string>;
  created_at: Generated<Date>;
}

export interface OutsideCourses {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  person_id: string;
  title: string;
  organisation: string;
  hours: number;
  from_day: Day;
  till_day: Day;
  certificate: Generated<string>;
  certificate_day: Day | null;
  scan_file_id: string | null;
  version: Generated<number>;
  account_id: string | null;
}

export interface PairGroups {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  name: string;
  form: string;
  version: Generated<number>;
  account_id: string | null;
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
  group_id: string | null;
  replaces_id: string | null;
}

export interface PartnerAgreements {
  college_id: Generated<string>;
  id: Generated<string>;
  organisation_id: string;
  number: string;
  day: Day;
  till: Day | null;
  subject: Generated<string>;
  ended_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  scan_file_id: string | null;
}

export interface PartnerSpecialists {
  college_id: Generated<string>;
  agreement_id: string;
  person_id: string;
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
  representative_email: string | null;
}

export interface PlanAgreements {
  college_id: Generated<string>;
  version_id: string;
  side: 'mentor' | 'mentee';
  way: 'account' | 'paper';
  agreed_on: Day;
  at: Generated<Date>;
  account_id: string | null;
  scan_file_id: string | null;
}

export interface PlanMarks {
  college_id: Generated<string>;
  plan_id: string;
  task_id: string;
  mark: 'done' | 'partly' | 'not-done' | 'moved';
  result: Generated<string>;
  moved_to: Day | null;
  marked_on: Day;
  account_id: string | null;
  version: Generated<number>;
}

export interface PlanTasks {
  college_id: Generated<string>;
  version_id: string;
  task_id: Generated<string>;
  title: string;
  expected: Generated<string>;
  due: Day;
  version: Generated<number>;
}

export interface PlanTemplates {
  college_id: Generated<string>;
  id: Generated<string>;
  code: string | null;
  title: string;
  form: string;
  variant: Generated<string>;
  goals: Generated<string>;
  formats: Generated<string[]>;
  tasks: ColumnType<unknown, string | undefined, string>;
  retired_on: Day | null;
  version: Generated<number>;
}

export interface PlanVersions {
  college_id: Generated<string>;
  id: Generated<string>;
  plan_id: string;
  number: number;
  state: Generated<'draft' | 'proposed' | 'agreed' | 'superseded'>;
  strengths: Generated<string>;
  weaknesses: Generated<string>;
  goals: Generated<string>;
  formats: Generated<string[]>;
  other_format: Generated<string>;
  reason: Generated<string>;
  remark: Generated<string>;
  proposed_on: Day | null;
  agreed_on: Day | null;
  version: Generated<number>;
}

export interface Plans {
  college_id: Generated<string>;
  id: Generated<string>;
  pair_id: string;
  template_id: string | null;
  made_on: Day;
  account_id: string | null;
}

export interface PracticeCases {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  pair_id: string;
  title: string;
  situation: Generated<string>;
  work: Generated<string>;
  result: Generated<string>;
  advice: Generated<string>;
  state: Generated<'draft' | 'asked' | 'agreed'>;
  written_on: Day;
  version: Generated<number>;
  account_id: string | null;
}

export interface Preferences {
  college_id: Generated<string>;
  year: number;
  from_id: string;
  to_id: string;
  kind: 'want' | 'helps' | 'avoid';
  rank: number | null;
  source: 'phone' | 'paper' | 'curator';
  account_id: string | null;
  said_at: Generated<Date>;
}

export interface PreparationMeans {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  side: 'inner' | 'outer';
  kind: 'audience' | 'room' | 'money' | 'people' | 'materials' | 'other';
  name: string;
  note: Generated<string>;
  created_at: Generated<Date>;
}

export interface Preparations {
  college_id: Generated<string>;
  person_id: string;
  year: number;
  way: 'course' | 'outside' | 'exempt';
  words: string;
  day: Day;
  account_id: string | null;
}

export interface ProposalAskLinks {
  college_id: Generated<string>;
  id: Generated<string>;
  proposal_id: string;
  person_id: string;
  token_hash: string;
  made_on: Day;
  account_id: string | null;
}

export interface ProposalAsks {
  college_id: Generated<string>;
  proposal_id: string;
  mentor_id: string;
  mentee_id: string;
  side: 'mentor' | 'mentee';
  answer: 'agree' | 'decline' | null;
  reason: Generated<string>;
  way: 'link' | 'account' | 'desk' | null;
  said_at: Date | null;
  account_id: string | null;
}

export interface ProposalMoves {
  college_id: Generated<string>;
  proposal_id: string;
  number: number;
  mentee_id: string;
  from_mentor_id: string | null;
  to_mentor_id: string | null;
  change: number;
  actor_name: string;
  made_at: Generated<Date>;
  undone: Generated<boolean>;
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
  form: Generated<string>;
  moved: Generated<boolean>;
  caution: Generated<boolean>;
}

export interface ProposalQuestions {
  college_id: Generated<string>;
  proposal_id: string;
  question: ColumnType<unknown, string, string>;
}

export interface Proposals {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  number: number;
  state: Generated<'open' | 'ordered' | 'dropped'>;
  from_day: Day;
  till_day: Day;
  input_hash: string;
  rules: ColumnType<unknown, string, string>;
  totals: ColumnType<unknown, string, string>;
  unmatched: ColumnType<unknown, string | undefined, string>;
  account_id: string | null;
  created_at: Generated<Date>;
  forms: Generated<string[]>;
  mode: Generated<'pairs' | 'groups'>;
  result_hash: Generated<string>;
  rules_version: Generated<number>;
  version: Generated<number>;
  task_id: string | null;
}

export interface Publications {
  college_id: Generated<string>;
  id: Generated<string>;
  day: Day;
  title: string;
  channel: 'site' | 'vk' | 'max' | 'ok' | 'press' | 'board' | 'other';
  link: Generated<string>;
  event_id: string | null;
  account_id: string | null;
  created_at: Generated<Date>;
}

export interface QuestionWords {
  college_id: Generated<string>;
  id: Generated<number>;
  question_id: string;
  account_id: string | null;
  from_asker: boolean;
  words: string;
  said_at: Generated<Date>;
}

export interface QuestionnaireAnswers {
  college_id: Generated<string>;
  sheet_id: string;
  question: string;
  answer_id: string;
  value: ColumnType<unknown, string | null | undefined, string | null>;
  given_at: Date;
}

export interface QuestionnaireInvitations {
  college_id: Generated<string>;
  round_id: string;
  person_id: string;
  group_id: string | null;
  answered: Generated<boolean>;
}

export interface QuestionnaireLinks {
  college_id: Generated<string>;
  id: Generated<string>;
  round_id: string;
  person_id: string | null;
  group_id: string | null;
  token_hash: string;
  expires_on: Day;
}

export interface QuestionnaireRounds {
  college_id: Generated<string>;
  id: Generated<string>;
  version_id: string;
  questionnaire_id: string;
  title: string;
  year: number;
  opens_on: Day;
  closes_on: Day;
  anonymous: boolean;
  closed_on: Day | null;
  created_at: Generated<Date>;
}

export interface QuestionnaireSheets {
  college_id: Generated<string>;
  id: Generated<string>;
  round_id: string;
  version_id: string;
  person_id: string | null;
  group_id: string | null;
  key_hash: string | null;
  way: 'account' | 'link' | 'common' | 'paper';
  finished_on: Day | null;
  account_id: string | null;
}

export interface QuestionnaireTags {
  college_id: Generated<string>;
  sheet_id: string;
  question: string;
  tag: string;
}

export interface QuestionnaireVersions {
  college_id: Generated<string>;
  id: Generated<string>;
  questionnaire_id: string;
  number: number;
  title: string;
  definition: ColumnType<unknown, string, string>;
  act_label: string;
  act_day: Day;
  act_document_id: string | null;
  approved_on: Day;
  account_id: string | null;
}

export interface Questionnaires {
  college_id: Generated<string>;
  id: Generated<string>;
  title: string;
  form: string | null;
  role: 'mentor' | 'mentee' | null;
  moment: Generated<'before' | 'during' | 'after' | 'selection' | 'other'>;
  built_in: string | null;
  draft: ColumnType<unknown, string, string>;
  version: Generated<number>;
  archived_on: Day | null;
  created_at: Generated<Date>;
}

export interface ReminderWishes {
  college_id: Generated<string>;
  person_id: string;
  letters: 'each' | 'week' | 'none';
}

export interface RetentionRules {
  college_id: Generated<string>;
  kind: string;
  months: number;
  basis: Generated<string>;
  version: Generated<number>;
}

export interface RiskFlags {
  college_id: Generated<string>;
  id: Generated<string>;
  pair_id: string;
  reason: 'silent' | 'low-comfort' | 'one-sided' | 'late-tasks' | 'missed' | 'help-asked';
  details: ColumnType<unknown, string | undefined, string>;
  opened_on: Day;
  owner_id: string | null;
  closed_on: Day | null;
  outcome: 'passed' | 'talked' | 'plan' | 'replaced' | 'ended' | 'no-risk' | null;
  words: Generated<string>;
  account_id: string | null;
  version: Generated<number>;
}

export interface RiskNorms {
  college_id: Generated<string>;
  low_comfort: number;
  missed_in_row: number;
  late_tasks: number;
  silent_side_days: number;
  quiet_days: number;
  switched_off: Generated<string[]>;
  sends_itself: Generated<boolean>;
  opens_before: number;
  open_days: number;
  enough_share: number;
  version: Generated<number>;
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

export interface RuleAnswers {
  college_id: Generated<string>;
  person_id: string;
  year: number;
  rule_id: string;
  met: boolean;
  note: Generated<string>;
  answered_on: Day;
  account_id: string | null;
}

export interface SelectionDecisions {
  college_id: Generated<string>;
  id: Generated<string>;
  person_id: string;
  year: number;
  decision: 'approved' | 'refused';
  reason: Generated<string>;
  exception: Generated<string>;
  decided_on: Day;
  minutes_id: string | null;
  account_id: string | null;
  made_at: Generated<Date>;
}

export interface SelectionDemands {
  college_id: Generated<string>;
  demand: 'clearance' | 'basis' | 'training';
  mode: 'off' | 'warn' | 'block';
}

export interface SelectionRules {
  college_id: Generated<string>;
  id: Generated<string>;
  form: Generated<string>;
  kind: 'age' | 'course' | 'confirmed' | 'clearance';
  least: number | null;
  clearance: 'no-record' | 'medical' | 'other' | null;
  words: string;
  position: Generated<number>;
  active: Generated<boolean>;
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

export interface SigningKeys {
  college_id: Generated<string>;
  person_id: string;
  code_hash: string;
  agreed_on: Day;
  wrong_tries: Generated<number>;
  issued_by: string | null;
  issued_at: Generated<Date>;
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

export interface SupportCases {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  person_id: string;
  opened_on: Day;
  due_on: Day;
  outcome: 'matched' | 'other-help' | 'declined' | 'left' | null;
  closed_on: Day | null;
  account_id: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface SupportNotes {
  college_id: Generated<string>;
  id: Generated<string>;
  case_id: string;
  day: Day;
  kind: 'note' | 'attempt';
  body: string;
  author: string;
  account_id: string | null;
  created_at: Generated<Date>;
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

export interface Thanks {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  number: number;
  person_id: string;
  addressed: 'person' | 'parents' | 'work';
  words: string;
  signed_on: Day;
  account_id: string | null;
}

export interface TrainingAttendance {
  college_id: Generated<string>;
  session_id: string;
  person_id: string;
  way: 'list' | 'qr' | 'code';
  at: Generated<Date>;
  account_id: string | null;
}

export interface TrainingCertificates {
  college_id: Generated<string>;
  id: Generated<string>;
  number: number;
  year: number;
  programme_id: string;
  person_id: string;
  hours: number;
  issued_on: Day;
  check_code: string;
  revoked_on: Day | null;
  revoke_reason: Generated<string>;
  account_id: string | null;
}

export interface TrainingMaterials {
  college_id: Generated<string>;
  id: Generated<string>;
  programme_id: string;
  title: string;
  file_id: string;
  added_on: Day;
}

export interface TrainingModules {
  college_id: Generated<string>;
  id: Generated<string>;
  programme_id: string;
  position: number;
  title: string;
  content: Generated<string>;
  hours: number;
}

export interface TrainingParticipants {
  college_id: Generated<string>;
  programme_id: string;
  person_id: string;
  code: string;
  enrolled_on: Day;
}

export interface TrainingProgrammes {
  college_id: Generated<string>;
  id: Generated<string>;
  series_id: Generated<string>;
  number: Generated<number>;
  year: number;
  title: string;
  goal: Generated<string>;
  state: Generated<'draft' | 'approved' | 'superseded'>;
  least_share: Generated<number>;
  document_id: string | null;
  approved_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface TrainingSessions {
  college_id: Generated<string>;
  id: Generated<string>;
  programme_id: string;
  module_id: string | null;
  topic: Generated<string>;
  hours: number;
  day: Day;
  starts: string;
  ends: string;
  place: Generated<string>;
  trainer_id: string | null;
  trainer: Generated<string>;
  contract: Generated<string>;
  door_code: string;
  cancelled_on: Day | null;
  version: Generated<number>;
  expert_id: string | null;
}

export interface TrainingTests {
  college_id: Generated<string>;
  id: Generated<string>;
  programme_id: string;
  module_id: string | null;
  version_id: string;
  scale: string;
  pass_mark: number;
  required: boolean;
  round_id: string | null;
}

export interface WorkingGroup {
  college_id: Generated<string>;
  id: Generated<string>;
  year: number;
  person_id: string;
  part: Generated<'chair' | 'secretary' | 'member'>;
  duty: Generated<string>;
}

export interface DB {
  academic_years: AcademicYears;
  account_roles: AccountRoles;
  accounts: Accounts;
  act_citations: ActCitations;
  acts: Acts;
  auth_credentials: AuthCredentials;
  auth_rate_limits: AuthRateLimits;
  auth_sessions: AuthSessions;
  auth_users: AuthUsers;
  auth_verifications: AuthVerifications;
  calendar_links: CalendarLinks;
  campaign_answer_secrets: CampaignAnswerSecrets;
  campaign_answers: CampaignAnswers;
  campaign_letters: CampaignLetters;
  campaign_links: CampaignLinks;
  campaign_reminders: CampaignReminders;
  campaigns: Campaigns;
  candidacies: Candidacies;
  case_answers: CaseAnswers;
  clearances: Clearances;
  colleges: Colleges;
  consent_batches: ConsentBatches;
  consent_forms: ConsentForms;
  consent_representatives: ConsentRepresentatives;
  consent_scan_pages: ConsentScanPages;
  consent_scans: ConsentScans;
  consent_settings: ConsentSettings;
  consent_signatures: ConsentSignatures;
  consent_texts: ConsentTexts;
  consents: Consents;
  corrections_asked: CorrectionsAsked;
  curator_questions: CuratorQuestions;
  daily_runs: DailyRuns;
  destruction_acts: DestructionActs;
  digest_letters: DigestLetters;
  document_templates: DocumentTemplates;
  documents: Documents;
  event_guests: EventGuests;
  event_photos: EventPhotos;
  events: Events;
  expert_contracts: ExpertContracts;
  expert_invitations: ExpertInvitations;
  experts: Experts;
  files: Files;
  form_choices: FormChoices;
  form_curators: FormCurators;
  form_decisions: FormDecisions;
  general_meeting_ballots: GeneralMeetingBallots;
  general_meeting_guests: GeneralMeetingGuests;
  general_meeting_keys: GeneralMeetingKeys;
  general_meeting_seats: GeneralMeetingSeats;
  general_meetings: GeneralMeetings;
  honour_entries: HonourEntries;
  import_memory: ImportMemory;
  import_rows: ImportRows;
  imports: Imports;
  interview_marks: InterviewMarks;
  interview_questions: InterviewQuestions;
  interviewers: Interviewers;
  interviews: Interviews;
  journal: Journal;
  legal_bases: LegalBases;
  library_materials: LibraryMaterials;
  matching_norms: MatchingNorms;
  meeting_files: MeetingFiles;
  meeting_letters: MeetingLetters;
  meeting_logs: MeetingLogs;
  meeting_norms: MeetingNorms;
  meeting_secrets: MeetingSecrets;
  meetings: Meetings;
  mentees: Mentees;
  mentors: Mentors;
  messenger_links: MessengerLinks;
  need_secrets: NeedSecrets;
  need_sheets: NeedSheets;
  needs: Needs;
  nominations: Nominations;
  nominees: Nominees;
  norms: Norms;
  organisations: Organisations;
  outside_courses: OutsideCourses;
  pair_groups: PairGroups;
  pair_wishes: PairWishes;
  pairs: Pairs;
  partner_agreements: PartnerAgreements;
  partner_specialists: PartnerSpecialists;
  persons: Persons;
  plan_agreements: PlanAgreements;
  plan_marks: PlanMarks;
  plan_tasks: PlanTasks;
  plan_templates: PlanTemplates;
  plan_versions: PlanVersions;
  plans: Plans;
  practice_cases: PracticeCases;
  preferences: Preferences;
  preparation_means: PreparationMeans;
  preparations: Preparations;
  proposal_ask_links: ProposalAskLinks;
  proposal_asks: ProposalAsks;
  proposal_moves: ProposalMoves;
  proposal_pairs: ProposalPairs;
  proposal_questions: ProposalQuestions;
  proposals: Proposals;
  publications: Publications;
  question_words: QuestionWords;
  questionnaire_answers: QuestionnaireAnswers;
  questionnaire_invitations: QuestionnaireInvitations;
  questionnaire_links: QuestionnaireLinks;
  questionnaire_rounds: QuestionnaireRounds;
  questionnaire_sheets: QuestionnaireSheets;
  questionnaire_tags: QuestionnaireTags;
  questionnaire_versions: QuestionnaireVersions;
  questionnaires: Questionnaires;
  reminder_wishes: ReminderWishes;
  retention_rules: RetentionRules;
  risk_flags: RiskFlags;
  risk_norms: RiskNorms;
  roadmap_evidence: RoadmapEvidence;
  roadmap_rows: RoadmapRows;
  roadmaps: Roadmaps;
  rule_answers: RuleAnswers;
  selection_decisions: SelectionDecisions;
  selection_demands: SelectionDemands;
  selection_rules: SelectionRules;
  sign_in_links: SignInLinks;
  signing_keys: SigningKeys;
  study_groups: StudyGroups;
  support_cases: SupportCases;
  support_notes: SupportNotes;
  tasks: Tasks;
  thanks: Thanks;
  training_attendance: TrainingAttendance;
  training_certificates: TrainingCertificates;
  training_materials: TrainingMaterials;
  training_modules: TrainingModules;
  training_participants: TrainingParticipants;
  training_programmes: TrainingProgrammes;
  training_sessions: TrainingSessions;
  training_tests: TrainingTests;
  working_group: WorkingGroup;
}
