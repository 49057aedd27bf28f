create extension if not exists vector;
create table notes (id serial primary key, body text, embedding vector(768));
