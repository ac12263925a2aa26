-- One run of the matching over several forms, as pairs or as groups; what went in is kept, so that anybody can repeat it.

alter table proposals
  add column forms text[] not null default '{}',
  add column mode text not null default 'pairs' check (mode in ('pairs', 'groups')),
  -- hash of the pairs that came out, before anybody moved one
  add column result_hash text not null default '',
  -- the version of matching_norms that was in force
  add column rules_version int not null default 0,
  -- grows with every act at the desk
  add column version int not null default 1,
  -- the long work that made it, so that a restart in its last moment makes no second one
  add column task_id uuid;
update proposals set forms = array[form];
create unique index proposals_task on proposals (college_id, task_id) where task_id is not null;

create table proposal_questions (
  college_id uuid not null,
  proposal_id uuid not null,
  question jsonb not null,
  primary key (college_id, proposal_id),
  foreign key (college_id, proposal_id) references proposals on delete cascade
);
call secure_table('proposal_questions');

alter table proposal_pairs
  add column form text not null default '',
  -- placed at the desk, not by the engine
  add column moved boolean not null default false,
  -- one of the two would rather not; never who
  add column caution boolean not null default false;
update proposal_pairs x set form = p.forms[1] from proposals p where p.college_id = x.college_id and p.id = x.proposal_id;
-- Nobody is proposed twice in one run, whoever moves them at the same moment.
create unique index proposal_pairs_mentee on proposal_pairs (college_id, proposal_id, mentee_id) where decision <> 'refused';

create table proposal_moves (
  college_id uuid not null,
  proposal_id uuid not null,
  number int not null check (number > 0),
  mentee_id uuid not null,
  -- null: without a mentor
  from_mentor_id uuid,
  to_mentor_id uuid,
  -- points of the whole that the move brought or cost
  change int not null,
  actor_name text not null,
  made_at timestamptz not null default now(),
  undone boolean not null default false,
  primary key (college_id, proposal_id, number),
  foreign key (college_id, proposal_id) references proposals on delete cascade
);
call secure_table('proposal_moves');

-- Whether both sides agree to work together. No answer yet: null.
create table proposal_asks (
  college_id uuid not null,
  proposal_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  side text not null check (side in ('mentor', 'mentee')),
  answer text check (answer in ('agree', 'decline')),
  reason text not null default '',
  way text check (way in ('link', 'account', 'desk')),
  said_at timestamptz,
  account_id uuid,
  primary key (college_id, proposal_id, mentor_id, mentee_id, side),
  foreign key (college_id, proposal_id, mentor_id, mentee_id) references proposal_pairs on delete cascade,
  check ((answer is null) = (way is null))
);
call secure_table('proposal_asks');

-- A personal link to the questions of one proposal. Only hashes are stored.
create table proposal_ask_links (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  proposal_id uuid not null,
  person_id uuid not null,
  token_hash text not null unique,
  made_on date not null,
  account_id uuid,
  primary key (college_id, id),
  foreign key (college_id, proposal_id) references proposals on delete cascade,
  foreign key (college_id, person_id) references persons on delete cascade
);
create index proposal_ask_links_person on proposal_ask_links (college_id, person_id);
call secure_table('proposal_ask_links');

-- false: the college forms pairs without asking them
alter table matching_norms add column ask boolean not null default true;
