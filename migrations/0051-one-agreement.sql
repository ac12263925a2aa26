-- An agreement with an employer stands in one place: among partners. The legal basis of a specialist's work refers to it.

alter table partner_agreements add column scan_file_id uuid,
  add foreign key (college_id, scan_file_id) references files;

alter table legal_bases add column agreement_id uuid,
  add foreign key (college_id, agreement_id) references partner_agreements;
create index legal_bases_agreement on legal_bases (college_id, agreement_id) where agreement_id is not null;

-- Agreements that were written into bases only. Of several terms under one number the longest holds.
insert into partner_agreements (college_id, organisation_id, number, day, till)
select b.college_id, p.organisation_id, b.agreement_number, b.agreement_on,
  case when bool_and(b.till_day >= b.agreement_on) then max(b.till_day) end
from legal_bases b join persons p on p.college_id = b.college_id and p.id = b.person_id
where b.relation = 'organisation' and b.agreement_number <> '' and b.agreement_on is not null and p.organisation_id is not null
group by b.college_id, p.organisation_id, b.agreement_number, b.agreement_on
on conflict (college_id, organisation_id, number, day) do nothing;

update legal_bases b set agreement_id = a.id
from persons p, partner_agreements a
where p.college_id = b.college_id and p.id = b.person_id and a.college_id = b.college_id and a.organisation_id = p.organisation_id
  and a.number = b.agreement_number and a.day = b.agreement_on and b.relation = 'organisation';

insert into partner_specialists (college_id, agreement_id, person_id)
select college_id, agreement_id, person_id from legal_bases where agreement_id is not null
on conflict do nothing;

update partner_agreements a set scan_file_id = b.scan_file_id
from (select distinct on (college_id, agreement_id) college_id, agreement_id, scan_file_id from legal_bases
  where agreement_id is not null and scan_file_id is not null order by college_id, agreement_id, year desc, person_id) b
where b.college_id = a.college_id and b.agreement_id = a.id;

-- What the agreement says now is said there only. A scan that differs from the agreement's own stays with its basis.
update legal_bases b set agreement_number = '', agreement_on = null,
  scan_file_id = case when a.scan_file_id = b.scan_file_id then null else b.scan_file_id end
from partner_agreements a where a.college_id = b.college_id and a.id = b.agreement_id;

alter table legal_bases add constraint agreement_in_one_place
  check (agreement_id is null or (relation = 'organisation' and agreement_number = '' and agreement_on is null));
