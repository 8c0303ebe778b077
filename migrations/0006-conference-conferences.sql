create schema conference;
grant usage on schema conference to room_public, room_association, room_system;

create table conference.conference (
  id uuid primary key,
  name text not null,
  place text not null default '',
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  information text not null default '',
  -- Name, place, days and information before the latest change, so that it can be undone.
  described_before jsonb,
  -- The associations whose staff may prepare and lead it.
  associations uuid[] not null check (cardinality(associations) > 0),
  -- What groups are drawn with; stored, so that the same draw can be made again.
  seed integer not null,
  -- When its report became public; null before.
  published_at timestamptz,
  -- How many of each role and association took part, counted when it became public: visitors see no expert.
  participation jsonb,
  created_at timestamptz not null default now()
);

create table conference.expert (
  id uuid primary key,
  conference_id uuid not null references conference.conference on delete cascade,
  number integer not null,
  -- A function or an initial, as the association chose; never needed for the vote.
  name text not null,
  email text,
  association text not null,
  role text not null,
  invited_at timestamptz,
  answered text check (answered in ('accepted', 'declined')),
  -- Hash of a link that is used once; the link itself is only in the letter.
  link_hash bytea,
  link_ends_at timestamptz,
  unique (conference_id, number)
);
create index expert_link on conference.expert (link_hash);

create function conference.actor_conference() returns uuid language sql stable security definer set search_path = ''
  return (select conference_id from conference.expert where id = platform.actor_id());
revoke execute on function conference.actor_conference() from public;
grant execute on function conference.actor_conference() to room_public;

alter table conference.conference enable row level security;
alter table conference.conference force row level security;
create policy staff on conference.conference to room_association
  using (associations && platform.actor_associations()) with check (associations && platform.actor_associations());
create policy invited on conference.conference for select to room_public
  using (published_at is not null or id = (select conference.actor_conference()));
create policy plumbing on conference.conference for select to room_system using (true);
grant select, insert, update, delete on conference.conference to room_association;
grant select on conference.conference to room_public, room_system;

alter table conference.expert enable row level security;
alter table conference.expert force row level security;
create policy staff on conference.expert to room_association
  using (conference_id in (select id from conference.conference))
  with check (conference_id in (select id from conference.conference));
-- Experts of one conference meet each other; nobody else sees them, and nobody sees an address.
create policy fellows on conference.expert for select to room_public
  using (conference_id = (select conference.actor_conference()));
create policy oneself on conference.expert for update to room_public
  using (id = platform.actor_id()) with check (id = platform.actor_id());
create policy plumbing on conference.expert to room_system using (true) with check (true);
create policy lookup on conference.expert for select to mellanrum_owner using (true);
grant select, insert, update, delete on conference.expert to room_association;
grant select (id, conference_id, number, name, association, role, answered), update (answered) on conference.expert to room_public;
grant select, update (link_hash, link_ends_at, invited_at, answered) on conference.expert to room_system;

create table conference.item (
  conference_id uuid not null references conference.conference on delete cascade,
  number integer not null check (number > 0),
  kind text not null,
  perspective text not null default '',
  wording_sv text not null default '',
  wording_en text not null default '',
  explanation text not null default '',
  -- An item that was merged, split or reworded stays, so that its lineage can be read.
  retired boolean not null default false,
  derived text check (derived in ('merged', 'split', 'reworded')),
  primary key (conference_id, number)
);
create table conference.item_origin (
  conference_id uuid not null,
  number integer not null,
  origin integer not null,
  primary key (conference_id, number, origin),
  foreign key (conference_id, number) references conference.item on delete cascade,
  foreign key (conference_id, origin) references conference.item on delete cascade
);

-- What an expert thinks at home. Nobody else has any right to this table.
create table conference.preparation (
  expert_id uuid not null references conference.expert on delete cascade,
  conference_id uuid not null,
  item integer not null,
  mark text not null check (mark in ('important', 'perhaps', 'leave-out', '')),
  note text not null default '' check (length(note) <= 2000),
  primary key (expert_id, item),
  foreign key (conference_id, item) references conference.item on delete cascade
);
alter table conference.preparation enable row level security;
alter table conference.preparation force row level security;
create policy oneself on conference.preparation to room_public
  using (expert_id = platform.actor_id())
  with check (expert_id = platform.actor_id() and conference_id = (select conference.actor_conference()));
grant select, insert, update, delete on conference.preparation to room_public;

