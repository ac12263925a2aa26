-- The roadmap of a year, its rows, and evidence that people add by hand.

create table roadmaps (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  source text not null check (source in ('template', 'import')),
  source_name text not null default '',
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, year)
);
call secure_table('roadmaps');

create table roadmap_rows (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  roadmap_id uuid not null,
  number text not null check (number ~ '^[1-9][0-9]*(\.[1-9][0-9]*)*$'),
  stage int not null check (stage between 1 and 20),
  position int not null,
  title text not null check (title <> ''),
  content text not null default '',
  term_text text not null default '',
  responsible text[] not null default '{}',
  documents text[] not null default '{}',
  version int not null default 1,
  primary key (college_id, id),
  unique (college_id, roadmap_id, number),
  foreign key (college_id, roadmap_id) references roadmaps on delete cascade
);
call secure_table('roadmap_rows');

create table roadmap_evidence (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  row_id uuid not null,
  note text not null check (note <> ''),
  file_id uuid,
  closes boolean not null default false,
  day date not null,
  account_id uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (college_id, id),
  foreign key (college_id, row_id) references roadmap_rows on delete cascade,
  foreign key (college_id, file_id) references files
);
call secure_table('roadmap_evidence');
