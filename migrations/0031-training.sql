-- Training of mentors: programmes by versions, sessions, attendance, certificates, and courses elsewhere.

create table training_programmes (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  -- versions of one programme share it
  series_id uuid not null default gen_random_uuid(),
  number int not null default 1 check (number > 0),
  year int not null,
  title text not null check (title <> ''),
  goal text not null default '',
  state text not null default 'draft' check (state in ('draft', 'approved', 'superseded')),
  -- per cent of the hours that a certificate asks for
  least_share int not null default 75 check (least_share between 1 and 100),
  document_id uuid,
  approved_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, series_id, number),
  foreign key (college_id, document_id) references documents on delete set null (document_id),
  constraint approved_by_an_act check (state = 'draft' or approved_on is not null)
);
create unique index one_approved_version on training_programmes (college_id, series_id) where state = 'approved';
call secure_table('training_programmes');

create table training_modules (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  programme_id uuid not null,
  position int not null,
  title text not null check (title <> ''),
  content text not null default '',
  hours int not null check (hours between 1 and 200),
  primary key (college_id, id),
  foreign key (college_id, programme_id) references training_programmes on delete cascade
);
create index training_modules_programme on training_modules (college_id, programme_id, position);
call secure_table('training_modules');

-- Modules of an approved programme stay as they were approved.
create function keep_approved_programme() returns trigger
  language plpgsql as $$
begin
  if exists (select from training_programmes p where p.college_id = coalesce(new.college_id, old.college_id)
      and p.id = coalesce(new.programme_id, old.programme_id) and p.state <> 'draft') then
    raise exception 'an approved programme is not changed' using errcode = 'check_violation', constraint = 'approved_programme_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_approved_programme before insert or update or delete on training_modules
  for each row execute function keep_approved_programme();

create table training_participants (
  college_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  -- typed at the desk by those without an account
  code text not null check (code ~ '^[0-9]{6}$'),
  enrolled_on date not null,
  primary key (college_id, programme_id, person_id),
  unique (college_id, programme_id, code),
  foreign key (college_id, programme_id) references training_programmes,
  foreign key (college_id, person_id) references mentors
);
call secure_table('training_participants');

create table training_sessions (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  programme_id uuid not null,
  module_id uuid,
  topic text not null default '',
  hours int not null check (hours between 1 and 24),
  day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ends > starts),
  place text not null default '',
  trainer_id uuid,
  trainer text not null default '',
  contract text not null default '',
  -- stands in the QR code on the wall; works on the day of the session only
  door_code text not null check (length(door_code) >= 16),
  cancelled_on date,
  version int not null default 1,
  primary key (college_id, id),
  foreign key (college_id, programme_id) references training_programmes,
  foreign key (college_id, module_id) references training_modules,
  foreign key (college_id, trainer_id) references persons
);
create index training_sessions_day on training_sessions (college_id, day, starts);
call secure_table('training_sessions');

create table training_attendance (
  college_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('list', 'qr', 'code')),
  at timestamptz not null default now(),
  account_id uuid,
  primary key (college_id, session_id, person_id),
  foreign key (college_id, session_id) references training_sessions on delete cascade,
  foreign key (college_id, person_id) references mentors
);
call secure_table('training_attendance');

create table training_materials (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  programme_id uuid not null,
  title text not null check (title <> ''),
  file_id uuid not null,
  added_on date not null,
  primary key (college_id, id),
  foreign key (college_id, programme_id) references training_programmes on delete cascade,
  foreign key (college_id, file_id) references files
);
call secure_table('training_materials');

create table training_certificates (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  year int not null,
  programme_id uuid not null,
  person_id uuid not null,
  hours int not null check (hours > 0),
  issued_on date not null,
  -- stands in the QR code of the paper: whoever holds the paper may check it
  check_code text not null unique check (length(check_code) >= 16),
  revoked_on date,
  revoke_reason text not null default '',
  account_id uuid,
  primary key (college_id, id),
  foreign key (college_id, programme_id) references training_programmes,
  foreign key (college_id, person_id) references mentors,
  constraint revoked_for_a_reason check ((revoked_on is null) = (revoke_reason = ''))
);
create unique index certificate_number_once on training_certificates (college_id, year, number);
create unique index one_certificate_a_programme on training_certificates (college_id, programme_id, person_id) where revoked_on is null;
call secure_table('training_certificates', 'select, insert, update');

create table outside_courses (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  person_id uuid not null,
  title text not null check (title <> ''),
  organisation text not null check (organisation <> ''),
  hours int not null check (hours > 0),
  from_day date not null,
  till_day date not null check (till_day >= from_day),
  certificate text not null default '',
  certificate_day date,
  scan_file_id uuid,
  version int not null default 1,
  account_id uuid,
  primary key (college_id, id),
  foreign key (college_id, person_id) references mentors,
  foreign key (college_id, scan_file_id) references files,
  constraint certificate_has_a_day check ((certificate = '') = (certificate_day is null))
);
create index outside_courses_person on outside_courses (college_id, year, person_id);
call secure_table('outside_courses');
