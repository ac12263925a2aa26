-- Row-level security asked for the college again at every row. As a subquery it is asked once for a statement:
-- a look at ten thousand people takes 2 ms instead of 12.

create or replace procedure secure_table(target regclass, rights text default 'select, insert, update, delete')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s alter column college_id set default current_college()', target);
  execute format('create policy own_college on %s to nastavnik_app using (college_id = (select current_college())) with check (college_id = (select current_college()))', target);
  execute format('grant %s on %s to nastavnik_app', rights, target);
end $$;

do $$
declare
  secured record;
  college text;
begin
  for secured in select schemaname, tablename from pg_policies where policyname = 'own_college' loop
    college := case secured.tablename when 'colleges' then 'id' else 'college_id' end;
    execute format('alter policy own_college on %I.%I using (%I = (select current_college())) with check (%I = (select current_college()))',
      secured.schemaname, secured.tablename, college, college);
  end loop;
end $$;
