-- Run by psql once, on the empty database: a role and a schema for each service that keeps state. Neither may see the
-- other's; each migrates its own schema when it starts.
\getenv planner_password PLANNER_DB_PASSWORD
\getenv detector_password DETECTOR_DB_PASSWORD
\getenv rate_limit_password RATE_LIMIT_DB_PASSWORD
create role planner login password :'planner_password';
create role detector login password :'detector_password';
create role rate_limit login password :'rate_limit_password';
create schema planner authorization planner;
create schema detector authorization detector;
-- What planner and fetchers agree on about the sites that they ask.
create schema rate_limit authorization rate_limit;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to planner, detector, rate_limit;
-- The detector compares listings in temporary tables.
grant temporary on database :"DBNAME" to detector;
