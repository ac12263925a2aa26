-- Consents (152-ФЗ): a text per purpose with versions, and who gave which.

create table consent_texts (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  purpose text not null check (purpose in ('processing', 'publication', 'third-party', 'photo')),
  version int not null check (version > 0),
  body text not null check (body <> ''),
  valid_from date not null,
  valid_till date,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, purpose, version),
  unique (college_id, id, purpose)
);
call secure_table('consent_texts', 'select, insert, update');

create table consents (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  purpose text not null,
  text_id uuid not null,
  signed_by text not null check (signed_by in ('self', 'representative', 'both')),
  representative_name text not null default '',
  representative_document text not null default '',
  signed_on date not null,
  valid_till date not null,
  withdrawn_on date,
  withdrawn_reason text not null default '',
  scan_file_id uuid,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, id, person_id, purpose),
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, text_id, purpose) references consent_texts (college_id, id, purpose),
  foreign key (college_id, scan_file_id) references files,
  check (valid_till >= signed_on),
  check (withdrawn_on is null or withdrawn_on >= signed_on),
  constraint representative_is_named check (signed_by = 'self' or representative_name <> '')
);
create index consents_person on consents (college_id, person_id, purpose, signed_on desc);
call secure_table('consents', 'select, insert, update');
