-- The general meeting of stage 5: mentors and mentees talk in rounds, then say on their phones with whom they would like
-- to work. It closes into `preferences`.

create table general_meetings (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  -- the event that it is held as: attendance, minutes, photos
  event_id uuid not null,
  state text not null default 'gathering' check (state in ('gathering', 'cards', 'rounds', 'voting', 'closed')),
  rounds int not null check (rounds between 1 and 12),
  round_minutes int not null check (round_minutes between 1 and 30),
  -- how many may be named in order of wish
  most_wishes int not null check (most_wishes between 1 and 5),
  -- the round that runs; 0 before the first
  round int not null default 0 check (round between 0 and rounds),
  -- when the running round, or the voting, is announced to end; nothing ends by itself
  ends_at timestamptz,
  -- moves with every change that phones and the projector have to show
  version int not null default 1,
  closed_on date,
  -- counted when it closed
  came int,
  voted int,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, event_id),
  constraint closed_with_counts check ((state = 'closed') = (closed_on is not null and came is not null and voted is not null)),
  foreign key (college_id, event_id) references events
);
create index general_meetings_year on general_meetings (college_id, year);
call secure_table('general_meetings');

create table general_meeting_guests (
  college_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('mentor', 'mentee')),
  -- stands on the slip and on the paper ballot
  number int not null check (number > 0),
  came_at timestamptz,
  how text check (how in ('slip', 'code', 'account', 'curator')),
  primary key (college_id, meeting_id, person_id),
  constraint guest_number_once unique (college_id, meeting_id, number),
  constraint guest_came_somehow check ((came_at is null) = (how is null)),
  foreign key (college_id, meeting_id) references general_meetings on delete cascade,
  foreign key (college_id, person_id) references persons on delete cascade
);
call secure_table('general_meeting_guests');

-- What opens a guest's page: the long key of a printed slip, its short code, or the key that a phone got for either.
create table general_meeting_keys (
  college_id uuid not null,
  key_hash text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('slip', 'code', 'phone')),
  created_at timestamptz not null default now(),
  primary key (college_id, key_hash),
  foreign key (college_id, meeting_id, person_id) references general_meeting_guests on delete cascade
);
-- guests have no session: the college is found by the key
create index general_meeting_keys_hash on general_meeting_keys (key_hash);
create index general_meeting_keys_guest on general_meeting_keys (college_id, meeting_id, person_id);
call secure_table('general_meeting_keys');

-- Who sits with whom in a round; two meet at most once.
create table general_meeting_seats (
  college_id uuid not null,
  meeting_id uuid not null,
  round int not null check (round > 0),
  mentor_id uuid not null,
  mentee_id uuid not null,
  -- the number of the guest who stays at the table
  table_number int not null,
  primary key (college_id, meeting_id, round, mentor_id, mentee_id),
  constraint they_meet_once unique (college_id, meeting_id, mentor_id, mentee_id),
  foreign key (college_id, meeting_id, mentor_id) references general_meeting_guests on delete cascade,
  foreign key (college_id, meeting_id, mentee_id) references general_meeting_guests on delete cascade
);
call secure_table('general_meeting_seats');

-- One ballot a guest; the later word replaces the earlier. Emptied when the meeting closes: the key stays, so that a
-- phone which sends its vote once more hears that it was counted.
create table general_meeting_ballots (
  college_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  vote_key uuid not null,
  -- by the phone's clock set to the server's: orders the votes of one guest
  said_at timestamptz not null,
  source text not null check (source in ('phone', 'paper')),
  wants uuid[] not null default '{}' check (cardinality(wants) <= 5),
  helps uuid[] not null default '{}' check (cardinality(helps) <= 20),
  avoids uuid[] not null default '{}' check (cardinality(avoids) <= 20),
  primary key (college_id, meeting_id, person_id),
  foreign key (college_id, meeting_id, person_id) references general_meeting_guests on delete cascade
);
call secure_table('general_meeting_ballots');
