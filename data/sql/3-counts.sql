-- Actors of each sector within each rule's reach of each site, "within or equal". These are lower bounds where the
-- coverage is not complete: 4-verdicts.sql has the coverage beside them.
set search_path = atlas, public;

create view counts as
select rule.id as rule, site.id as site, rule.reach_m,
  count(pair.actor) filter (where pair.sector = 'creative') as creative,
  count(pair.actor) filter (where pair.sector = 'trade') as trade,
  count(pair.actor) filter (where pair.sector = 'service') as service
from rule
cross join site
left join pair on pair.site = site.id and pair.distance_m <= rule.reach_m
where site.position is not null
group by rule.id, site.id;