create table conference.round (
  conference_id uuid not null references conference.conference on delete cascade,
  number integer not null check (number > 0),
  rule jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'published')),
  -- Set when the round opens: what was shown is what counts.
  rule_hash text,
  box_id uuid unique,
  -- When the vote is meant to close; the facilitator closes it.
  closes_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  -- Fixed at the close: how many could vote, how many took a ballot, how many handed it in.
  entitled integer,
  taken integer,
  voted integer,
  primary key (conference_id, number)
);
create table conference.round_item (
  conference_id uuid not null,
  round integer not null,
  item integer not null,
  outcome text check (outcome in ('accepted', 'dropped', 'kept')),
  primary key (conference_id, round, item),
  foreign key (conference_id, round) references conference.round on delete cascade,
  foreign key (conference_id, item) references conference.item
);
-- What was chosen, counted. Single ballots are not kept: see the record on counting.
create table conference.item_count (
  conference_id uuid not null,
  round integer not null,
  -- 0 is the round's own vote; n is the run-off that its n:th settlement asked for.
  part integer not null default 0,
  item integer not null,
  -- '' is everybody; else one stakeholder group, only where it and its complement are large enough.
  stratum text not null default '',
  choice text not null,
  votes integer not null check (votes >= 0),
  primary key (conference_id, round, part, item, stratum, choice),
  foreign key (conference_id, round, item) references conference.round_item on delete cascade
);
-- The stakeholder groups of a vote. How many of a group voted is kept only where its votes are: see the record on counting.
create table conference.stratum_turnout (
  conference_id uuid not null,
  round integer not null,
  part integer not null,
  stratum text not null,
  -- Null: held back, because the group or its complement is too small to hide in.
  voted integer check (voted > 0),
  primary key (conference_id, round, part, stratum),
  foreign key (conference_id, round) references conference.round on delete cascade
);
-- What was chosen for a tie at a cut. A run-off is voted on in a box of its own.
create table conference.settlement (
  conference_id uuid not null,
  round integer not null,
  part integer not null check (part > 0),
  cut text not null check (cut in ('accept', 'drop')),
  items integer[] not null,
  seats integer not null,
  decision text not null check (decision in ('all', 'none', 'run-off')),
  settled_at timestamptz not null,
  box_id uuid unique,
  closed_at timestamptz,
  entitled integer,
  taken integer,
  voted integer,
  primary key (conference_id, round, part),
  foreign key (conference_id, round) references conference.round on delete cascade,
  check ((decision = 'run-off') = (box_id is not null))
);
-- What was done otherwise than planned, and why; published with the result.
create table conference.deviation (
  id uuid primary key default gen_random_uuid(),
  conference_id uuid not null references conference.conference on delete cascade,
  -- With a round: the rule that decided it instead of the locked one, or what happened in it.
  round integer,
  rule jsonb,
  rule_hash text,
  what text not null default '',
  reason text not null check (reason <> ''),
  noted_at timestamptz not null default now()
);

create table conference.sitting (
  conference_id uuid not null references conference.conference on delete cascade,
  number integer not null,
  groups integer not null check (groups > 0),
  primary key (conference_id, number)
);
create table conference.seat (
  conference_id uuid not null,
  sitting integer not null,
  group_number integer not null,
  expert_id uuid not null references conference.expert on delete cascade,
  primary key (conference_id, sitting, expert_id),
  foreign key (conference_id, sitting) references conference.sitting on delete cascade
);
create table conference.argument (
  id uuid primary key default gen_random_uuid(),
  conference_id uuid not null,
  item integer not null,
  -- The group that noted it; not who in the group.
  sitting integer not null,
  group_number integer not null,
  side text not null check (side in ('for', 'against')),
  wording text not null check (length(wording) between 1 and 1000),
  noted_at timestamptz not null default now(),
  foreign key (conference_id, item) references conference.item on delete cascade
);
create index argument_item on conference.argument (conference_id, item);

create table conference.evaluation (
  conference_id uuid primary key references conference.conference on delete cascade,
  state text not null check (state in ('open', 'closed')),
  box_id uuid not null unique,
  entitled integer,
  answered integer,
  -- How many comments are kept from the public because they point somebody out.
  withheld integer not null default 0
);
create table conference.evaluation_count (
  conference_id uuid not null references conference.evaluation on delete cascade,
  question text not null,
  answer text not null,
  answers integer not null,
  primary key (conference_id, question, answer)
);
create table conference.evaluation_comment (
  id uuid primary key default gen_random_uuid(),
  conference_id uuid not null references conference.evaluation on delete cascade,
  wording text not null,
  withheld boolean not null default false
);
-- What the ones who lead write beside the items of the ACCORD checklist.
create table conference.accord_answer (
  conference_id uuid not null references conference.conference on delete cascade,
  item text not null,
  wording text not null check (length(wording) between 1 and 4000),
  primary key (conference_id, item)
);

