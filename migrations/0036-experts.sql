-- The bank of experts, what they are asked for, and partners: employers with agreements and the specialists they give.

create table experts (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  -- a card of the college, or a name from outside with the organisation in words
  person_id uuid,
  name text not null default '',
  organisation text not null default '',
  post text not null default '',
  contacts text not null default '',
  areas text[] not null default '{}',
  availability text not null default '',
  note text not null default '',
  left_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  constraint expert_once unique (college_id, person_id),
  constraint expert_is_somebody check ((person_id is null) = (name <> '')),
  foreign key (college_id, person_id) references persons
);
call secure_table('experts');

create table expert_contracts (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  expert_id uuid not null,
  number text not null check (number <> ''),
  day date not null,
  till date not null check (till >= day),
  subject text not null default '',
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, expert_id, number, day),
  foreign key (college_id, expert_id) references experts on delete cascade
);
call secure_table('expert_contracts');

create table expert_invitations (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  expert_id uuid not null,
  day date not null,
  purpose text not null check (purpose <> ''),
  outcome text not null default 'invited' check (outcome in ('invited', 'agreed', 'came', 'declined')),
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  foreign key (college_id, expert_id) references experts on delete cascade
);
create index expert_invitations_expert on expert_invitations (college_id, expert_id, day desc);
call secure_table('expert_invitations');

create table partner_agreements (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  organisation_id uuid not null,
  number text not null check (number <> ''),
  day date not null,
  till date check (till >= day),
  subject text not null default '',
  ended_on date check (ended_on >= day),
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (college_id, id),
  unique (college_id, organisation_id, number, day),
  foreign key (college_id, organisation_id) references organisations
);
call secure_table('partner_agreements');

create table partner_specialists (
  college_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  primary key (college_id, agreement_id, person_id),
  foreign key (college_id, agreement_id) references partner_agreements on delete cascade,
  foreign key (college_id, person_id) references persons
);
call secure_table('partner_specialists');
