-- Coverage, shortfalls and verdict of each site under each rule.
set search_path = atlas, public;

-- What is declared about a sector, a row an area; and what is complete for it, joined.
create view declared as
select sector, level, area
from coverage
cross join lateral (
  values ('creative'::sector, creative), ('trade', trade), ('service', service)
) as levels (sector, level)
where level <> 'none';

create table complete_area as
select sector, st_union(area) as area, st_segmentize(st_boundary(st_union(area)), 0.01)::geography as edge
from declared
where level = 'complete' and area is not null
group by sector;

-- Around each site, a row a sector: complete up to the first distance (-1: not even the site), none below the second.
-- Half a metre is left off, so that complete is never claimed too far.
create table site_coverage as
select site.id as site, sectors.sector,
  case
    when exists (select from declared where sector = sectors.sector and level = 'complete' and area is null)
      then 'infinity'::double precision
    else coalesce((
      select greatest(0, st_distance(site.position, edge) - 0.5)
      from complete_area
      where sector = sectors.sector and st_covers(area, site.position::geometry)
    ), -1)
  end as complete_within_m,
  coalesce((
    select min(case
      when area is null or st_covers(area, site.position::geometry) then 0
      else st_distance(site.position, st_segmentize(area, 0.01)::geography)
    end)
    from declared
    where sector = sectors.sector
  ), 'infinity') as touched_from_m
from site
cross join unnest(enum_range(null::sector)) as sectors (sector)
where site.position is not null;

create view verdict_inputs as
select counts.*,
  creative + trade + service as total,
  greatest(0, rule.floor_creative - creative) as short_creative,
  greatest(0, rule.floor_trade - trade) as short_trade,
  greatest(0, rule.floor_service - service) as short_service,
  greatest(0, rule.together - (creative + trade + service)) as short_total,
  coverage.coverage_creative, coverage.coverage_trade, coverage.coverage_service
from counts
join rule on rule.id = counts.rule
cross join lateral (
  select
    max(level) filter (where sector = 'creative') as coverage_creative,
    max(level) filter (where sector = 'trade') as coverage_trade,
    max(level) filter (where sector = 'service') as coverage_service
  from (
    select sector, case
      when counts.reach_m <= complete_within_m then 'complete'::coverage_level
      when counts.reach_m >= touched_from_m then 'partial'
      else 'none'
    end as level
    from site_coverage
    where site_coverage.site = counts.site
  ) as levels
) as coverage;

-- Lower bounds suffice for alone and together; short needs certainty that neither can hold.
create view verdicts as
select inputs.*, case
  when creative >= rule.alone then 'alone'
  when short_total = 0 and short_creative = 0 and short_trade = 0 and short_service = 0 then 'together'
  when coverage_creative = 'complete' and (
    short_creative > 0
    or (coverage_trade = 'complete' and short_trade > 0)
    or (coverage_service = 'complete' and short_service > 0)
    or (coverage_trade = 'complete' and coverage_service = 'complete' and short_total > 0)
  ) then 'short'
  else 'unknown'
end as verdict
from verdict_inputs as inputs
join rule on rule.id = inputs.rule;
