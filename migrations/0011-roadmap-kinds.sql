-- A row of a roadmap is a stage or an activity: where activities are numbered through, both may be «1».
alter table roadmap_rows add kind text not null default 'activity' check (kind in ('stage', 'activity'));
alter table roadmap_rows drop constraint roadmap_rows_college_id_roadmap_id_number_key;
alter table roadmap_rows add constraint roadmap_number_once unique (college_id, roadmap_id, kind, number);
create index roadmap_evidence_row on roadmap_evidence (college_id, row_id) where removed_at is null;
