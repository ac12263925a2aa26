-- A group: one mentor and three to eight mentees of one form, each a pair of its own. And what a pair came out of.

create table pair_groups (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  name text not null check (name <> ''),
  form text not null,
  version int not null default 1,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, year, name)
);
call secure_table('pair_groups');

alter table pairs
  add column group_id uuid,
  -- the pair whose mentor this one took over from
  add column replaces_id uuid,
  add foreign key (college_id, group_id) references pair_groups,
  add foreign key (college_id, replaces_id) references pairs,
  -- a group has one mentor at a time
  add constraint one_mentor_a_group exclude using gist
    (college_id with =, group_id with =, mentor_id with <>, daterange(from_day, till_day, '[]') with &&)
    where (group_id is not null);
create index pairs_group on pairs (college_id, group_id) where group_id is not null;
create unique index pairs_one_successor on pairs (college_id, replaces_id) where replaces_id is not null;
