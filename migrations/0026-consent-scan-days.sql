-- The day of an upload, in the college's own time.
alter table consent_scans add column brought_on date not null default current_date;
