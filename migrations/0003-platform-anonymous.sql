-- Anonymous answers. Who may answer and has taken the right to is one table; what was answered is another,
-- without a key, a time or an order in common, and sealed until the box is closed.
create schema anonymous;
grant usage on schema anonymous to room_public, room_association, room_ballot_box;

create table anonymous.box (
  id uuid primary key,
  state text not null check (state in ('open', 'closed')),
  -- The associations whose staff may open and close it.
  associations uuid[] not null,
  -- Null when the box is closed: without it neither a right can be made nor a sealed answer read.
  salt bytea,
  -- How many answers were in it when it was closed.
  answers integer,
  -- How many times a lost right was given anew. From the first, each new answer is checked against the rights taken.
  reissued integer not null default 0
);

create table anonymous.entitlement (
  box_id uuid not null references anonymous.box,
  holder_id uuid not null,
  -- A group large enough to hide in, said about all answers of the group together; else null.
  stratum text,
  -- A hash of a number that only the holder's browser knows. Null: the right has not been taken.
  taken bytea,
  primary key (box_id, holder_id)
);

create table anonymous.sealed_answer (
  box_id uuid not null references anonymous.box,
  right_hash bytea not null,
  sealed bytea not null,
  primary key (box_id, right_hash)
);

alter table anonymous.box enable row level security;
alter table anonymous.box force row level security;
create policy staff on anonymous.box to room_association
  using (associations && platform.actor_associations()) with check (associations && platform.actor_associations());
create policy everyone on anonymous.box for select to room_public, room_ballot_box using (true);
create policy intake on anonymous.box for update to room_ballot_box using (true);
grant select (id, state, answers, reissued), insert on anonymous.box to room_association;
grant update (state, salt, answers, reissued) on anonymous.box to room_association;
grant select (associations) on anonymous.box to room_association;
grant select (id, state) on anonymous.box to room_public;
grant select on anonymous.box to room_ballot_box;
-- FOR SHARE asks for a right to update; no column is ever written here.
grant update (state) on anonymous.box to room_ballot_box;

alter table anonymous.entitlement enable row level security;
alter table anonymous.entitlement force row level security;
create policy staff on anonymous.entitlement to room_association
  using (exists (select from anonymous.box where box.id = box_id))
  with check (exists (select from anonymous.box where box.id = box_id));
create policy oneself on anonymous.entitlement to room_public
  using (holder_id = platform.actor_id()) with check (holder_id = platform.actor_id());
grant select, insert, update, delete on anonymous.entitlement to room_association;
grant select, update (taken) on anonymous.entitlement to room_public;

alter table anonymous.sealed_answer enable row level security;
alter table anonymous.sealed_answer force row level security;
create policy intake on anonymous.sealed_answer to room_ballot_box using (true) with check (true);
grant select, insert, update, delete on anonymous.sealed_answer to room_ballot_box;
-- Turnout: how many, and nothing else.
create function anonymous.count_answers(box uuid) returns integer language sql stable security definer set search_path = ''
  return (select count(*)::integer from anonymous.sealed_answer where box_id = box);
create policy counting on anonymous.sealed_answer for select to mellanrum_owner using (true);
revoke execute on function anonymous.count_answers(uuid) from public;
grant execute on function anonymous.count_answers(uuid) to room_association, room_public, room_ballot_box;
create function anonymous.count_taken(box uuid) returns integer language sql stable security definer set search_path = ''
  return (select count(taken)::integer from anonymous.entitlement where box_id = box);
create policy counting on anonymous.entitlement for select to mellanrum_owner using (true);
revoke execute on function anonymous.count_taken(uuid) from public;
grant execute on function anonymous.count_taken(uuid) to room_ballot_box;
