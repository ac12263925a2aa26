-- A mentee without a mentor is not left alone: the psychologist keeps a case with a term until something is found.

create table support_cases (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  person_id uuid not null,
  opened_on date not null,
  -- by when the next step is owed
  due_on date not null check (due_on >= opened_on),
  outcome text check (outcome in ('matched', 'other-help', 'declined', 'left')),
  closed_on date check (closed_on >= opened_on),
  account_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  constraint case_ends_with_outcome check ((outcome is null) = (closed_on is null)),
  foreign key (college_id, person_id) references persons on delete cascade
);
create unique index one_open_case on support_cases (college_id, person_id) where closed_on is null;
create index support_cases_year on support_cases (college_id, year);
call secure_table('support_cases');

-- Told in confidence: read by the psychologist and the curator, and every reading is journaled.
create table support_notes (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  day date not null,
  kind text not null check (kind in ('note', 'attempt')),
  body text not null check (body <> ''),
  author text not null,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, case_id) references support_cases on delete cascade
);
create index support_notes_case on support_notes (college_id, case_id, created_at);
call secure_table('support_notes');
