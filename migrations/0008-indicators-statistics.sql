create schema indicators;
grant usage on schema indicators to room_public, room_association, room_ballot_box, room_system;

-- What is asked about: the 41 of the comprehensive protocol of 2014, and what an association adds.
create table indicators.indicator (
  id text primary key,
  -- Null: everybody's.
  association_id uuid references organisations.association,
  number integer not null check (number > 0),
  perspective text not null check (perspective in ('participant', 'staff', 'organisation', 'society')),
  label_sv text not null,
  label_en text not null,
  -- Of the core protocol: always measured.
  core boolean not null default false,
  -- The candidate item of the conference of 2014 that it comes from.
  item integer,
  unique nulls not distinct (association_id, number)
);

-- What is measured of an indicator with one group of respondents, and how its answers are read. Never changed once a
-- measurement has used it: other options are another measure.
create table indicators.measure (
  -- A series: the questionnaire, the measure's key and the version that it began with.
  id text primary key,
  -- `7-participant`: the indicator and who is asked.
  key text not null,
  association_id uuid references organisations.association,
  indicator_id text not null references indicators.indicator,
  respondents text not null check (respondents in ('participant', 'staff', 'board', 'manager', 'referrer')),
  -- As it was asked, and its options in their order; none where the answer is a number.
  question jsonb not null,
  options jsonb not null,
  has_numbers boolean not null,
  -- The measure whose series this one goes on from, by a decision that says so.
  continues text references indicators.measure
);
create index measure_of_indicator on indicators.measure (indicator_id);

-- One group of respondents in one association in one period: by a survey, or imported as counts.
create table indicators.measurement (
  id uuid primary key,
  association_id uuid not null references organisations.association,
  period text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  respondents text not null check (respondents in ('participant', 'staff', 'board', 'manager', 'referrer')),
  source text not null check (source in ('survey', 'imported')),
  -- The questionnaire and its version, in words.
  asked_with text not null,
  -- Nothing of what was answered is seen by anybody before; then it is not changed.
  released boolean not null default false,
  unique (association_id, period, respondents)
);
create index measurement_in_period on indicators.measurement (period, respondents) where released;

-- How many were asked and how many answered: one row a unit, the initiative or none.
create table indicators.response (
  measurement_id uuid not null references indicators.measurement on delete cascade,
  -- 00000000-…: not of one initiative.
  initiative_id uuid not null,
  expected integer check (expected >= 0),
  answered integer not null default 0,
  primary key (measurement_id, initiative_id)
);

-- All that a result needs, kept as answers come, so that it costs what is shown and not what was ever answered. Changes
-- are added to it, also negative ones; a recount of the sheets shows whether it is right.
create table indicators.statistic (
  measurement_id uuid not null references indicators.measurement on delete cascade,
  measure_id text not null references indicators.measure,
  initiative_id uuid not null,
  -- Valid answers; who did not know or did not answer is not among them.
  n integer not null,
  favourable integer not null,
  -- Of answers that are numbers.
  sum double precision not null,
  sum_of_squares double precision not null,
  -- Answers for each option, in the order of the options.
  counts integer[] not null,
  -- Answered that they do not know.
  unknown integer not null,
  primary key (measurement_id, measure_id, initiative_id)
);

create table indicators.participation (
  association_id uuid primary key references organisations.association,
  -- Its results are compared with others', and others' with it.
  compares boolean not null default false,
  -- Its results are open data.
  publishes boolean not null default false
);

create function indicators.add_counts(one integer[], other integer[]) returns integer[]
language sql immutable strict set search_path = ''
  return (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place)
    from rows from (unnest(one), unnest(other)) with ordinality as t (a, b, place));

do $$
declare name text;
begin
  foreach name in array array['indicator', 'measure', 'measurement', 'response', 'statistic', 'participation'] loop
    execute format('alter table indicators.%I enable row level security', name);
    execute format('alter table indicators.%I force row level security', name);
    execute format('create policy plumbing on indicators.%I to room_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on indicators.%I to room_system', name);
  end loop;
  foreach name in array array['indicator', 'measure'] loop
    execute format('create policy everyone on indicators.%I for select
      to room_public, room_association, room_ballot_box using (true)', name);
    execute format('grant select on indicators.%I to room_public, room_association, room_ballot_box', name);
    execute format('create policy staff on indicators.%I to room_association
      using (array[association_id] && platform.actor_associations())
      with check (array[association_id] && platform.actor_associations())', name);
    execute format('grant insert, update on indicators.%I to room_association', name);
  end loop;
end $$;
create policy staff on indicators.measurement to room_association
  using (array[association_id] && platform.actor_associations())
  with check (array[association_id] && platform.actor_associations());
create policy intake on indicators.measurement for select to room_ballot_box using (not released);
grant select on indicators.measurement to room_ballot_box;
grant select, insert, update, delete on indicators.measurement to room_association;

-- Answers are counted by the room that knows nobody, while the wave is open; they are seen when it is closed.
create policy staff on indicators.response to room_association
  using (measurement_id in (select id from indicators.measurement))
  with check (measurement_id in (select id from indicators.measurement));
create policy intake on indicators.response to room_ballot_box
  using (measurement_id in (select id from indicators.measurement))
  with check (measurement_id in (select id from indicators.measurement));
grant select, insert, update on indicators.response to room_ballot_box, room_association;
create policy staff on indicators.statistic for select to room_association
  using (measurement_id in (select id from indicators.measurement where released));
create policy import on indicators.statistic for insert to room_association
  with check (measurement_id in (select id from indicators.measurement where source = 'imported' and not released));
create policy intake on indicators.statistic to room_ballot_box
  using (measurement_id in (select id from indicators.measurement))
  with check (measurement_id in (select id from indicators.measurement));
grant select, insert, update on indicators.statistic to room_ballot_box;
grant select, insert on indicators.statistic to room_association;

create policy staff on indicators.participation to room_association
  using (array[association_id] && platform.actor_associations())
  with check (array[association_id] && platform.actor_associations());
grant select, insert, update on indicators.participation to room_association;

-- What others may see of an association: its whole, never its parts, and nothing on fewer than five.
create view indicators.compared with (security_barrier) as
  select measurement.association_id, measurement.period, measurement.respondents, measurement.source,
    statistic.measure_id, participation.publishes,
    sum(statistic.n)::integer as n, sum(statistic.favourable)::integer as favourable,
    sum(statistic.sum) as sum, sum(statistic.sum_of_squares) as sum_of_squares
  from indicators.measurement
  join indicators.statistic on statistic.measurement_id = measurement.id
  join indicators.participation on participation.association_id = measurement.association_id
  where measurement.released and (participation.compares or participation.publishes)
  group by measurement.id, statistic.measure_id, participation.publishes
  having sum(statistic.n) >= 5;
create policy comparing on indicators.measurement for select to mellanrum_owner using (released);
create policy comparing on indicators.statistic for select to mellanrum_owner using (true);
create policy comparing on indicators.participation for select to mellanrum_owner using (true);
create view indicators.published with (security_barrier) as
  select association_id, period, respondents, source, measure_id, n, favourable, sum, sum_of_squares
  from indicators.compared where publishes;
grant select on indicators.compared to room_association;
grant select on indicators.published to room_public, room_association;
