-- Whose signature a consent needs, how it stands on a day, and the walls that lean on it; leaving a base; sheets of needs.

-- The college's rule: under 14 the representative, 14–17 both, from 18 the person. A student of unknown age is a minor.
create function signatory_needed(person_kind text, birth_day date, on_day date) returns text
  language sql immutable parallel safe
  as $$ select case
    when birth_day is null then case person_kind when 'student' then 'both' else 'self' end
    when birth_day <= (on_day - interval '18 years')::date then 'self'
    when birth_day <= (on_day - interval '14 years')::date then 'both'
    else 'representative'
  end $$;

-- One row a person who ever gave a consent of this purpose: the best of them. No row: none was given.
-- The same rule as features/consents/consent.ts (a test compares them); here it can sort and count ten thousand people.
create function consent_states(wanted text, on_day date)
  returns table (person_id uuid, consent_id uuid, state text, valid_till date)
  language sql stable parallel safe
  as $$
    select distinct on (judged.person_id) judged.person_id, judged.id, judged.state, judged.valid_till
    from (
      select c.person_id, c.id, c.valid_till, c.signed_on, c.created_at,
        case
          when c.withdrawn_on <= on_day then 'withdrawn'
          when c.valid_till < on_day then 'expired'
          when signatory_needed(p.kind, p.birth_day, on_day) = 'self'
            and signatory_needed(p.kind, p.birth_day, c.signed_on) <> 'self' then 'turned-18'
          when c.signed_by not in ('both', signatory_needed(p.kind, p.birth_day, c.signed_on))
            then case c.signed_by when 'self' then 'needs-representative' else 'needs-self' end
          when t.version < (select max(n.version) from consent_texts n where n.purpose = wanted and n.valid_from <= on_day)
            then 'outdated-text'
          when c.valid_till <= on_day + 30 then 'expires-soon'
          else 'valid'
        end as state
      from consents c
      join persons p on p.college_id = c.college_id and p.id = c.person_id
      join consent_texts t on t.college_id = c.college_id and t.id = c.text_id
      where c.purpose = wanted and c.signed_on <= on_day
    ) judged
    order by judged.person_id,
      array_position(array['valid', 'expires-soon', 'outdated-text', 'turned-18', 'needs-self', 'needs-representative'], judged.state),
      judged.signed_on desc, judged.created_at desc
  $$;

-- One paper is recorded once, however often the button is pressed.
create unique index consents_once on consents (college_id, person_id, purpose, text_id, signed_on, signed_by)
  where withdrawn_on is null;

-- The consent rows are locked, so a withdrawal at the same moment waits and then sees the pair; so are the members.
create or replace function pair_needs_consents() returns trigger
  language plpgsql as $$
begin
  if (select count(*) from (
        select 1 from consents c
        join persons p on p.college_id = c.college_id and p.id = c.person_id
        where c.college_id = new.college_id and c.id in (new.mentor_consent_id, new.mentee_consent_id)
          and c.withdrawn_on is null and c.signed_on <= new.from_day and c.valid_till >= new.from_day
          and c.signed_by in ('both', signatory_needed(p.kind, p.birth_day, c.signed_on))
          and not (c.signed_by = 'representative' and signatory_needed(p.kind, p.birth_day, new.from_day) = 'self')
        for share of c) valid) < 2 then
    raise exception 'a pair needs valid consents of both sides' using errcode = 'check_violation', constraint = 'consent_in_force';
  end if;
  if (select count(*) from (
        select 1 from mentors m where m.college_id = new.college_id and m.person_id = new.mentor_id
          and (m.left_on is null or m.left_on > new.from_day) for share) here) < 1
    or (select count(*) from (
        select 1 from mentees m where m.college_id = new.college_id and m.person_id = new.mentee_id
          and (m.left_on is null or m.left_on > new.from_day) for share) here) < 1 then
    raise exception 'both sides of a pair are in their bases' using errcode = 'check_violation', constraint = 'members_in_bases';
  end if;
  return new;
end $$;

alter table mentees add column left_reason text not null default '';
alter table mentors add column left_reason text not null default '';

-- Nobody leaves a base out of a running pair.
create function leaving_waits_for_pair() returns trigger
  language plpgsql as $$
begin
  if new.left_on is not null and exists (
      select from pairs p where p.college_id = new.college_id and p.till_day > new.left_on
        and case tg_table_name when 'mentors' then p.mentor_id else p.mentee_id end = new.person_id) then
    raise exception 'a running pair holds this member' using errcode = 'check_violation', constraint = 'running_pair_holds';
  end if;
  return new;
end $$;
create trigger leaving_waits_for_pair before update of left_on on mentees for each row execute function leaving_waits_for_pair();
create trigger leaving_waits_for_pair before update of left_on on mentors for each row execute function leaving_waits_for_pair();
create index pairs_mentor on pairs (college_id, mentor_id);
create index pairs_mentee on pairs (college_id, mentee_id);

-- The confidential flag belongs to it: a refusal must not tell a class teacher that the psychologist knows of the same need.
create unique index needs_once on needs (college_id, person_id, year, topic, confidential) where withdrawn_on is null;

-- A group answered: its sheet was handed in, even if nobody needs a mentor.
create table need_sheets (
  college_id uuid not null references colleges,
  group_id uuid not null,
  year int not null,
  answered_on date not null,
  account_id uuid,
  primary key (college_id, group_id, year),
  foreign key (college_id, group_id) references study_groups on delete cascade
);
call secure_table('need_sheets');
