-- Motivation (row 6.3): letters of thanks, nominations, the honour board, cases of practice.

create table thanks (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  number int not null check (number > 0),
  person_id uuid not null,
  -- to the person, or about the person to the parents or the place of work
  addressed text not null check (addressed in ('person', 'parents', 'work')),
  words text not null check (words <> ''),
  signed_on date not null,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, year, number),
  foreign key (college_id, person_id) references persons on delete cascade
);
create index thanks_person on thanks (college_id, person_id);
call secure_table('thanks');

create table nominations (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  title text not null check (title <> ''),
  criteria text not null default '',
  side text not null check (side in ('mentor', 'mentee')),
  closes_on date not null,
  version int not null default 1,
  primary key (college_id, id),
  unique (college_id, year, title)
);
call secure_table('nominations');

create table nominees (
  college_id uuid not null,
  nomination_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  named_on date not null,
  awarded_on date check (awarded_on >= named_on),
  account_id uuid,
  primary key (college_id, nomination_id, person_id),
  foreign key (college_id, nomination_id) references nominations on delete cascade,
  foreign key (college_id, person_id) references persons on delete cascade
);
create index nominees_person on nominees (college_id, person_id);
call secure_table('nominees');

-- Who stands on the board is shown only while a consent to publication is in force: the query asks, nothing is copied.
create table honour_entries (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  put_on date not null,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, year, person_id),
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('honour_entries');

create table practice_cases (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  pair_id uuid not null,
  title text not null check (title <> ''),
  situation text not null default '',
  work text not null default '',
  result text not null default '',
  advice text not null default '',
  -- draft: being written; asked: both sides read it; agreed: both said yes to this very version
  state text not null default 'draft' check (state in ('draft', 'asked', 'agreed')),
  written_on date not null,
  version int not null default 1,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, pair_id, year),
  foreign key (college_id, pair_id) references pairs on delete cascade
);
call secure_table('practice_cases');

create table case_answers (
  college_id uuid not null,
  case_id uuid not null,
  side text not null check (side in ('mentor', 'mentee')),
  agreed boolean not null,
  remark text not null default '',
  -- with which words one agreed: other words ask again
  case_version int not null,
  answered_on date not null,
  account_id uuid not null,
  primary key (college_id, case_id, side),
  foreign key (college_id, case_id) references practice_cases on delete cascade,
  constraint no_with_a_reason check (agreed or remark <> '')
);
call secure_table('case_answers');
