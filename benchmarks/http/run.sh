#!/usr/bin/env bash
# Requests per second of the task routes over 32 keep-alive connections, beside pgbench with the same SQL on the same
# PostgreSQL, in turns. Needs wrk, pgbench (14 or newer) and curl. Usage: benchmarks/http/run.sh [seconds a turn] [turns]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-8} turns=${2:-3} port=${PORT:-8190}
for tool in wrk pgbench curl; do
  command -v "$tool" >/dev/null || { echo "$0 needs $tool" >&2; exit 1; }
done
. "$here/sql.sh"

work=$(mktemp -d)
MUSTER_RATE_LIMIT=off MUSTER_DATA=$work/data MUSTER_PORT=$port "$root/muster" serve >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$work"' EXIT
until curl -fs "localhost:$port/health/ready" >/dev/null; do
  kill -0 $server 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done

api=http://localhost:$port/v1
post() { curl -fsS -X POST "$api/$1" -H 'Content-Type: application/json' "${@:3}" -d "$2"; }
field() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
echo 'return {' >"$work/targets.lua"
for user in $(seq 16); do
  password='correct horse battery staple'
  post auth/register "{\"email\":\"u$user@example.org\",\"username\":\"user$user\",\"name\":\"U\",\"password\":\"$password\"}" >/dev/null
  login=$(post auth/login "{\"identifier\":\"user$user\",\"password\":\"$password\"}")
  token=$(field access_token <<<"$login")
  id=$(sed 's/.*"user":{"id":"\([^"]*\)".*/\1/' <<<"$login")
  printf '{ token = "%s", tasks = {' "$token" >>"$work/targets.lua"
  for n in $(seq 100); do
    task=$(post tasks "{\"title\":\"Task $n\",\"description\":\"As long as a description often is, a line or two.\"}" \
      -H "Authorization: Bearer $token" | sed 's/{"id":"\([^"]*\)".*/\1/')
    printf '"%s",' "$task" >>"$work/targets.lua"
  done
  printf '} },\n' >>"$work/targets.lua"
  for operation in read list create change; do
    script "$operation" "$id" "$task" >"$work/$operation.$user.sql"
  done
done
echo '}' >>"$work/targets.lua"

database=$work/data/database
export PGHOST=127.0.0.1 PGDATABASE=muster PGUSER=muster_app
PGPORT=$(sed -n 4p "$database/cluster/postmaster.pid")
PGPASSWORD=$(sed -n "s/^muster_app=//p" "$database/roles.properties")
export PGPORT PGPASSWORD

http() { # operation -> rate p50 p99 failures
  TARGETS=$work/targets.lua OPERATION=$1 wrk -t1 -c32 -d"${seconds}s" -s "$here/request.lua" "http://localhost:$port" |
    sed -n 's/^RESULT //p'
}
sql() { # operation -> rate
  local files=() file
  for file in "$work/$1".*.sql; do files+=(-f "$file"); done
  pgbench -n -M prepared -c 16 -j 1 -T "$seconds" "${files[@]}" 2>&1 | sed -n 's/^tps = \([0-9]*\).*/\1/p'
}

for operation in read list create change; do http "$operation" >/dev/null; done # warm up
printf '%-8s %10s %8s %8s %9s %10s %7s\n' operation 'http/s' 'p50 ms' 'p99 ms' failures 'pgbench/s' ratio
for operation in read list create change; do
  for _ in $(seq "$turns"); do
    read -r rate p50 p99 failures <<<"$(http "$operation")"
    base=$(sql "$operation")
    printf '%-8s %10s %8s %8s %9s %10s %7s\n' "$operation" "$rate" "$p50" "$p99" "$failures" "$base" \
      "$(awk "BEGIN { printf \"%.2f\", $rate / $base }")"
  done
done
