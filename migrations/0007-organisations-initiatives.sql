-- What an association finances (insatser). Which there are is public, as the decisions are.
create table organisations.initiative (
  id uuid primary key,
  association_id uuid not null references organisations.association,
  name text not null check (name <> ''),
  starts_on date,
  ends_on date check (ends_on >= starts_on)
);
create index initiative_of_association on organisations.initiative (association_id);

alter table organisations.initiative enable row level security;
alter table organisations.initiative force row level security;
create policy everyone on organisations.initiative for select
  to room_public, room_association, room_party, room_ballot_box, room_system using (true);
create policy staff on organisations.initiative to room_association
  using (array[association_id] && platform.actor_associations())
  with check (array[association_id] && platform.actor_associations());
create policy plumbing on organisations.initiative to room_system using (true) with check (true);
grant usage on schema organisations to room_ballot_box;
grant select on organisations.initiative to room_public, room_association, room_party, room_ballot_box, room_system;
grant insert, update on organisations.initiative to room_association, room_system;
