-- Who a transaction acts for. Set by the program at the start of each transaction; empty means nobody.
create function platform.actor_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('mellanrum.actor', true), '')::uuid;

create function platform.actor_associations() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('mellanrum.associations', true), ''), '{}')::uuid[];

grant usage on schema platform to room_public, room_association, room_party, room_ballot_box, room_system;

-- What this installation is, written once.
create table platform.installation (
  one boolean primary key default true check (one),
  demo boolean not null,
  -- A fingerprint of the secret that seals answers, so that a process with another secret refuses to start.
  secret_fingerprint bytea not null,
  installed_at timestamptz not null default now()
);
grant select, insert, update on platform.installation to room_system;

-- Sessions of every kind. The token itself is only in the browser. Times are coarse on purpose: to the hour.
create table platform.session (
  token_hash bytea primary key,
  subject_kind text not null,
  subject_id uuid not null,
  -- What the session acts as: role and associations, chosen when it was opened.
  scope jsonb not null,
  seen_at timestamptz not null,
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_subject on platform.session (subject_id);
create index session_end on platform.session (ends_at);
grant select, insert, update, delete on platform.session to room_system;

-- What shall happen after the commit. Rooms put in; only the system takes out.
create table platform.outbox (
  id uuid primary key default gen_random_uuid(),
  queue text not null,
  payload jsonb not null,
  start_after timestamptz
);
grant insert on platform.outbox to room_public, room_association, room_party, room_system;
grant select, delete, update on platform.outbox to room_system; -- update: FOR UPDATE asks for it