do $$
declare name text;
begin
  foreach name in array array['item', 'item_origin', 'round', 'round_item', 'item_count', 'stratum_turnout', 'settlement', 'deviation',
    'sitting', 'seat', 'argument', 'evaluation', 'evaluation_count', 'evaluation_comment', 'accord_answer'] loop
    execute format('alter table conference.%I enable row level security', name);
    execute format('alter table conference.%I force row level security', name);
    execute format('create policy staff on conference.%I to room_association
      using (conference_id in (select id from conference.conference))
      with check (conference_id in (select id from conference.conference))', name);
    execute format('grant select, insert, update, delete on conference.%I to room_association', name);
    execute format('grant select on conference.%I to room_public', name);
  end loop;
  -- What is read by whoever sees the conference: its experts, and everybody once it is published.
  foreach name in array array['item', 'item_origin', 'round', 'deviation', 'sitting', 'argument', 'evaluation'] loop
    execute format('create policy reading on conference.%I for select to room_public
      using (conference_id in (select id from conference.conference))', name);
  end loop;
  -- What a vote decided is seen when the round is published, not before.
  foreach name in array array['item_count', 'stratum_turnout'] loop
    execute format('create policy published on conference.%I for select to room_public
      using ((conference_id, round) in (
        select conference_id, number from conference.round where state = ''published''))', name);
  end loop;
  foreach name in array array['evaluation_count', 'accord_answer'] loop
    execute format('create policy published on conference.%I for select to room_public
      using (conference_id in (select id from conference.conference where published_at is not null))', name);
  end loop;
end $$;
create policy published on conference.evaluation_comment for select to room_public
  using (not withheld and conference_id in (select id from conference.conference where published_at is not null));
-- Which items tied tells much of the result; it is known before only to those who vote on them again.
create policy reading on conference.settlement for select to room_public
  using (conference_id in (select id from conference.conference)
    and (decision = 'run-off' or (conference_id, round) in (
      select conference_id, number from conference.round where state = 'published')));
-- The items of a round are needed to vote; the outcome column stays empty until it is published.
create policy reading on conference.round_item for select to room_public
  using ((conference_id, round) in (
    select conference_id, number from conference.round where state <> 'planned'));
-- Who sits where concerns those who sit there, also after the conference is public.
create policy fellows on conference.seat for select to room_public
  using (conference_id = (select conference.actor_conference()));
-- A group notes arguments in its own name.
create policy own_group on conference.argument for insert to room_public with check (
  exists (
    select from conference.seat
    where seat.conference_id = argument.conference_id and seat.sitting = argument.sitting
      and seat.group_number = argument.group_number and seat.expert_id = platform.actor_id()
  )
);
create policy own_group_removes on conference.argument for delete to room_public using (
  exists (
    select from conference.seat
    where seat.conference_id = argument.conference_id and seat.sitting = argument.sitting
      and seat.group_number = argument.group_number and seat.expert_id = platform.actor_id()
  )
);
grant insert (conference_id, item, sitting, group_number, side, wording), delete on conference.argument to room_public;

-- Where anonymous answers are taken in, only this is known: which vote a box belongs to, what is asked in it, and what
-- groups said of that. Nothing of experts, of what they prepared or of where they sit.
grant usage on schema conference to room_ballot_box;
create policy intake on conference.round for select to room_ballot_box using (box_id is not null);
create policy intake on conference.settlement for select to room_ballot_box using (box_id is not null);
create policy intake on conference.evaluation for select to room_ballot_box using (true);
create policy intake on conference.round_item for select to room_ballot_box
  using ((conference_id, round) in (select conference_id, number from conference.round));
create policy intake on conference.item for select to room_ballot_box
  using ((conference_id, number) in (select conference_id, item from conference.round_item));
create policy intake on conference.argument for select to room_ballot_box
  using ((conference_id, item) in (select conference_id, item from conference.round_item));
grant select (conference_id, number, rule, state, box_id, closes_at) on conference.round to room_ballot_box;
grant select (conference_id, round, part, cut, items, seats, decision, box_id, closed_at) on conference.settlement to room_ballot_box;
grant select (conference_id, state, box_id) on conference.evaluation to room_ballot_box;
grant select (conference_id, round, item) on conference.round_item to room_ballot_box;
grant select (conference_id, number, kind, perspective, wording_sv, wording_en, explanation) on conference.item to room_ballot_box;
grant select (id, conference_id, item, side, wording, sitting, group_number) on conference.argument to room_ballot_box;
