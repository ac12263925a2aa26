-- What a year begins with: the working group, curators of forms, where people and means are found, which forms are chosen.

create table working_group (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  person_id uuid not null,
  part text not null default 'member' check (part in ('chair', 'secretary', 'member')),
  duty text not null default '',
  primary key (college_id, id),
  constraint in_group_once unique (college_id, year, person_id),
  foreign key (college_id, person_id) references persons
);
create unique index one_chair on working_group (college_id, year) where part = 'chair';
create unique index one_secretary on working_group (college_id, year) where part = 'secretary';
call secure_table('working_group');

create table form_curators (
  college_id uuid not null references colleges,
  year int not null,
  form text not null,
  person_id uuid not null,
  primary key (college_id, year, form, person_id),
  foreign key (college_id, person_id) references persons
);
call secure_table('form_curators');

create table preparation_means (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  side text not null check (side in ('inner', 'outer')),
  kind text not null check (kind in ('audience', 'room', 'money', 'people', 'materials', 'other')),
  name text not null check (name <> ''),
  note text not null default '',
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  constraint named_once unique (college_id, year, side, kind, name)
);
call secure_table('preparation_means');

create table form_choices (
  college_id uuid not null references colleges,
  year int not null,
  form text not null,
  chosen boolean not null,
  -- how many people need it by the bases on the day of the decision
  needed int not null check (needed >= 0),
  mentees int not null check (mentees >= 0),
  mentors int not null check (mentors >= 0),
  expected text not null default '',
  primary key (college_id, year, form)
);
call secure_table('form_choices');

-- The decision as a whole: who looks at an old page does not overwrite it.
create table form_decisions (
  college_id uuid not null references colleges,
  year int not null,
  decided_on date not null,
  minutes_id uuid,
  version int not null default 1,
  account_id uuid,
  primary key (college_id, year),
  foreign key (college_id, minutes_id) references documents on delete set null (minutes_id)
);
call secure_table('form_decisions');
