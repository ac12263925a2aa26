-- Papers made elsewhere (a publication, a press release) often have no number; orders and minutes made here always do.
alter table documents drop constraint signed_has_number_and_day;
alter table documents add constraint signed_has_number_and_day check (
  status in ('draft', 'on-signing')
  or (day is not null and (number is not null or origin = 'registered' or series = 'consent')));

-- A signed paper is not thrown away either; one that was only registered may leave the register again.
create function keep_signed_paper_from_removal() returns trigger
  language plpgsql as $$
begin
  if old.origin = 'made' and old.status in ('signed', 'amended', 'cancelled') then
    raise exception 'a signed paper is not removed' using errcode = 'check_violation', constraint = 'signed_paper_stays';
  end if;
  return old;
end $$;
create trigger keep_signed_paper_from_removal before delete on documents
  for each row execute function keep_signed_paper_from_removal();

-- A draft order that is thrown away sets its pairs free for another.
alter table pairs drop constraint pairs_college_id_order_id_fkey;
alter table pairs add constraint pairs_college_id_order_id_fkey
  foreign key (college_id, order_id) references documents on delete set null (order_id);
