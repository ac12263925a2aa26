-- Persons of a college, their groups of study and the organisations that employ them.

create table organisations (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  inn text check (inn ~ '^[0-9]{10}([0-9]{2})?$'),
  contacts text not null default '',
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, name)
);
call secure_table('organisations');

create table study_groups (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  code text not null check (code <> ''),
  speciality text not null default '',
  course int not null check (course between 1 and 6),
  class_teacher_id uuid,
  graduated_on date,
  primary key (college_id, id),
  unique (college_id, code)
);
call secure_table('study_groups');

create table persons (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('student', 'staff', 'specialist', 'graduate', 'representative')),
  last_name text not null check (last_name <> ''),
  first_name text not null check (first_name <> ''),
  patronymic text not null default '',
  gender text check (gender in ('male', 'female')),
  birth_day date,
  phone text,
  email text,
  post text not null default '',
  group_id uuid,
  organisation_id uuid,
  representative_name text not null default '',
  representative_phone text,
  -- Cases corrected by a person: {"genitive": "…", …}; empty means the rules decide.
  declension jsonb not null default '{}',
  -- lower case, ё→е: last, first, patronymic, group code, phone digits; written by the use case
  search text not null default '',
  import_id uuid,
  left_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, group_id) references study_groups,
  foreign key (college_id, organisation_id) references organisations
);
create index persons_order on persons (college_id, last_name, first_name, patronymic, id);
create index persons_group on persons (college_id, group_id);
create index persons_import on persons (college_id, import_id) where import_id is not null;
call secure_table('persons');

alter table study_groups add foreign key (college_id, class_teacher_id) references persons;
alter table colleges add foreign key (id, director_id) references persons (college_id, id);
alter table colleges add foreign key (id, controller_id) references persons (college_id, id);
alter table accounts add foreign key (college_id, person_id) references persons;

-- A file of people on its way into the register: nothing of it is in `persons` before the confirmation.
create table imports (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('people', 'roadmap')),
  state text not null default 'reading' check (state in ('reading', 'review', 'writing', 'written', 'undone', 'cancelled', 'refused')),
  file_id uuid,
  file_name text not null,
  sheet_name text not null default '',
  -- people: header row, columns and how each is understood; roadmap: the whole understanding
  understanding jsonb not null default '{}',
  refusal text,
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  written_at timestamptz,
  primary key (college_id, id),
  foreign key (college_id, file_id) references files
);
call secure_table('imports');

create table import_rows (
  college_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  cells jsonb not null,
  understood jsonb not null,
  problems jsonb not null default '[]',
  duplicate jsonb,
  -- new: write a new person; update: into person_id; merge: into an earlier row; skip: leave out
  decision text not null default 'new' check (decision in ('new', 'update', 'merge', 'skip')),
  person_id uuid,
  before jsonb,
  primary key (college_id, import_id, row_number),
  foreign key (college_id, import_id) references imports on delete cascade
);
create index import_rows_problems on import_rows (college_id, import_id, row_number) where problems <> '[]' or duplicate is not null;
call secure_table('import_rows');

-- What a college taught the reader: headers of columns and replacements of values («ЭМ11» → «ЭМ-11»).
create table import_memory (
  college_id uuid not null references colleges,
  kind text not null check (kind in ('column', 'group')),
  key text not null,
  value text not null,
  primary key (college_id, kind, key)
);
call secure_table('import_memory');
