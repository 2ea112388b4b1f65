# The statements that Muster sends for each operation, as pgbench scripts with the setting of row-level security in the
# same round trip; sourced by run.sh.
columns='user_id, id, parent_id, title, description, status, priority, story_points, labels, due_at, created_at, updated_at, completed_at, deleted_at, version'

statement() { # operation, user, task
  case $1 in
    read) echo "select $columns from muster.tasks where user_id = '$2' and id = '$3';" ;;
    list) echo "select $columns from muster.tasks where user_id = '$2' and deleted_at is null order by created_at desc, id desc limit 21;" ;;
    create) echo "insert into muster.tasks ($columns) values ('$2', gen_random_uuid(), null, 'Water the plants', null, 'pending', 'high', null, '{}', null, now(), now(), null, null, 1);" ;;
    change) echo "update muster.tasks set title = 'Water the plants ' || (random() * 1000000)::int, version = version + 1, updated_at = now() where user_id = '$2' and id = '$3';" ;;
  esac
}

script() { # operation, user, task
  local setting="select set_config('muster.user_id', '$2', true);"
  if [ "$1" = change ]; then # Muster reads what it changes first.
    printf '\\startpipeline\n%s\n%s\n\\endpipeline\n' "$setting" "$(statement read "$2" "$3")"
  fi
  printf '\\startpipeline\n%s\n%s\n\\endpipeline\n' "$setting" "$(statement "$1" "$2" "$3")"
}
