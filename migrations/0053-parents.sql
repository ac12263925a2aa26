-- Mail of a student's representative, and whom a topic of needs is offered to.

alter table persons add column representative_email text;

-- student: about oneself, and by those who teach them · parent: about a child · staff: about a colleague's own work
alter table norms add column audience text[] not null default '{student,parent,staff}'
  check (audience <@ array['student', 'parent', 'staff'] and audience <> '{}');
update norms set audience = '{staff}' where kind = 'topic' and code in ('teaching', 'methods');
update norms set audience = '{student}' where kind = 'topic' and code = 'job';
