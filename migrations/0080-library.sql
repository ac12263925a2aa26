-- The library of mentors and mentees, and their questions to the curator (row 6.2).

create table library_materials (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  summary text not null default '',
  body text not null default '',
  link text not null default '',
  file_id uuid,
  -- empty: for every form
  forms text[] not null default '{}',
  moment text not null check (moment in ('start', 'plan', 'work', 'trouble', 'finish')),
  readers text[] not null check (cardinality(readers) > 0 and readers <@ array['mentor', 'mentee', 'staff']),
  -- which of the built-in texts it came from; it is put in once and then belongs to the college
  origin text,
  added_on date not null,
  archived_on date check (archived_on >= added_on),
  version int not null default 1,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, origin),
  foreign key (college_id, file_id) references files,
  constraint holds_something check (body <> '' or link <> '' or file_id is not null)
);
call secure_table('library_materials');

create table curator_questions (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  title text not null check (title <> ''),
  asked_on date not null,
  closed_on date check (closed_on >= asked_on),
  primary key (college_id, id),
  foreign key (college_id, person_id) references persons on delete cascade
);
create index curator_questions_person on curator_questions (college_id, person_id);
call secure_table('curator_questions');

create table question_words (
  college_id uuid not null references colleges,
  id bigint generated always as identity,
  question_id uuid not null,
  account_id uuid,
  from_asker boolean not null,
  words text not null check (words <> ''),
  said_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, question_id) references curator_questions on delete cascade
);
create index question_words_question on question_words (college_id, question_id);
call secure_table('question_words');
