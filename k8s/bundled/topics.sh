#!/bin/sh
# Creates the topics of the pipeline where they are missing; what exists is left as it is.
# Usage: topics.sh BOOTSTRAP_SERVERS [REPLICATION_FACTOR]
set -eu

# A service that was away for longer than this has lost messages, and the runs that wait for them do not end.
week=604800000
month=2592000000
# The copy of the audit trail outlives what somebody does to the database.
year=31536000000

# Keys repeat from run to run, and every message counts: a topic of the pipeline is never compacted.
topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$1" \
    --partitions "$2" --replication-factor "$replication" --config cleanup.policy=delete --config "retention.ms=$3"
}

bootstrap=$1
replication=${2:-1}

# Partitions are the greatest number of useful replicas of a consumer. The key is the resource, for runs the run.
topic sluice.descriptors 12 "$week"
topic sluice.changes 12 "$week"
topic sluice.contents 12 "$week"
topic sluice.outcomes 12 "$week"
topic sluice.runs 3 "$week"
topic sluice.audit 3 "$year"
topic sluice.dead-letters 3 "$month"
