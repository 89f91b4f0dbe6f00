# shellcheck shell=bash
# A database and a role for each service, on whichever PostgreSQL there is.

services_with_store=(ingestion grading monitoring)

percent_decode() { printf '%b' "${1//%/\\x}"; }

# Takes postgresql://user:password@host:port/database?sslmode=require apart into the variables pg_….
postgres_parse() {
  local pattern='^postgres(ql)?://([^:@/]+)(:([^@/]*))?@([^:/?]+|\[[^]]+\])(:([0-9]+))?(/([^?]*))?(\?(.*))?$'
  [[ $1 =~ $pattern ]] || fail 'OVERSIGHT_POSTGRES must look like postgresql://user:password@host:port/database.'
  pg_user=$(percent_decode "${BASH_REMATCH[2]}")
  pg_password=$(percent_decode "${BASH_REMATCH[4]}")
  pg_host=${BASH_REMATCH[5]}
  pg_port=${BASH_REMATCH[7]:-5432}
  pg_database=$(percent_decode "${BASH_REMATCH[9]:-postgres}")
  pg_sslmode=
  if [[ ${BASH_REMATCH[11]} =~ (^|&)sslmode=([a-z-]+) ]]; then pg_sslmode=${BASH_REMATCH[2]}; fi
}

postgres_settle() { postgres_parse "${OVERSIGHT_POSTGRES:-$(postgres_url)}"; }

# Runs the statements on standard input, each ending its line with a semicolon, and prints first columns.
sql() {
  local client
  if [[ -z ${OVERSIGHT_POSTGRES:-} && $(server_kind postgres) == container ]]; then
    docker exec -i "$(container_name postgres)" psql -XqAt -v ON_ERROR_STOP=1 -U postgres
  elif command -v psql >/dev/null; then
    PGPASSWORD=$pg_password PGSSLMODE=${pg_sslmode:-prefer} PGCONNECT_TIMEOUT=10 \
      psql -XqAt -v ON_ERROR_STOP=1 -h "$pg_host" -p "$pg_port" -U "$pg_user" -d "$pg_database"
  elif client=$(npm_folder)/node_modules/pg && [[ -d $client ]]; then
    PGPASSWORD=$pg_password PGHOST=$pg_host PGPORT=$pg_port PGUSER=$pg_user PGDATABASE=$pg_database \
      node "$clone/starter/sql.js" "$client"
  else
    fail "psql is needed to make the databases; run: $(install_command postgresql-client)"
  fi
}

# On a server of our own each password is made up. On a given one it follows from the account that was given, so that
# two clones that share the server agree.
database_password() {
  if [[ -n ${OVERSIGHT_POSTGRES:-} ]]; then
    printf '%s %s' "$OVERSIGHT_POSTGRES" "$1" | sha256sum | cut -c 1-40
  else
    secret_of "$1"
  fi
}

databases_make() {
  local there name password
  there=$(sql <<<"select 'role ' || rolname from pg_roles union all select 'database ' || datname from pg_database;") ||
    fail "PostgreSQL at $pg_host:$pg_port does not let $pg_user in; check OVERSIGHT_POSTGRES."
  {
    for name in "${services_with_store[@]}"; do
      name=$(database_of "$name")
      password=$(database_password "$name")
      grep -qx "role $name" <<<"$there" || printf 'create role %s login;\n' "$name"
      printf "alter role %s login password '%s';\n" "$name" "$password"
      if ! grep -qx "database $name" <<<"$there"; then
        # An account that is no superuser may only give a database to a role that it belongs to.
        printf 'grant %s to current_user;\ncreate database %s owner %s;\n' "$name" "$name" "$name"
      fi
      printf 'revoke all on database %s from public;\n' "$name"
    done
    # The databases that every server has are open to all roles by default; ours is closed, a given one is left as it is.
    if [[ -z ${OVERSIGHT_POSTGRES:-} ]]; then printf 'revoke all on database postgres, template1 from public;\n'; fi
  } | sql >/dev/null || fail "$pg_user may not create databases and roles on $pg_host:$pg_port; give OVERSIGHT_POSTGRES an account that may."
}

quoted() { printf '"%s"' "${1//\"/\"\"}"; }

connection_string() { # database, which is also its role
  printf 'Host=%s;Port=%s;Database=%s;Username=%s;Password=%s' \
    "$pg_host" "$pg_port" "$1" "$1" "$(quoted "$(database_password "$1")")"
  case $pg_sslmode in
    '') ;;
    verify-ca) printf ';SSL Mode=VerifyCA' ;;
    verify-full) printf ';SSL Mode=VerifyFull' ;;
    *) printf ';SSL Mode=%s' "${pg_sslmode^}" ;;
  esac
}
