-- A press release is made here and has no number.
alter table documents drop constraint signed_has_number_and_day;
alter table documents add constraint signed_has_number_and_day check (
  status in ('draft', 'on-signing')
  or (day is not null and (number is not null or origin = 'registered' or series in ('consent', 'press'))));
