#!/bin/sh
# Exports the simulated site and waits for the end of the run. Needs PLANNER (base URL), BUCKET and SLUICE_API_KEY.
set -eu

# The key comes to curl on its standard input: arguments are seen by everybody on the machine.
ask() {
  printf 'header = "Authorization: Bearer %s"\n' "$SLUICE_API_KEY" | curl --config - --fail-with-body -sS "$@"
}

post() {
  ask -X POST -H 'content-type: application/json' -d "$2" "$PLANNER/api/v1/$1"
}

field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

export=$(post exports '{"site":"demo","destination":"s3://'"$BUCKET"'/demo","scopes":[{"command":"spaces","args":["ENG"]}]}' | field id)
run=$(post "exports/$export/runs" '{"prune":true,"allowMassDelete":false}' | field id)
echo "Run $run of export $export to s3://$BUCKET/demo"
while true; do
  answer=$(ask "$PLANNER/api/v1/runs/$run")
  case $(echo "$answer" | field state) in
    SUCCEEDED)
      echo "$answer"
      exit 0
      ;;
    INCOMPLETE | FAILED | INTERRUPTED | CANCELLED)
      echo "$answer"
      exit 1
      ;;
  esac
  sleep 1
done
