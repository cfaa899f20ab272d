#!/usr/bin/env bash
# Subscribes the running program to dropped files. The address holds a key: it goes through a file, not through arguments.
# Usage: drop-subscription.sh RESOURCE_GROUP FUNCTIONS_APP DROP_TOPIC STORAGE_ACCOUNT
set -euo pipefail
group=$1 app=$2 topic=$3 storage=$4
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The key exists once the program has started with its blob trigger.
for try in $(seq 1 30); do
  az functionapp keys list --resource-group "$group" --name "$app" --query systemKeys.blobs_extension --output tsv >"$work/code" 2>"$work/error" || true
  [ -s "$work/code" ] && break
  [ "$try" = 30 ] && { echo "The program $app has no key for blob events after five minutes: has it started?" >&2; cat "$work/error" >&2; exit 1; }
  sleep "${STEP_PAUSE:-10}"
done
[ -z "${GITHUB_ACTIONS:-}" ] || echo "::add-mask::$(cat "$work/code")"

host=$(az functionapp show --resource-group "$group" --name "$app" --query properties.defaultHostName --output tsv)
printf '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{"dropTopicName":{"value":"%s"},"storageName":{"value":"%s"},"webhookUrl":{"value":"https://%s/runtime/webhooks/blobs?functionName=Host.Functions.DropInbox&code=%s"}}}' \
  "$topic" "$storage" "$host" "$(cat "$work/code")" >"$work/parameters.json"
az deployment group create --resource-group "$group" --name drop-subscription \
  --template-file "$(dirname "$0")/../drop-subscription.bicep" --parameters "@$work/parameters.json" --output none
echo "Dropped files are told to $app."
