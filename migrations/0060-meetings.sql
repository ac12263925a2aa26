-- Meetings of pairs: planned, logged from a phone (also later, when the network is back), told by both sides.

create table meetings (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  pair_id uuid not null,
  kind text not null check (kind in ('acquaintance', 'trial', 'planning', 'working', 'final')),
  state text not null check (state in ('planned', 'held', 'missed', 'cancelled')),
  day date not null,
  -- '14:30' in the college's time zone; '' when only the day is known
  starts text not null default '' check (starts = '' or starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- planned length, then the real one
  minutes int not null default 60 check (minutes between 5 and 600),
  place text not null default '',
  link text not null default '' check (link = '' or link ~ '^https?://'),
  -- two meetings of a pair on one day are told apart by hand
  occasion int not null default 1 check (occasion between 1 and 9),
  absent text check (absent in ('mentor', 'mentee')),
  reason text not null default '',
  topics text[] not null default '{}',
  mood int check (mood between 1 and 4),
  -- read by both sides and the curator
  note text not null default '',
  result text not null default '',
  task text not null default '',
  mentee_note text not null default '',
  needs_help boolean not null default false,
  -- the mentee opened the mentor's code
  mentee_here_at timestamptz,
  mentee_confirmed_on date,
  logged_on date,
  logged_by uuid,
  logged_side text check (logged_side in ('mentor', 'mentee', 'curator')),
  planned_by uuid,
  -- signs the codes of presence
  door_key text not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, pair_id) references pairs on delete cascade,
  constraint missed_by_somebody check ((state = 'missed') = (absent is not null)),
  constraint logged_once_told check ((state in ('held', 'missed')) = (logged_on is not null))
);
-- The wall that makes one of two logs of the same meeting win.
create unique index one_log_of_a_meeting on meetings (college_id, pair_id, day, occasion) where state in ('held', 'missed');
create index meetings_day on meetings (college_id, day);
create index meetings_pair on meetings (college_id, pair_id, day);
call secure_table('meetings');

-- Words of the mentor for the curator lie apart, so that no list of meetings can carry them along.
create table meeting_secrets (
  college_id uuid not null,
  meeting_id uuid not null,
  note text not null check (note <> ''),
  primary key (college_id, meeting_id),
  foreign key (college_id, meeting_id) references meetings on delete cascade
);
call secure_table('meeting_secrets');

-- What a phone has sent already: the same entry sent twice is stored once.
create table meeting_logs (
  college_id uuid not null references colleges,
  key uuid not null,
  pair_id uuid not null,
  account_id uuid not null,
  -- null: its author took the entry back
  meeting_id uuid,
  taken_at timestamptz not null default now(),
  constraint stored_once primary key (college_id, key, pair_id),
  foreign key (college_id, pair_id) references pairs on delete cascade,
  foreign key (college_id, meeting_id) references meetings on delete cascade
);
create index meeting_logs_account on meeting_logs (college_id, account_id, taken_at);
call secure_table('meeting_logs', 'select, insert');

create table meeting_files (
  college_id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  position int not null,
  account_id uuid not null,
  primary key (college_id, meeting_id, file_id),
  foreign key (college_id, meeting_id) references meetings on delete cascade,
  foreign key (college_id, file_id) references files
);
call secure_table('meeting_files');

-- By when each meeting of the method is expected of a pair.
create table meeting_norms (
  college_id uuid primary key references colleges,
  acquaintance_days int not null check (acquaintance_days between 1 and 120),
  trial_days int not null check (trial_days between 1 and 120),
  planning_days int not null check (planning_days between 1 and 120),
  working_every int not null check (working_every between 1 and 120),
  final_days int not null check (final_days between 0 and 120),
  silence_days int not null check (silence_days between 3 and 120),
  version int not null default 1
);
call secure_table('meeting_norms');

-- The way into a person's own calendar; only the hash is kept.
create table calendar_links (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  token_hash text not null unique,
  made_on date not null,
  revoked_on date,
  primary key (college_id, id),
  foreign key (college_id, person_id) references persons on delete cascade
);
create unique index one_calendar_link on calendar_links (college_id, person_id) where revoked_on is null;
call secure_table('calendar_links');

-- How often a person wants to be reminded by mail: about every meeting, once a week (as long as nothing is said), never.
create table reminder_wishes (
  college_id uuid not null,
  person_id uuid not null,
  letters text not null check (letters in ('each', 'week', 'none')),
  primary key (college_id, person_id),
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('reminder_wishes');

-- Written before the letter goes out: a crash may lose a letter, never send it twice.
create table meeting_letters (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- the day of the meetings it tells of
  about_day date not null,
  sent_on date not null,
  state text not null default 'sending' check (state in ('sending', 'sent', 'failed')),
  primary key (college_id, id),
  constraint one_reminder_a_day unique (college_id, person_id, about_day),
  foreign key (college_id, person_id) references persons on delete cascade
);
create index meeting_letters_sent on meeting_letters (college_id, person_id, sent_on);
call secure_table('meeting_letters');
