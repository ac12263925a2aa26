-- Tests of a training programme by an approved questionnaire, and trainers out of the bank of experts.

-- A programme or one of its modules is tested by a frozen version: a scale of its key, and the least that passes.
create table training_tests (
  college_id uuid not null references colleges,
  id uuid not null default gen_random_uuid(),
  programme_id uuid not null,
  -- null: of the whole programme
  module_id uuid,
  version_id uuid not null,
  scale text not null check (scale <> ''),
  pass_mark int not null check (pass_mark >= 0),
  -- no certificate without it
  required boolean not null,
  -- the round that asks the participants; null: nobody has been asked yet
  round_id uuid,
  primary key (college_id, id),
  foreign key (college_id, programme_id) references training_programmes on delete cascade,
  foreign key (college_id, module_id) references training_modules on delete cascade,
  foreign key (college_id, version_id) references questionnaire_versions,
  foreign key (college_id, round_id) references questionnaire_rounds,
  constraint one_test_a_part unique nulls not distinct (college_id, programme_id, module_id)
);
call secure_table('training_tests');

alter table training_sessions add column expert_id uuid,
  add foreign key (college_id, expert_id) references experts,
  add constraint one_trainer check (num_nonnulls(trainer_id, expert_id) <= 1 and (expert_id is null or trainer = ''));

-- Whoever stands in the bank leads from the bank; specialists who do not stay as they are.
update training_sessions s set expert_id = e.id, trainer_id = null, trainer = ''
  from experts e, persons p
  where e.college_id = s.college_id and e.person_id = s.trainer_id and p.college_id = s.college_id and p.id = s.trainer_id
    and p.kind <> 'staff';
