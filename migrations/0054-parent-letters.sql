-- A reminder about a child goes to the representative: it takes nobody's own letter of the week away.

alter table campaign_letters add column to_parent boolean not null default false;
drop index campaign_letters_person;
create index campaign_letters_person on campaign_letters (college_id, person_id, to_parent, sent_on);
