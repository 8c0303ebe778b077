create schema surveys;
grant usage on schema surveys to room_public, room_association, room_ballot_box, room_system;

create table surveys.questionnaire (
  id uuid primary key,
  -- Null: shipped with the program, for everybody.
  association_id uuid references organisations.association,
  name text not null,
  version integer not null check (version > 0),
  owner text not null,
  respondents text not null check (respondents in ('participant', 'staff', 'board', 'manager', 'referrer')),
  -- The questionnaire itself, in the form that docs/questionnaires.md describes.
  form jsonb not null,
  -- The measure that each question is counted for, once it is locked.
  series jsonb,
  -- A wave has used it: it is never changed again.
  locked boolean not null default false,
  -- The version that this one comes after.
  succeeds uuid references surveys.questionnaire,
  changed_at timestamptz not null default now(),
  unique nulls not distinct (association_id, name, version)
);

-- One group of respondents, asked in one period with one questionnaire. Its id is the measurement's, and the box's.
create table surveys.wave (
  id uuid primary key,
  association_id uuid not null references organisations.association,
  questionnaire_id uuid not null references surveys.questionnaire,
  name text not null,
  period text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state text not null default 'planned' check (state in ('planned', 'open', 'closed')),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  -- Only those who have a code may answer. Else everybody who has the link.
  with_codes boolean not null default false,
  -- When those who had not used their code were reminded. Not with the code: that would say who had not.
  reminded_on date,
  unique (association_id, period, questionnaire_id)
);

-- Where a wave asks: an initiative, or the association as a whole. Each has a link of its own.
create table surveys.unit (
  id uuid primary key,
  wave_id uuid not null references surveys.wave on delete cascade,
  initiative_id uuid references organisations.initiative,
  expected integer check (expected >= 0),
  link text not null unique,
  unique nulls not distinct (wave_id, initiative_id)
);

-- One-time codes. The code itself is only on paper and in the letter; whether it was used is sealed until the close.
create table surveys.code (
  id uuid primary key,
  unit_id uuid not null references surveys.unit on delete cascade,
  number integer not null check (number > 0),
  hash bytea not null unique,
  -- Where it was sent, until the wave is closed.
  email text,
  sent_on date,
  unique (unit_id, number)
);

-- Papers that are typed in: what they say is here between the first typing and the second, and not after.
create table surveys.paper (
  unit_id uuid not null references surveys.unit on delete cascade,
  -- Written on the paper.
  number integer not null check (number > 0),
  language text not null,
  -- As it was typed the first time; null when the paper has been handed in.
  answers jsonb,
  primary key (unit_id, number)
);

-- What was answered, one row a respondent: no time, no order, and a key that leads to nobody.
create table surveys.sheet (
  wave_id uuid not null references surveys.wave,
  key bytea not null,
  unit_id uuid not null references surveys.unit,
  how text not null check (how in ('phone', 'tablet', 'paper')),
  language text not null,
  answers jsonb not null,
  primary key (wave_id, key)
);

do $$
declare name text;
begin
  foreach name in array array['questionnaire', 'wave', 'unit', 'code', 'paper', 'sheet'] loop
    execute format('alter table surveys.%I enable row level security', name);
    execute format('alter table surveys.%I force row level security', name);
  end loop;
  foreach name in array array['questionnaire', 'wave', 'unit', 'code'] loop
    execute format('create policy plumbing on surveys.%I to room_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on surveys.%I to room_system', name);
  end loop;
end $$;
create policy staff on surveys.questionnaire to room_association
  using (array[association_id] && platform.actor_associations())
  with check (array[association_id] && platform.actor_associations());
create policy shipped on surveys.questionnaire for select to room_association using (association_id is null);
create policy asked on surveys.questionnaire for select to room_public, room_ballot_box using (locked);
grant select, insert, update, delete on surveys.questionnaire to room_association;
grant select on surveys.questionnaire to room_public, room_ballot_box;

create policy staff on surveys.wave to room_association
  using (array[association_id] && platform.actor_associations())
  with check (array[association_id] && platform.actor_associations());
create policy asked on surveys.wave for select to room_public, room_ballot_box using (state <> 'planned');
grant select, insert, update, delete on surveys.wave to room_association;
grant select on surveys.wave to room_public, room_ballot_box;

create policy staff on surveys.unit to room_association
  using (wave_id in (select id from surveys.wave)) with check (wave_id in (select id from surveys.wave));
create policy asked on surveys.unit for select to room_public, room_ballot_box
  using (wave_id in (select id from surveys.wave));
grant select, insert, update, delete on surveys.unit to room_association;
grant select on surveys.unit to room_public, room_ballot_box;

create policy staff on surveys.code to room_association
  using (unit_id in (select id from surveys.unit)) with check (unit_id in (select id from surveys.unit));
create policy staff on surveys.paper to room_association
  using (unit_id in (select id from surveys.unit)) with check (unit_id in (select id from surveys.unit));
grant select, insert, update, delete on surveys.paper to room_association;
create policy held on surveys.code for select to room_public using (id = platform.actor_id());
grant select, insert, update, delete on surveys.code to room_association;
grant select (id, unit_id) on surveys.code to room_public;
-- Whoever has a code finds what it is for; nobody can list them.
create function surveys.code_of(given bytea) returns table (id uuid, unit_id uuid)
language sql stable security definer set search_path = ''
begin atomic
  select code.id, code.unit_id from surveys.code where code.hash = given;
end;
create policy lookup on surveys.code for select to mellanrum_owner using (true);
revoke execute on function surveys.code_of(bytea) from public;
grant execute on function surveys.code_of(bytea) to room_public;

-- Sheets are laid in by the room that knows nobody, and read by nobody but the recount.
create policy intake on surveys.sheet to room_ballot_box using (true) with check (true);
create policy recount on surveys.sheet for select to room_system using (true);
grant select, insert, update on surveys.sheet to room_ballot_box;
grant select on surveys.sheet to room_system;
