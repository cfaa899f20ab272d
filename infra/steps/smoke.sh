#!/usr/bin/env bash
# Looks at a deployed installation from outside. Changes nothing. Usage: smoke.sh ORIGIN [FUNCTIONS_HOST]
set -uo pipefail
origin=${1%/} direct=${2:-}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# fetch PATH: status in $status, headers in $work/head (lower-case names), body in $work/body
fetch() {
  status=$(curl --silent --show-error --max-time 30 --dump-header "$work/raw" --output "$work/body" --write-out '%{http_code}' "$@" 2>"$work/error") || status=none
  { tr -d '\r' <"$work/raw" | sed -E 's/^([^:]*):/\L\1:/'; } >"$work/head" 2>/dev/null
}
check() { # TEXT COMMAND…
  local text=$1
  shift
  if "$@"; then echo "ok      $text"; else echo "FAILED  $text (status $status)"; failed=$((failed + 1)); fi
}
is() { [ "$status" = "$1" ]; }
header() { grep -qiE "^$1: $2" "$work/head"; }
body() { grep -qF -- "$1" "$work/body"; }

# A first start takes its time.
for _ in $(seq 1 "${SMOKE_TRIES:-30}"); do
  fetch "$origin/api/health"
  is 200 && break
  sleep "${SMOKE_PAUSE:-10}"
done
check "the API is healthy" is 200
check "nothing of the API is kept" header cache-control '.*no-store'

fetch "$origin/api/session"
check "nobody is signed in" is 401
check "errors are problem details" header content-type 'application/problem\+json'
case $origin in https:*) check "the API demands https" header strict-transport-security 'max-age=[0-9]{8}' ;; esac

fetch "$origin/api/survey/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
check "an unknown survey link is unknown" is 404
check "and says so with a body that the page reads" header content-type 'application/problem\+json'

csp=$(sed -nE 's/.*"Content-Security-Policy": "([^"]*)".*/\1/p' "$here/../../web/site/staticwebapp.config.json")
for path in / /woche /s/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa /w/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; do
  fetch "$origin$path"
  check "$path is a page" is 200
  check "$path has the Content-Security-Policy" grep -qixF "content-security-policy: $csp" "$work/head"
  check "$path is asked for again each time" header cache-control 'no-cache'
  case $path in
    /s/* | /w/*) check "$path is the survey page" body 'id="survey"' ;;
    *) check "$path is the sign-in page's frame" body 'id="app"' ;;
  esac
  case $origin in https:*) check "$path demands https" header strict-transport-security 'max-age=[0-9]{8}' ;; esac
done

script=$(grep -oE '/s/assets/[A-Za-z0-9_.-]+\.js' "$work/body" | head -1)
fetch "$origin$script"
check "the survey page's script is there" is 200
check "and is kept for good" header cache-control '.*immutable'

fetch "$origin/assets/none-00000000.js"
check "a file that is none is not answered with a page" is 404
fetch "$origin/.auth/login/github"
check "there is no other sign-in" is 404

if [ -n "$direct" ]; then
  fetch "https://$direct/api/health"
  check "the Functions answer the site alone" is 401
fi

[ "$failed" = 0 ] || { echo "$failed checks failed." >&2; exit 1; }
