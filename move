#!/usr/bin/env bash
# Copies institutes between the local edition and the Azure edition: ./move --help. Needs the packages of Azure's libraries.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for argument in "$@"; do
  # The help needs no build.
  if [ "$argument" = "--help" ] || [ "$argument" = "-h" ]; then exec sed -n '/HelpText => """/,/""";/{//d;s/^        //;p}' "$here/functions/See360.Move/MoveOptions.cs"; fi
done
command -v dotnet >/dev/null || { echo "See360 needs the .NET 10 SDK (https://dotnet.microsoft.com/download). Please install it and run this again." >&2; exit 1; }
log=$(mktemp); trap 'rm -f "$log"' EXIT
dotnet build "$here/functions/See360.Move" -c Release -v q --nologo >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
dotnet "$here/functions/See360.Move/bin/Release/net10.0/See360.Move.dll" "$@"
