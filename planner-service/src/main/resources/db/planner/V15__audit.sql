-- Who did what, and what runs did to which file. The records of an export are a chain of hashes: see AuditRecord.
create table planner.audit (
  export_id text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  run_id text,
  resource text,
  path text,
  from_path text,
  from_version integer,
  to_version integer,
  detail text,
  hash text not null,
  primary key (export_id, seq)
);

create index audit_resource on planner.audit (export_id, resource, seq) where resource is not null;

-- The last record of each export, how far they are published, and before which one they are forgotten.
create table planner.audit_head (
  export_id text primary key,
  seq bigint not null,
  hash text not null,
  published bigint not null default 0,
  first_seq bigint not null default 1,
  hash_before_first text not null
);

create function planner.refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('sluice.forgetting_audit', true) = 'yes' then
    return old;
  end if;
  raise exception 'planner.audit is append-only; planner.forget_audit removes what is too old';
end
$$;

create trigger audit_append_only before update or delete on planner.audit
  for each row execute function planner.refuse_audit_change();
create trigger audit_not_emptied before truncate on planner.audit
  for each statement execute function planner.refuse_audit_change();

-- Forgets what is older, but for the last record; how many that were. The chain goes on to be verified from there.
create function planner.forget_audit(export text, oldest timestamptz) returns bigint language plpgsql as $$
declare
  last_forgotten bigint;
  forgotten bigint;
begin
  perform 1 from planner.audit_head h where h.export_id = export for update;
  select max(a.seq) into last_forgotten from planner.audit a join planner.audit_head h using (export_id)
    where a.export_id = export and a.at < oldest and a.seq < h.seq;
  if last_forgotten is null then
    return 0;
  end if;
  update planner.audit_head h set first_seq = last_forgotten + 1, hash_before_first = a.hash
    from planner.audit a where h.export_id = export and a.export_id = export and a.seq = last_forgotten;
  perform set_config('sluice.forgetting_audit', 'yes', true);
  delete from planner.audit a where a.export_id = export and a.seq <= last_forgotten;
  get diagnostics forgotten = row_count;
  perform set_config('sluice.forgetting_audit', '', true);
  return forgotten;
end
$$;
