-- Anonymous answers. Who may answer is one table, who has taken the right to another, what was answered a third: without
-- a key, a time or an order in common. While the box is open the last two are sealed with keys that are not in the database.
create schema anonymous;
grant usage on schema anonymous to room_public, room_association, room_ballot_box;

create table anonymous.box (
  id uuid primary key,
  state text not null check (state in ('open', 'closed')),
  -- The associations whose staff may open and close it.
  associations uuid[] not null,
  -- Null when the box is closed: without it neither a right can be made nor an answer read.
  salt bytea,
  -- How many answers were in it when it was closed.
  answers integer,
  -- How many times a lost right was given anew.
  reissued integer not null default 0
);

create table anonymous.entitlement (
  box_id uuid not null references anonymous.box,
  holder_id uuid not null,
  -- A group large enough to hide in, said about all answers of the group together; else null.
  stratum text,
  -- Whether the right was taken. Written for all at once when the box is closed; null before.
  taken boolean,
  primary key (box_id, holder_id)
);

-- Who has taken a right, and what was answered: one row for the whole box each, written anew with every change and always
-- as long as before. So nothing has a place, an age or a length of its own, in dead row versions and backups either.
create table anonymous.register (
  box_id uuid primary key references anonymous.box,
  taken integer not null default 0,
  sealed bytea not null
);
create table anonymous.urn (
  box_id uuid primary key references anonymous.box,
  answers integer not null default 0,
  sealed bytea not null
);
-- What is sealed cannot be compressed; it is not tried.
alter table anonymous.register alter column sealed set storage external;
alter table anonymous.urn alter column sealed set storage external;

alter table anonymous.box enable row level security;
alter table anonymous.box force row level security;
create policy staff on anonymous.box to room_association
  using (associations && platform.actor_associations()) with check (associations && platform.actor_associations());
create policy everyone on anonymous.box for select to room_public, room_ballot_box using (true);
grant select (id, state, answers, reissued), insert on anonymous.box to room_association;
grant update (state, salt, answers, reissued) on anonymous.box to room_association;
grant select (associations) on anonymous.box to room_association;
grant select (id, state) on anonymous.box to room_public;
grant select on anonymous.box to room_ballot_box;

alter table anonymous.entitlement enable row level security;
alter table anonymous.entitlement force row level security;
create policy staff on anonymous.entitlement to room_association
  using (exists (select from anonymous.box where box.id = box_id))
  with check (exists (select from anonymous.box where box.id = box_id));
create policy oneself on anonymous.entitlement for select to room_public
  using (holder_id = platform.actor_id());
grant select, insert, update, delete on anonymous.entitlement to room_association;
grant select on anonymous.entitlement to room_public;

alter table anonymous.register enable row level security;
alter table anonymous.register force row level security;
create policy intake on anonymous.register to room_ballot_box using (true) with check (true);
grant select, insert, update, delete on anonymous.register to room_ballot_box;

alter table anonymous.urn enable row level security;
alter table anonymous.urn force row level security;
create policy intake on anonymous.urn to room_ballot_box using (true) with check (true);
grant select, insert, update, delete on anonymous.urn to room_ballot_box;

-- Turnout of an open box: how many, and nothing else. Null when it is closed.
create function anonymous.count_answers(box uuid) returns integer language sql stable security definer set search_path = ''
  return (select answers from anonymous.urn where box_id = box);
create policy counting on anonymous.urn for select to mellanrum_owner using (true);
revoke execute on function anonymous.count_answers(uuid) from public;
grant execute on function anonymous.count_answers(uuid) to room_association, room_public;
create function anonymous.count_taken(box uuid) returns integer language sql stable security definer set search_path = ''
  return (select taken from anonymous.register where box_id = box);
create policy counting on anonymous.register for select to mellanrum_owner using (true);
revoke execute on function anonymous.count_taken(uuid) from public;
grant execute on function anonymous.count_taken(uuid) to room_association;
