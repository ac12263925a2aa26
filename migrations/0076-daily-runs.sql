-- Work that goes by itself (platform/tasks.ts): what is done once a day is claimed here in the transaction that does it, so two
-- processes do it once, and what broke is not claimed.

create table daily_runs (
  college_id uuid not null references colleges,
  name text not null,
  day date not null,
  primary key (college_id, name, day)
);
call secure_table('daily_runs');
