-- Input tables: fill them (COPY, ogr2ogr, INSERT), then run the files that follow, in order of their numbers.
-- Coordinates are degrees, WGS 84. Definitions: README.md beside this file.
create extension if not exists postgis;
create schema if not exists atlas;
set search_path = atlas, public;

-- A site without a position stays listed, without numbers.
create table site (
  id text primary key,
  lon double precision,
  lat double precision,
  -- Still looking for users: every status but reused, in_operation and lost.
  competes boolean not null default true,
  -- Demand of the site in the competition for actors: 1, or its floor area as a multiple of the mean of those that competing
  -- sites state (README.md has the statement), so that it is 1 on average.
  need double precision not null default 1 check (need > 0),
  position geography (point, 4326) generated always as
    (st_setsrid(st_makepoint(lon, lat), 4326)::geography) stored
);

create type sector as enum ('creative', 'trade', 'service');

create table actor (
  id text primary key,
  lon double precision not null,
  lat double precision not null,
  sector sector not null,
  position geography (point, 4326) generated always as
    (st_setsrid(st_makepoint(lon, lat), 4326)::geography) stored
);

create type coverage_level as enum ('none', 'partial', 'complete');

-- What sources declare: in this area, so much of each sector is loaded. A null area is everywhere; a disc is
-- st_buffer(centre::geography, metres, 90)::geometry. Edges are straight in degrees (RFC 7946).
create table coverage (
  id text primary key,
  creative coverage_level not null,
  trade coverage_level not null,
  service coverage_level not null,
  area geometry (geometry, 4326)
);

-- One row a rule; every result has a row for each site and rule.
create table rule (
  id text primary key,
  reach_m double precision not null default 10000,
  alone double precision not null default 50,
  together double precision not null default 50,
  floor_creative double precision not null default 10,
  floor_trade double precision not null default 5,
  floor_service double precision not null default 5
);

-- One row: how far sites compete for actors; the weights step down at a third and two thirds of it.
create table competition (reach_m double precision not null default 30000);
insert into competition default values;
