-- Individual plans of pairs: templates, versions with their tasks, who agreed to which version, and how the tasks went.

create table plan_templates (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  -- names one of the built-in templates; null for the college's own
  code text,
  title text not null check (title <> ''),
  form text not null,
  -- '' suits any role variant of the form
  variant text not null default '',
  goals text not null default '',
  formats text[] not null default '{}',
  -- [{"part": 1–3, "title": …, "expected": …}]: thirds of the pair's period
  tasks jsonb not null default '[]' check (jsonb_typeof(tasks) = 'array'),
  retired_on date,
  version int not null default 1,
  primary key (college_id, id),
  unique (college_id, code)
);
call secure_table('plan_templates');

create table plans (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  pair_id uuid not null,
  template_id uuid,
  made_on date not null,
  account_id uuid,
  primary key (college_id, id),
  unique (college_id, pair_id),
  foreign key (college_id, pair_id) references pairs on delete cascade,
  foreign key (college_id, template_id) references plan_templates on delete set null (template_id)
);
call secure_table('plans');

create table plan_versions (
  college_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed', 'superseded')),
  strengths text not null default '',
  weaknesses text not null default '',
  goals text not null default '',
  formats text[] not null default '{}',
  other_format text not null default '',
  -- why the agreed plan is corrected; '' for the first version
  reason text not null default '',
  -- what a side asked to change instead of agreeing
  remark text not null default '',
  proposed_on date,
  agreed_on date,
  version int not null default 1,
  primary key (college_id, id),
  unique (college_id, plan_id, number),
  foreign key (college_id, plan_id) references plans on delete cascade,
  constraint corrected_for_a_reason check (number = 1 or reason <> ''),
  constraint agreed_on_a_day check ((state in ('agreed', 'superseded')) = (agreed_on is not null))
);
create unique index one_agreed_plan on plan_versions (college_id, plan_id) where state = 'agreed';
create unique index one_open_plan on plan_versions (college_id, plan_id) where state in ('draft', 'proposed');
call secure_table('plan_versions');

create table plan_tasks (
  college_id uuid not null,
  version_id uuid not null,
  -- the same task keeps it from version to version
  task_id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  expected text not null default '',
  due date not null,
  version int not null default 1,
  primary key (college_id, version_id, task_id),
  foreign key (college_id, version_id) references plan_versions on delete cascade
);
call secure_table('plan_tasks');

-- What was sent for agreement stays as it was sent; what was agreed stays for good.
create function keep_proposed_plan() returns trigger
  language plpgsql as $$
begin
  if exists (select from plan_versions v where v.college_id = coalesce(new.college_id, old.college_id)
      and v.id = coalesce(new.version_id, old.version_id) and v.state <> 'draft') then
    raise exception 'only a draft of a plan is written' using errcode = 'check_violation', constraint = 'proposed_plan_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_proposed_plan before insert or update or delete on plan_tasks
  for each row execute function keep_proposed_plan();

create function keep_agreed_words() returns trigger
  language plpgsql as $$
begin
  if old.state <> 'draft' and (old.strengths, old.weaknesses, old.goals, old.formats, old.other_format)
      is distinct from (new.strengths, new.weaknesses, new.goals, new.formats, new.other_format) then
    raise exception 'only a draft of a plan is written' using errcode = 'check_violation', constraint = 'proposed_plan_stays';
  end if;
  return new;
end $$;
create trigger keep_agreed_words before update on plan_versions for each row execute function keep_agreed_words();

create table plan_agreements (
  college_id uuid not null,
  version_id uuid not null,
  side text not null check (side in ('mentor', 'mentee')),
  way text not null check (way in ('account', 'paper')),
  agreed_on date not null,
  at timestamptz not null default now(),
  account_id uuid,
  scan_file_id uuid,
  primary key (college_id, version_id, side),
  foreign key (college_id, version_id) references plan_versions on delete cascade,
  foreign key (college_id, scan_file_id) references files
);
call secure_table('plan_agreements');

create table plan_marks (
  college_id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  mark text not null check (mark in ('done', 'partly', 'not-done', 'moved')),
  result text not null default '',
  moved_to date,
  marked_on date not null,
  account_id uuid,
  version int not null default 1,
  primary key (college_id, plan_id, task_id),
  foreign key (college_id, plan_id) references plans on delete cascade,
  constraint moved_to_a_day check ((mark = 'moved') = (moved_to is not null))
);
call secure_table('plan_marks');
