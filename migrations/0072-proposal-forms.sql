-- A run names its forms; the one form of before is among them.
update proposals set forms = array[form] where cardinality(forms) = 0;
alter table proposals drop column form, add constraint forms_named check (cardinality(forms) > 0);
