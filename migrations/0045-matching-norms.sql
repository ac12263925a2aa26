-- What a college makes of the matching: how much each criterion weighs, and which conditions its proposals begin with.

create table matching_norms (
  college_id uuid primary key references colleges,
  weights jsonb not null,
  conditions text[] not null,
  version int not null default 1
);
call secure_table('matching_norms');
