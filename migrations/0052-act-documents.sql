-- An act of the college may be a signed document of its own register: then its file and its words are there.

alter table acts add column document_id uuid,
  add foreign key (college_id, document_id) references documents on delete set null (document_id);
create unique index one_act_a_document on acts (college_id, document_id) where document_id is not null;
