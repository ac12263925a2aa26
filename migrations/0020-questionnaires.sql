-- Questionnaires: a draft that is edited, versions that an act has frozen, rounds that ask people, and what they answered.

create table questionnaires (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  -- Code of a form of mentoring (norms); null: for any.
  form text,
  role text check (role in ('mentor', 'mentee')),
  moment text not null default 'other' check (moment in ('before', 'after', 'selection', 'other')),
  -- Which built-in set it came from: each is installed once.
  built_in text,
  draft jsonb not null,
  version int not null default 1,
  archived_on date,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, built_in)
);
call secure_table('questionnaires', 'select, insert, update');

-- Frozen by an act: nobody may change or delete what people have answered.
create table questionnaire_versions (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  questionnaire_id uuid not null,
  number int not null check (number > 0),
  title text not null,
  definition jsonb not null,
  act_label text not null check (act_label <> ''),
  act_day date not null,
  -- The paper in the register of documents when it was chosen there; documents stand above, so no foreign key.
  act_document_id uuid,
  approved_on date not null,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, questionnaire_id, number),
  foreign key (college_id, questionnaire_id) references questionnaires
);
call secure_table('questionnaire_versions', 'select, insert');

create table questionnaire_rounds (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- What those who begin now are asked; those who began earlier finish their own version.
  version_id uuid not null,
  questionnaire_id uuid not null,
  title text not null check (title <> ''),
  year int not null,
  opens_on date not null,
  closes_on date not null,
  anonymous boolean not null,
  closed_on date,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, version_id) references questionnaire_versions,
  foreign key (college_id, questionnaire_id) references questionnaires,
  check (closes_on >= opens_on)
);
create index questionnaire_rounds_year on questionnaire_rounds (college_id, year);
call secure_table('questionnaire_rounds', 'select, insert, update');

-- Who is asked. In an anonymous round this is all that is known of a person: that they have answered.
create table questionnaire_invitations (
  college_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  group_id uuid,
  answered boolean not null default false,
  primary key (college_id, round_id, person_id),
  foreign key (college_id, round_id) references questionnaire_rounds,
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, group_id) references study_groups
);
create index questionnaire_invitations_person on questionnaire_invitations (college_id, person_id);
call secure_table('questionnaire_invitations');

-- Ways in without an account. Only hashes are kept. A personal link is for one person, a common one for a group or for all.
create table questionnaire_links (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  person_id uuid,
  group_id uuid,
  token_hash text not null unique,
  -- The last day it opens anything, by the college's own calendar.
  expires_on date not null,
  primary key (college_id, id),
  foreign key (college_id, round_id) references questionnaire_rounds,
  foreign key (college_id, round_id, person_id) references questionnaire_invitations on delete cascade,
  foreign key (college_id, group_id) references study_groups
);
create unique index one_link_a_person on questionnaire_links (college_id, round_id, person_id) where person_id is not null;
create unique index one_common_link on questionnaire_links (college_id, round_id, group_id) nulls not distinct where person_id is null;
call secure_table('questionnaire_links');

-- One person's filling. Named: person_id. Anonymous or by a common link: the hash of a key that only the browser holds.
create table questionnaire_sheets (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  version_id uuid not null,
  person_id uuid,
  group_id uuid,
  key_hash text,
  way text not null check (way in ('account', 'link', 'common', 'paper')),
  finished_on date,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, round_id, person_id),
  unique (college_id, round_id, key_hash),
  foreign key (college_id, round_id) references questionnaire_rounds,
  foreign key (college_id, version_id) references questionnaire_versions,
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, group_id) references study_groups,
  constraint nameless_or_named check ((person_id is null) <> (key_hash is null))
);
call secure_table('questionnaire_sheets');

-- One answer to one question. answer_id is made by the browser: the same answer sent twice is the same row.
create table questionnaire_answers (
  college_id uuid not null,
  sheet_id uuid not null,
  question text not null,
  answer_id uuid not null,
  -- null: the person took the answer back.
  value jsonb,
  -- When it was given, by the browser's clock, never later than it came.
  given_at timestamptz not null,
  primary key (college_id, sheet_id, question),
  foreign key (college_id, sheet_id) references questionnaire_sheets on delete cascade
);
call secure_table('questionnaire_answers');

create table questionnaire_tags (
  college_id uuid not null,
  sheet_id uuid not null,
  question text not null,
  tag text not null check (tag <> ''),
  primary key (college_id, sheet_id, question, tag),
  foreign key (college_id, sheet_id) references questionnaire_sheets on delete cascade
);
call secure_table('questionnaire_tags');
