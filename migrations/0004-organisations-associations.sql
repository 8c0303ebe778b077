create schema organisations;
grant usage on schema organisations to room_public, room_association, room_party, room_system;

-- Coordination associations (samordningsförbund, law 2003:1210): known to everybody.
create table organisations.association (
  id uuid primary key,
  slug text not null unique,
  name text not null
);
grant select on organisations.association to room_public, room_association, room_party, room_system;
grant insert, update on organisations.association to room_system;
