create schema identity;
grant usage on schema identity to room_system;

-- Who works here. Seen by the system only; a page says the role.
create table identity.account (
  id uuid primary key,
  role text not null,
  associations uuid[] not null,
  -- A demo persona can log in without proof, only while the installation is a demo.
  persona text,
  active boolean not null default true
);
alter table identity.account enable row level security;
alter table identity.account force row level security;
create policy plumbing on identity.account to room_system using (true) with check (true);
grant select, insert, update on identity.account to room_system;
