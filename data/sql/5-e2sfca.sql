-- Share of each sector's actors after competition: enhanced two-step floating catchment (Luo and Qi 2009) with
-- sites as demand, R_j = 1 / sum_i need_i w(d_ij), E_i = sum_j R_j w(d_ij). Sites that do not compete have no row.
set search_path = atlas, public;

create view e2sfca as
with weighted as (
  select pair.site, pair.actor, pair.sector, site.need,
    case
      when distance_m <= reach_m / 3 then 1
      when distance_m <= reach_m * 2 / 3 then 0.68
      else 0.22
    end::double precision as weight
  from pair
  join site on site.id = pair.site
  cross join competition
  where site.competes and distance_m <= reach_m
),
share as (
  select site, sector, weight / sum(need * weight) over (partition by actor) as value
  from weighted
)
select site.id as site,
  coalesce(sum(value) filter (where sector = 'creative'), 0) as e2sfca_creative,
  coalesce(sum(value) filter (where sector = 'trade'), 0) as e2sfca_trade,
  coalesce(sum(value) filter (where sector = 'service'), 0) as e2sfca_service
from site
left join share on share.site = site.id
where site.competes and site.position is not null
group by site.id;
