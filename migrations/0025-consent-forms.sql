-- Consents printed in batches with codes, read back from scans, signed by account; what is published; acts of destruction.

-- The text of publication stands on an act (РКН № 18) that ends on a known day: from then on another text is needed.
alter table consent_texts add column basis_till date;
update consent_texts set basis_till = '2027-09-01' where purpose = 'publication';

-- What a person allowed in particular: data one by one, exact pages, conditions and bans; for whom it is passed on.
alter table consents
  add column categories text[] not null default '{}',
  add column places text not null default '',
  add column conditions text not null default '',
  add column recipient text not null default '';
grant delete on consents to nastavnik_app;

create table consent_settings (
  college_id uuid not null references colleges,
  electronic boolean not null default false,
  address text not null default '',
  requisites text not null default '',
  pages text not null default '',
  recipient text not null default '',
  version int not null default 1,
  primary key (college_id)
);
call secure_table('consent_settings', 'select, insert, update');

-- One order to print: a purpose, a text, people. Its files stand here when they are made.
create table consent_batches (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  purpose text not null,
  text_id uuid not null,
  title text not null,
  state text not null default 'making' check (state in ('making', 'ready', 'cancelled')),
  people int not null check (people > 0),
  pdf_file_id uuid,
  docx_file_id uuid,
  task_id uuid,
  account_id uuid,
  made_on date not null,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, text_id, purpose) references consent_texts (college_id, id, purpose),
  foreign key (college_id, pdf_file_id) references files,
  foreign key (college_id, docx_file_id) references files
);
call secure_table('consent_batches');

-- One printed form. The code in its QR says nothing by itself.
create table consent_forms (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  batch_id uuid,
  person_id uuid not null,
  purpose text not null,
  text_id uuid not null,
  signatory text not null check (signatory in ('self', 'representative', 'both')),
  pages int not null default 1 check (pages between 1 and 20),
  scan_file_id uuid,
  consent_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, code),
  foreign key (college_id, batch_id) references consent_batches on delete cascade,
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, text_id, purpose) references consent_texts (college_id, id, purpose),
  foreign key (college_id, scan_file_id) references files,
  foreign key (college_id, consent_id) references consents on delete set null (consent_id)
);
create index consent_forms_batch on consent_forms (college_id, batch_id);
create index consent_forms_person on consent_forms (college_id, person_id);
call secure_table('consent_forms');

-- One upload of scanned papers.
create table consent_scans (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  title text not null,
  state text not null default 'reading' check (state in ('reading', 'review', 'cancelled')),
  file_ids uuid[] not null,
  task_id uuid,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id)
);
call secure_table('consent_scans');

-- One page of it: filed to a form, or why not.
create table consent_scan_pages (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  scan_id uuid not null,
  position int not null,
  file_id uuid not null,
  page int not null,
  form_id uuid,
  form_page int,
  problem text check (problem in ('no-code', 'foreign-code', 'other-college', 'unknown-form', 'broken-file')),
  picture_file_id uuid,
  set_aside boolean not null default false,
  primary key (college_id, id),
  unique (college_id, scan_id, position),
  foreign key (college_id, scan_id) references consent_scans on delete cascade,
  foreign key (college_id, form_id) references consent_forms on delete cascade,
  foreign key (college_id, file_id) references files,
  foreign key (college_id, picture_file_id) references files,
  check (form_id is not null or problem is not null)
);
create index consent_scan_pages_form on consent_scan_pages (college_id, form_id);
call secure_table('consent_scan_pages');

-- A representative who has an account acts for the person.
create table consent_representatives (
  college_id uuid not null,
  person_id uuid not null,
  representative_id uuid not null,
  document text not null default '',
  primary key (college_id, person_id, representative_id),
  foreign key (college_id, person_id) references persons on delete cascade,
  foreign key (college_id, representative_id) references persons on delete cascade,
  check (person_id <> representative_id)
);
create index consent_representatives_of on consent_representatives (college_id, representative_id);
call secure_table('consent_representatives');

-- A simple electronic signature: the agreement on paper, and the code that stands for the hand of its person.
create table signing_keys (
  college_id uuid not null,
  person_id uuid not null,
  code_hash text not null,
  agreed_on date not null,
  wrong_tries int not null default 0,
  issued_by uuid,
  issued_at timestamptz not null default now(),
  primary key (college_id, person_id),
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('signing_keys');

-- The trace of an electronic signature: who, when, under which words.
create table consent_signatures (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  consent_id uuid not null,
  account_id uuid not null,
  signer_id uuid not null,
  role text not null check (role in ('self', 'representative')),
  text_sha256 text not null check (length(text_sha256) = 64),
  words text not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (college_id, id),
  unique (college_id, consent_id, role),
  foreign key (college_id, consent_id) references consents on delete cascade
);
call secure_table('consent_signatures', 'select, insert');

-- How long which kind of record is kept after it is over. What has no row keeps the rule of the house.
create table retention_rules (
  college_id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+$'),
  months int not null check (months between 1 and 1200),
  basis text not null default '',
  version int not null default 1,
  primary key (college_id, kind)
);
call secure_table('retention_rules', 'select, insert, update');

create table destruction_acts (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  made_on date not null,
  reason text not null check (reason in ('withdrawal', 'retention')),
  kind text not null,
  person_id uuid,
  purpose text,
  records int not null check (records >= 0),
  act_file_id uuid not null,
  extract_file_id uuid not null,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, number),
  foreign key (college_id, person_id) references persons on delete set null (person_id),
  foreign key (college_id, act_file_id) references files,
  foreign key (college_id, extract_file_id) references files
);
call secure_table('destruction_acts', 'select, insert');
