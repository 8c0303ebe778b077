-- What was done, by whom: append-only, each row carrying the hash of the one before.
create schema audit;

create table audit.entry (
  number bigint primary key,
  done_at timestamptz not null,
  actor uuid,
  room text not null,
  action text not null,
  subject jsonb not null,
  previous bytea not null,
  hash bytea not null
);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
-- The appending function below, and nobody else.
create policy append on audit.entry to mellanrum_owner using (true) with check (true);

create function audit.hash_of(number bigint, done_at timestamptz, actor uuid, room text, action text, subject jsonb, previous bytea)
returns bytea language sql immutable
  return sha256(previous || convert_to(jsonb_build_array(
    number, extract(epoch from done_at), actor, room, action, subject)::text, 'UTF8'));

-- The lock is held until the commit, so that the chain has one order and no gap.
create function audit.append(action text, subject jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  last record;
  room text := current_setting('role');
  done_at timestamptz := clock_timestamp();
begin
  perform pg_catalog.pg_advisory_xact_lock(7265223);
  select entry.number, entry.hash into last from audit.entry as entry order by entry.number desc limit 1;
  insert into audit.entry (number, done_at, actor, room, action, subject, previous, hash)
  values (
    coalesce(last.number, 0) + 1, done_at, platform.actor_id(), room, append.action, append.subject,
    coalesce(last.hash, '\x'),
    audit.hash_of(coalesce(last.number, 0) + 1, done_at, platform.actor_id(), room, append.action, append.subject, coalesce(last.hash, '\x'))
  );
end $$;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end $$;
create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.entry execute function audit.refuse_change();

revoke execute on function audit.append(text, jsonb) from public;
grant usage on schema audit to room_public, room_association, room_party, room_system;
grant execute on function audit.append(text, jsonb) to room_public, room_association, room_party, room_system;
