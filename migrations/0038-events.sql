-- Events that tell of the programme: who was asked, who came, photos; and the register of publications.

create table events (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  kind text not null check (kind in ('meeting', 'class-hour', 'parents', 'council', 'seminar', 'open-day', 'visit', 'final', 'other')),
  title text not null check (title <> ''),
  -- what it tells of: the programme to mentees, or the work to future mentors
  aim text not null default 'other' check (aim in ('mentees', 'mentors', 'other')),
  audiences text[] not null check (audiences <> '{}'),
  place text not null default '',
  day date not null,
  -- '14:30' in the college's time zone
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ends > starts),
  -- typed by those without an account; the QR on the screen leads to the same page
  code text not null check (code ~ '^[0-9]{6}$'),
  -- guests without a card, by hand: parents at the door
  others int not null default 0 check (others between 0 and 5000),
  cancelled_on date,
  note text not null default '',
  minutes_id uuid,
  press_id uuid,
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, code),
  foreign key (college_id, minutes_id) references documents on delete set null (minutes_id),
  foreign key (college_id, press_id) references documents on delete set null (press_id)
);
create index events_day on events (college_id, year, day);
call secure_table('events');

create table event_guests (
  college_id uuid not null,
  event_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  name text not null default '',
  audience text not null,
  invited boolean not null default false,
  came boolean not null default false,
  -- how it is known: ticked in the list, by the QR with an account, by the code without one
  how text check (how in ('list', 'qr', 'code')),
  came_at timestamptz,
  primary key (college_id, id),
  constraint guest_once unique (college_id, event_id, person_id),
  constraint guest_is_somebody check ((person_id is null) = (name <> '')),
  constraint came_somehow check (came = (how is not null)),
  foreign key (college_id, event_id) references events on delete cascade,
  foreign key (college_id, person_id) references persons
);
create unique index stranger_once on event_guests (college_id, event_id, lower(name)) where person_id is null;
call secure_table('event_guests');

create table event_photos (
  college_id uuid not null,
  event_id uuid not null,
  file_id uuid not null,
  position int not null,
  primary key (college_id, event_id, file_id),
  foreign key (college_id, event_id) references events on delete cascade,
  foreign key (college_id, file_id) references files
);
call secure_table('event_photos');

create table publications (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  day date not null,
  title text not null check (title <> ''),
  channel text not null check (channel in ('site', 'vk', 'max', 'ok', 'press', 'board', 'other')),
  link text not null default '',
  event_id uuid,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, event_id) references events on delete set null (event_id)
);
create index publications_day on publications (college_id, day);
call secure_table('publications');
