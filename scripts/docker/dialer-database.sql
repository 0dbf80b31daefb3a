-- The dialer's own database on Twenty's Postgres server, and the one user that may open it. Run by psql as the server's
-- administrator at every start: it makes what is missing and sets the password, and leaves all data alone.
\set ON_ERROR_STOP on
set client_min_messages = warning;
\getenv password DIALER_DATABASE_PASSWORD

-- Neither the user nor the two roles that it takes on can go around Row Level Security, make roles or make databases.
select 'create role dialer' where not exists (select from pg_roles where rolname = 'dialer') \gexec
alter role dialer
  with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'password';
select format('create role %I nologin nobypassrls', wanted)
  from unnest(array['dialer_app', 'dialer_platform', 'dialer_keeper']) as wanted
  where not exists (select from pg_roles where rolname = wanted) \gexec
grant dialer_app, dialer_platform, dialer_keeper to dialer;

select 'create database dialer owner dialer' where not exists (select from pg_database where datname = 'dialer') \gexec

-- By default any user of the server may open any database of it: the dialer must not see Twenty's, nor others the dialer's.
select format('revoke connect, temporary on database %I from public', datname)
  from pg_database where datname in ('default', 'dialer', 'postgres') \gexec
