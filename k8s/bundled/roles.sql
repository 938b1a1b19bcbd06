-- Run by psql once, on the empty database: a role and a schema for each service that keeps state. Neither may see the
-- other's; each migrates its own schema when it starts.
\getenv planner_password PLANNER_DB_PASSWORD
\getenv detector_password DETECTOR_DB_PASSWORD
create role planner login password :'planner_password';
create role detector login password :'detector_password';
create schema planner authorization planner;
create schema detector authorization detector;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to planner, detector;
-- The detector compares listings in temporary tables.
grant temporary on database :"DBNAME" to detector;
