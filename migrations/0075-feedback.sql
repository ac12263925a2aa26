-- Feedback through the year (row 6.4): short questionnaires of each quarter, pairs at risk, the curator's week.

alter table questionnaires drop constraint questionnaires_moment_check;
alter table questionnaires add constraint questionnaires_moment_check
  check (moment in ('before', 'during', 'after', 'selection', 'other'));

-- What a college counts as a risk, and when the questionnaires of a quarter go out.
create table risk_norms (
  college_id uuid primary key references colleges,
  low_comfort int not null check (low_comfort between 1 and 9),
  missed_in_row int not null check (missed_in_row between 1 and 10),
  late_tasks int not null check (late_tasks between 1 and 20),
  silent_side_days int not null check (silent_side_days between 1 and 60),
  -- the same reason is not raised again for so long after somebody dealt with it
  quiet_days int not null check (quiet_days between 1 and 90),
  -- reasons that the college does not want
  switched_off text[] not null default '{}',
  sends_itself boolean not null default true,
  -- the round opens so many days before the quarter ends, and is open for so long
  opens_before int not null check (opens_before between 1 and 60),
  open_days int not null check (open_days between 3 and 60),
  -- of the pairs asked, so many per cent with answers of both sides close the quarter
  enough_share int not null check (enough_share between 10 and 100),
  version int not null default 1
);
call secure_table('risk_norms');

create table risk_flags (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  pair_id uuid not null,
  reason text not null
    check (reason in ('silent', 'low-comfort', 'one-sided', 'late-tasks', 'missed', 'help-asked')),
  details jsonb not null default '{}',
  opened_on date not null,
  owner_id uuid,
  closed_on date check (closed_on >= opened_on),
  -- passed: the reason is there no more; the rest is what a person did
  outcome text check (outcome in ('passed', 'talked', 'plan', 'replaced', 'ended', 'no-risk')),
  words text not null default '',
  account_id uuid,
  version int not null default 1,
  primary key (college_id, id),
  foreign key (college_id, pair_id) references pairs on delete cascade,
  foreign key (college_id, owner_id) references persons,
  constraint closed_by_an_act check ((closed_on is null) = (outcome is null)),
  constraint an_act_has_words check (outcome is null or outcome = 'passed' or words <> '')
);
create unique index one_open_flag on risk_flags (college_id, pair_id, reason) where closed_on is null;
create index risk_flags_open on risk_flags (college_id, opened_on) where closed_on is null;
call secure_table('risk_flags');

-- Answers that asked for another plan and have opened a correction: each once.
create table corrections_asked (
  college_id uuid not null references colleges,
  sheet_id uuid not null,
  pair_id uuid not null,
  primary key (college_id, sheet_id, pair_id),
  foreign key (college_id, pair_id) references pairs on delete cascade
);
call secure_table('corrections_asked');

-- Written before the letter goes out: a crash may lose a letter, never send it twice.
create table digest_letters (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- Monday of the week that it tells of
  week date not null,
  sent_on date not null,
  state text not null default 'sending' check (state in ('sending', 'sent', 'failed')),
  primary key (college_id, id),
  constraint one_digest_a_week unique (college_id, person_id, week),
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('digest_letters');

-- Had the person any letter of ours after that day? Nobody gets more than one a week unless asked for.
create function had_letter(person uuid, since date) returns boolean
  language sql stable as $$
  select exists (select from campaign_letters l
      where l.person_id = person and not l.to_parent and l.state <> 'failed' and l.sent_on > since)
    or exists (select from meeting_letters l where l.person_id = person and l.state <> 'failed' and l.sent_on > since)
    or exists (select from digest_letters l where l.person_id = person and l.state <> 'failed' and l.sent_on > since)
$$;

-- Where a person gets short messages, once proved by a code that came there.
create table messenger_links (
  college_id uuid not null references colleges,
  person_id uuid not null,
  messenger text not null check (messenger in ('max', 'vk')),
  address text not null check (address ~ '^[0-9]{1,20}$'),
  code_hash text not null,
  asked_at timestamptz not null,
  attempts int not null default 0,
  proved_on date,
  primary key (college_id, person_id, messenger),
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('messenger_links');
