-- The two bases of the method: mentees with their needs, mentors with what they can give.

create table mentees (
  college_id uuid not null references colleges,
  person_id uuid not null,
  entered_on date not null,
  left_on date check (left_on >= entered_on),
  -- days and times when the person is free: 'mon-day', 'wed-evening', …
  free_times text[] not null default '{}',
  wanted_forms text[] not null default '{}',
  version int not null default 1,
  primary key (college_id, person_id),
  foreign key (college_id, person_id) references persons
);
call secure_table('mentees');

create table needs (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  year int not null,
  topic text not null,
  note text not null default '',
  source text not null check (source in ('self', 'class-teacher', 'parent', 'psychologist', 'curator', 'import')),
  -- true: the topic and the note are for the psychologist and the curator only
  confidential boolean not null default false,
  stated_on date not null,
  withdrawn_on date,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, person_id) references mentees on delete cascade
);
create index needs_person on needs (college_id, person_id, year);
call secure_table('needs');

-- Apart from `needs`, so that no list of needs can carry it along.
create table need_secrets (
  college_id uuid not null,
  need_id uuid not null,
  note text not null check (note <> ''),
  account_id uuid,
  written_at timestamptz not null default now(),
  primary key (college_id, need_id),
  foreign key (college_id, need_id) references needs on delete cascade
);
call secure_table('need_secrets');

create table mentors (
  college_id uuid not null references colleges,
  person_id uuid not null,
  entered_on date not null,
  left_on date check (left_on >= entered_on),
  status text not null default 'candidate' check (status in ('candidate', 'approved')),
  capacity int not null default 1 check (capacity between 1 and 12),
  forms text[] not null default '{}',
  competences text[] not null default '{}',
  free_times text[] not null default '{}',
  motivation text not null default '',
  achievements text not null default '',
  interests text not null default '',
  version int not null default 1,
  primary key (college_id, person_id),
  -- the target of pairs.mentor_capacity
  unique (college_id, person_id, capacity),
  foreign key (college_id, person_id) references persons
);
call secure_table('mentors');
