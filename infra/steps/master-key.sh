#!/usr/bin/env bash
# Makes the secret master-key if the vault has none. Whoever replaces it loses every open survey link and the meaning of the
# suppression list, so anything but a clear "there is none" ends this step.
# Usage: master-key.sh RESOURCE_GROUP VAULT FUNCTIONS_APP
set -euo pipefail
group=$1 vault=$2 app=$3
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# By way of the resource manager, so that a vault behind private endpoints is reached, and nobody needs the right to read.
vault_id=$(az keyvault show --resource-group "$group" --name "$vault" --query id --output tsv)
url="https://management.azure.com$vault_id/secrets/master-key?api-version=2024-11-01"

unknown() {
  echo "Whether the vault has the secret could not be found out; nothing was changed." >&2
  sed 's/^/  /' "$work/answer" >&2
  exit 1
}
there() {
  echo "The secret master-key is there and stays as it is."
  exit 0
}

# Only these words mean that there is none: a 404 alone may be of the vault, of the address, or of a moment.
for try in 1 2; do
  if az rest --method get --url "$url" --output none 2>"$work/answer"; then there; fi
  grep -q SecretNotFound "$work/answer" || unknown
  if [ $try = 1 ]; then sleep "${STEP_PAUSE:-20}"; fi
done
# And the list has to agree.
list="https://management.azure.com$vault_id/secrets?api-version=2024-11-01"
az rest --method get --url "$list" --query "value[].name" --output tsv >"$work/names" 2>"$work/answer" || unknown
if grep -qx master-key "$work/names"; then there; fi

# printf is part of the shell: the value stands in no list of processes.
printf '{"properties":{"value":"%s","contentType":"32 bytes, base64","attributes":{"enabled":true}}}' "$(openssl rand -base64 32)" >"$work/body"
az rest --method put --url "$url" --body "@$work/body" --output none
echo "The secret master-key was made. Write down in your emergency file that this vault holds it."

# The program read its settings before there was a secret: have it look again.
app_id=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
az rest --method post --url "https://management.azure.com$app_id/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
