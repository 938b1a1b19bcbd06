#!/bin/sh
# Exports the simulated site and waits for the end of the run. Needs PLANNER (base URL) and BUCKET.
set -eu

post() {
  curl --fail-with-body -sS -X POST -H 'content-type: application/json' -d "$2" "$PLANNER/api/v1/$1"
}

field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

export=$(post exports '{"site":"demo","destination":"s3://'"$BUCKET"'/demo","scopes":[{"command":"spaces","args":["ENG"]}]}' | field id)
run=$(post "exports/$export/runs" '{"prune":true,"allowMassDelete":false}' | field id)
echo "Run $run of export $export to s3://$BUCKET/demo"
while true; do
  answer=$(curl --fail-with-body -sS "$PLANNER/api/v1/runs/$run")
  case $(echo "$answer" | field state) in
    SUCCEEDED)
      echo "$answer"
      exit 0
      ;;
    INCOMPLETE | FAILED | INTERRUPTED)
      echo "$answer"
      exit 1
      ;;
  esac
  sleep 1
done
