-- Sites and actors within the longest reach that any result below needs, with their distance on the ellipsoid in
-- metres, rounded to the millimetre: the rounded distance decides. The one expensive step.
set search_path = atlas, public;

create index if not exists actor_position on actor using gist (position);
analyze actor;

create table pair as
with longest as (
  select greatest((select max(reach_m) from rule), (select reach_m from competition)) as reach_m
),
near as (
  select site.id as site, actor.id as actor, actor.sector,
    round(st_distance(site.position, actor.position)::numeric, 3)::double precision as distance_m
  from longest, site, actor
  where st_dwithin(site.position, actor.position, longest.reach_m + 0.001)
)
select near.* from near, longest where near.distance_m <= longest.reach_m;

create index pair_site on pair (site, distance_m);
analyze pair;
