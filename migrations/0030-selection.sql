-- Selection of mentors: requirements, questionnaires' scores, interviews with marks, clearances, decisions, and the legal basis of the work.

-- What a college wants of a mentor of a form ('' is every form). `words` say what must hold and become the reason of a refusal.
create table selection_rules (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  form text not null default '',
  kind text not null check (kind in ('age', 'course', 'confirmed', 'clearance')),
  least int check (least between 1 and 99),
  clearance text check (clearance in ('no-record', 'medical', 'other')),
  words text not null check (words <> ''),
  position int not null default 0,
  active boolean not null default true,
  primary key (college_id, id),
  constraint rule_has_its_measure check ((kind in ('age', 'course')) = (least is not null) and (kind = 'clearance') = (clearance is not null))
);
call secure_table('selection_rules', 'select, insert, update');

create table interview_questions (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  form text not null default '',
  question text not null check (question <> ''),
  position int not null default 0,
  active boolean not null default true,
  primary key (college_id, id)
);
call secure_table('interview_questions', 'select, insert, update');

-- Does a missing thing warn when a pair is formed, or stop it? The college chooses; nothing here means the usual.
create table selection_demands (
  college_id uuid not null references colleges,
  demand text not null check (demand in ('clearance', 'basis', 'training')),
  mode text not null check (mode in ('off', 'warn', 'block')),
  primary key (college_id, demand)
);
call secure_table('selection_demands', 'select, insert, update');

-- What is known of a candidate in a year besides the card: the score of the questionnaire with its paper.
create table candidacies (
  college_id uuid not null references colleges,
  person_id uuid not null,
  year int not null,
  score int not null check (score >= 0),
  score_most int not null check (score_most >= score),
  paper text not null default '',
  answered_on date not null,
  version int not null default 1,
  primary key (college_id, person_id, year),
  foreign key (college_id, person_id) references mentors
);
call secure_table('candidacies');

create table rule_answers (
  college_id uuid not null,
  person_id uuid not null,
  year int not null,
  rule_id uuid not null,
  met boolean not null,
  note text not null default '',
  answered_on date not null,
  account_id uuid,
  primary key (college_id, person_id, year, rule_id),
  foreign key (college_id, person_id) references mentors,
  foreign key (college_id, rule_id) references selection_rules
);
call secure_table('rule_answers');

-- A slot: free until a candidate is invited to it.
create table interviews (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  person_id uuid,
  day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null check (place <> ''),
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'cancelled')),
  outcome text check (outcome in ('recommend', 'again', 'reject')),
  summary text not null default '',
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, person_id) references mentors,
  constraint held_has_outcome check ((state = 'held') = (outcome is not null) and (state <> 'held' or person_id is not null))
);
create unique index interview_place_once on interviews (college_id, day, starts, lower(place)) where state in ('planned', 'held');
create unique index one_planned_interview on interviews (college_id, person_id, year) where state = 'planned' and person_id is not null;
call secure_table('interviews');

create table interviewers (
  college_id uuid not null,
  interview_id uuid not null,
  person_id uuid not null,
  note text not null default '',
  primary key (college_id, interview_id, person_id),
  foreign key (college_id, interview_id) references interviews on delete cascade,
  foreign key (college_id, person_id) references persons
);
call secure_table('interviewers');

create table interview_marks (
  college_id uuid not null,
  interview_id uuid not null,
  person_id uuid not null,
  question_id uuid not null,
  mark int not null check (mark between 1 and 5),
  primary key (college_id, interview_id, person_id, question_id),
  foreign key (college_id, interview_id, person_id) references interviewers on delete cascade,
  foreign key (college_id, question_id) references interview_questions
);
call secure_table('interview_marks');

create table clearances (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('no-record', 'medical', 'other')),
  number text not null default '',
  issued_on date not null,
  valid_till date check (valid_till >= issued_on),
  scan_file_id uuid,
  withdrawn_on date,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, person_id) references mentors,
  foreign key (college_id, scan_file_id) references files
);
create index clearances_person on clearances (college_id, person_id);
call secure_table('clearances');

-- The newest decision of a year counts. The composition is fixed once the minutes are signed.
create table selection_decisions (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  year int not null,
  decision text not null check (decision in ('approved', 'refused')),
  reason text not null default '',
  -- why somebody is taken though a requirement is not met
  exception text not null default '',
  decided_on date not null,
  minutes_id uuid,
  account_id uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (college_id, id),
  foreign key (college_id, person_id) references mentors,
  foreign key (college_id, minutes_id) references documents on delete set null (minutes_id),
  constraint refusal_has_reason check (decision = 'approved' or reason <> '')
);
create index selection_decisions_person on selection_decisions (college_id, year, person_id, made_at desc);
create index selection_decisions_minutes on selection_decisions (college_id, minutes_id);
call secure_table('selection_decisions', 'select, insert, update');

-- assignment: a colleague helps a colleague (Labour Code, art. 351.8) · organisation: an agreement with the employer.
create table legal_bases (
  college_id uuid not null references colleges,
  person_id uuid not null,
  year int not null,
  relation text not null check (relation in ('assignment', 'organisation')),
  consent_on date,
  agreement_number text not null default '',
  agreement_on date,
  content text not null default '',
  from_day date,
  till_day date check (till_day >= from_day),
  pay text not null default '',
  -- either side told on this day that it ends; the work goes on for three working days more
  notice_on date,
  scan_file_id uuid,
  version int not null default 1,
  primary key (college_id, person_id, year, relation),
  foreign key (college_id, person_id) references mentors,
  foreign key (college_id, scan_file_id) references files
);
call secure_table('legal_bases');

-- Trained, or exempt with a reason: one fact a mentor and a year. Training above writes it, pairing asks for it.
create table preparations (
  college_id uuid not null references colleges,
  person_id uuid not null,
  year int not null,
  way text not null check (way in ('course', 'outside', 'exempt')),
  words text not null check (words <> ''),
  day date not null,
  account_id uuid,
  primary key (college_id, person_id, year),
  foreign key (college_id, person_id) references mentors
);
call secure_table('preparations');
