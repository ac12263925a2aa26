-- Acts that the programme stands on: federal, regional, local; what replaced what, and which cites which.

create table acts (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  -- name in the built-in list; null for what the college added
  code text check (code ~ '^[a-z0-9-]+$'),
  level text not null check (level in ('federal', 'regional', 'local')),
  title text not null check (title <> ''),
  issuer text not null default '',
  number text not null default '',
  day date,
  -- day of the wording that the college works with
  revised_on date,
  in_force_from date,
  lapses_on date check (lapses_on >= in_force_from),
  superseded_by uuid,
  review_by date,
  -- nobody has compared it with the source yet
  unconfirmed boolean not null default false,
  note text not null default '',
  file_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, code),
  constraint not_replaced_by_itself check (superseded_by <> id),
  foreign key (college_id, superseded_by) references acts,
  foreign key (college_id, file_id) references files
);
call secure_table('acts');

create table act_citations (
  college_id uuid not null,
  act_id uuid not null,
  cited_id uuid not null,
  primary key (college_id, act_id, cited_id),
  constraint cites_not_itself check (cited_id <> act_id),
  foreign key (college_id, act_id) references acts on delete cascade,
  foreign key (college_id, cited_id) references acts on delete cascade
);
call secure_table('act_citations');
