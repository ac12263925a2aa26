-- Pairs: proposals, what a curator holds fast or forbids, and the pairs themselves with their walls.

create table proposals (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  number int not null check (number > 0),
  form text not null,
  state text not null default 'open' check (state in ('open', 'ordered', 'dropped')),
  from_day date not null,
  till_day date not null check (till_day >= from_day),
  -- hash of the problem as it went in: the same hash gives the same pairs
  input_hash text not null,
  rules jsonb not null,
  totals jsonb not null,
  unmatched jsonb not null default '[]',
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, year, number)
);
call secure_table('proposals');

create table proposal_pairs (
  college_id uuid not null,
  proposal_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  score int not null,
  reasons jsonb not null default '[]',
  decision text not null default 'open' check (decision in ('open', 'confirmed', 'refused')),
  pair_id uuid,
  primary key (college_id, proposal_id, mentor_id, mentee_id),
  foreign key (college_id, proposal_id) references proposals on delete cascade,
  foreign key (college_id, mentor_id) references mentors,
  foreign key (college_id, mentee_id) references mentees
);
call secure_table('proposal_pairs');

create table pair_wishes (
  college_id uuid not null references colleges,
  mentor_id uuid not null,
  mentee_id uuid not null,
  kind text not null check (kind in ('lock', 'veto')),
  reason text not null default '',
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, mentor_id, mentee_id),
  foreign key (college_id, mentor_id) references mentors,
  foreign key (college_id, mentee_id) references mentees
);
call secure_table('pair_wishes');

create table pairs (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  mentor_id uuid not null,
  mentee_id uuid not null check (mentee_id <> mentor_id),
  form text not null,
  variant text not null default '',
  from_day date not null,
  till_day date not null check (till_day >= from_day),
  -- The mentor's place that this pair takes: two pairs never hold one place at a time, and places end at the capacity.
  seat int not null check (seat > 0),
  mentor_capacity int,
  consent_purpose text not null default 'processing' check (consent_purpose = 'processing'),
  mentor_consent_id uuid not null,
  mentee_consent_id uuid not null,
  proposal_id uuid,
  order_id uuid,
  end_reason text not null default '',
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, mentor_id) references mentors,
  foreign key (college_id, mentee_id) references mentees,
  foreign key (college_id, mentor_consent_id, mentor_id, consent_purpose) references consents (college_id, id, person_id, purpose),
  foreign key (college_id, mentee_consent_id, mentee_id, consent_purpose) references consents (college_id, id, person_id, purpose),
  foreign key (college_id, proposal_id) references proposals,
  foreign key (college_id, order_id) references documents,
  -- null once the pair is over, so that a smaller capacity later does not argue with history
  foreign key (college_id, mentor_id, mentor_capacity) references mentors (college_id, person_id, capacity) on update cascade,
  constraint within_capacity check (mentor_capacity is null or seat <= mentor_capacity),
  constraint one_mentor_at_a_time exclude using gist
    (college_id with =, mentee_id with =, daterange(from_day, till_day, '[]') with &&),
  constraint one_pair_per_seat exclude using gist
    (college_id with =, mentor_id with =, seat with =, daterange(from_day, till_day, '[]') with &&)
);
create index pairs_order on pairs (college_id, order_id);
call secure_table('pairs');

-- The consent row is locked, so a withdrawal at the same moment waits and then sees the pair.
create function pair_needs_consents() returns trigger
  language plpgsql as $$
begin
  if (select count(*) from (
        select 1 from consents c
        where c.college_id = new.college_id and c.id in (new.mentor_consent_id, new.mentee_consent_id)
          and c.withdrawn_on is null and c.signed_on <= new.from_day and c.valid_till >= new.from_day
        for share) valid) < 2 then
    raise exception 'a pair needs valid consents of both sides' using errcode = 'check_violation', constraint = 'consent_in_force';
  end if;
  return new;
end $$;
create trigger pair_needs_consents before insert on pairs for each row execute function pair_needs_consents();
