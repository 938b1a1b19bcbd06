-- Token buckets as Bucket4j keeps them: one for each site and limit.
create table rate_limit.bucket (
    id text primary key,
    state bytea
);

-- Until when nobody asks a site for anything.
create table rate_limit.pause (
    site text primary key,
    paused_until timestamptz not null,
    reason text not null
);
