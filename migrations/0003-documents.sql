-- Papers: templates, the register with numbering, statuses, scans and chains of amendment.

create table document_templates (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  version int not null check (version > 0),
  file_id uuid not null,
  account_id uuid,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (college_id, id),
  unique (college_id, kind, version),
  foreign key (college_id, file_id) references files
);
call secure_table('document_templates');

create table documents (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  -- papers of one series share their numbers: orders, minutes, …
  series text not null,
  title text not null check (title <> ''),
  origin text not null check (origin in ('made', 'registered')),
  status text not null default 'draft' check (status in ('draft', 'on-signing', 'signed', 'amended', 'cancelled')),
  year int not null,
  number text check (number <> ''),
  day date,
  review_by date,
  signatory_id uuid,
  template_id uuid,
  -- the snapshot the paper was made from
  data jsonb not null default '{}',
  docx_file_id uuid,
  scan_file_id uuid,
  amends_id uuid,
  amendment text check (amendment in ('amends', 'cancels')),
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  signed_at timestamptz,
  primary key (college_id, id),
  foreign key (college_id, signatory_id) references persons,
  foreign key (college_id, template_id) references document_templates,
  foreign key (college_id, docx_file_id) references files,
  foreign key (college_id, scan_file_id) references files,
  foreign key (college_id, amends_id) references documents,
  constraint signed_has_number_and_day check (status in ('draft', 'on-signing') or (number is not null and day is not null)),
  constraint amendment_names_its_paper check ((amends_id is null) = (amendment is null))
);
create unique index document_number_once on documents (college_id, series, (extract(year from day)), lower(number))
  where number is not null and day is not null;
create index documents_kind on documents (college_id, year, kind, status);
call secure_table('documents');

-- A signed paper stays as it was signed: only its status and its scan may still change.
create function keep_signed_paper() returns trigger
  language plpgsql as $$
begin
  if old.status in ('signed', 'amended', 'cancelled')
     and (old.number, old.day, old.title, old.kind, old.series, old.data, old.docx_file_id, old.signatory_id)
         is distinct from (new.number, new.day, new.title, new.kind, new.series, new.data, new.docx_file_id, new.signatory_id) then
    raise exception 'a signed paper is not changed' using errcode = 'check_violation', constraint = 'signed_paper_stays';
  end if;
  return new;
end $$;
create trigger keep_signed_paper before update on documents for each row execute function keep_signed_paper();
