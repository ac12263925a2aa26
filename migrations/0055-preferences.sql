-- Whom a person would like to work with, who could help with the goal, and with whom rather not: what the general
-- meeting ends in, and what the matching reads. One word of one person about another in a year.
create table preferences (
  college_id uuid not null references colleges,
  year int not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  kind text not null check (kind in ('want', 'helps', 'avoid')),
  -- 1 is the first wish; null for those who only ticked
  rank int check (rank > 0),
  source text not null check (source in ('phone', 'paper', 'curator')),
  account_id uuid,
  said_at timestamptz not null default now(),
  primary key (college_id, year, from_id, to_id, kind),
  foreign key (college_id, from_id) references persons on delete cascade,
  foreign key (college_id, to_id) references persons on delete cascade
);
create index preferences_to on preferences (college_id, to_id);
call secure_table('preferences');
