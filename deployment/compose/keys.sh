#!/bin/sh
# Writes who has a key of the API to /access/keys. Needs SLUICE_API_KEY.
set -eu

hash=$(printf %s "$SLUICE_API_KEY" | sha256sum | cut -d ' ' -f 1)
echo "compose admin $hash" > /access/keys
chmod 0444 /access/keys
