-- Campaigns that gather needs: whom they ask, the links that lead in without an account, what came, who was reminded.

create table campaigns (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  year int not null,
  title text not null check (title <> ''),
  audiences text[] not null check (audiences <> '{}' and audiences <@ array['class-teacher', 'student', 'parent', 'psychologist']),
  opened_on date not null,
  till_day date not null,
  closed_on date,
  version int not null default 1,
  primary key (college_id, id),
  check (till_day >= opened_on)
);
create unique index one_campaign_at_a_time on campaigns (college_id, year) where closed_on is null;
call secure_table('campaigns', 'select, insert, update');

-- Ways in without an account; only hashes are kept, and every link ends with its campaign.
create table campaign_links (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  campaign_id uuid not null,
  audience text not null check (audience in ('class-teacher', 'student', 'parent', 'psychologist')),
  -- student: oneself · parent: the child · class teacher and psychologist: who tells · null: a common link
  person_id uuid,
  group_id uuid,
  token_hash text not null unique,
  made_on date not null,
  revoked_on date,
  -- What was typed and put aside; never the words for the psychologist only.
  draft jsonb,
  draft_version int not null default 0,
  account_id uuid,
  primary key (college_id, id),
  foreign key (college_id, campaign_id) references campaigns,
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, group_id) references study_groups
);
create index campaign_links_campaign on campaign_links (college_id, campaign_id, group_id);
create index campaign_links_person on campaign_links (college_id, person_id);
call secure_table('campaign_links');

-- Who has answered about whom. The words themselves are needs; they stay here only until a person is recognised.
create table campaign_answers (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  campaign_id uuid not null,
  audience text not null check (audience in ('class-teacher', 'student', 'parent', 'psychologist')),
  -- Whom it is about; null: nobody was recognised yet, a person has to look.
  person_id uuid,
  group_id uuid,
  -- Staff who told it.
  teller_id uuid,
  -- A parent, as typed.
  teller_name text not null default '',
  last_name text not null default '',
  first_name text not null default '',
  birth_day date,
  -- The same typed person is the same answer.
  typed_key text not null default '',
  topics text[] not null default '{}',
  note text not null default '',
  free_times text[] not null default '{}',
  confidential boolean not null default false,
  answered_on date not null,
  account_id uuid,
  primary key (college_id, id),
  foreign key (college_id, campaign_id) references campaigns,
  foreign key (college_id, person_id) references persons,
  foreign key (college_id, teller_id) references persons,
  foreign key (college_id, group_id) references study_groups,
  constraint recognised_answers_hold_no_words check (person_id is null or (last_name = '' and note = '')),
  constraint confidential_words_lie_apart check (not confidential or (topics = '{}' and note = ''))
);
create index campaign_answers_person on campaign_answers (college_id, person_id);
create index campaign_answers_teller on campaign_answers (college_id, teller_id);
create unique index one_typed_answer on campaign_answers (college_id, campaign_id, audience, confidential, typed_key)
  where person_id is null;
call secure_table('campaign_answers');

-- Apart from `campaign_answers`, so that no list of answers can carry it along.
create table campaign_answer_secrets (
  college_id uuid not null,
  answer_id uuid not null,
  topics text[] not null,
  note text not null,
  primary key (college_id, answer_id),
  foreign key (college_id, answer_id) references campaign_answers on delete cascade
);
call secure_table('campaign_answer_secrets');

create table campaign_reminders (
  college_id uuid not null,
  campaign_id uuid not null,
  group_id uuid not null,
  reminded_on date not null,
  way text not null check (way in ('system', 'mail', 'person')),
  account_id uuid,
  primary key (college_id, campaign_id, group_id, reminded_on, way),
  foreign key (college_id, campaign_id) references campaigns,
  foreign key (college_id, group_id) references study_groups
);
call secure_table('campaign_reminders', 'select, insert');

-- Written before the letter goes out: a crash may lose a letter, never send it twice.
create table campaign_letters (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  campaign_id uuid not null,
  person_id uuid not null,
  sent_on date not null,
  state text not null default 'sending' check (state in ('sending', 'sent', 'failed')),
  primary key (college_id, id),
  foreign key (college_id, campaign_id) references campaigns,
  foreign key (college_id, person_id) references persons
);
create index campaign_letters_person on campaign_letters (college_id, person_id, sent_on);
call secure_table('campaign_letters', 'select, insert, update');
