# shellcheck shell=bash
# From nothing to a running system with the public record in it, and back.

# The public address is promised to people, so another free one is taken only with a loud word, and only until the wished-for one is free again.
public_port_settle() { # port asked for, or nothing
  local asked=$1 wish port
  wish=${asked:-$(recall wishes port)}
  wish=${wish:-8080}
  if process_of gateway >/dev/null || process_of embedded >/dev/null; then
    [[ -n $asked && $asked != "$(port_of public)" ]] || return 0
    services_stop
  fi
  port=$wish
  if port_listening "$port"; then
    [[ -z $asked ]] || fail "port $asked is taken by another program; give another with --port."
    port=$(port_of public)
    if [[ -z $port || $port -lt $wish ]]; then port=$wish; fi
    while port_listening "$port"; do port=$((port + 1)); done
    say "NOTE: port $wish is taken by another program, so the address is now http://127.0.0.1:$port."
  fi
  remember wishes port "$wish"
  remember ports public "$port"
}

mode_settle() { # services|embedded
  local before
  before=$(recall mode mode)
  if [[ -n $before && $before != "$1" ]]; then
    services_stop
    # In one process nothing uses the broker, and it would only take memory.
    if [[ $1 == embedded ]]; then server_down rabbitmq; fi
  fi
  remember mode mode "$1"
  # Demo people do not stay beside real ones.
  if [[ -n ${OVERSIGHT_OIDC_AUTHORITY:-} ]] && before=$(process_of identity); then
    stop_processes TERM 15 "$before"
    rm -f "$OVERSIGHT_HOME/run/identity"
  fi
}

# Internal ports are chosen once; one that another program has taken meanwhile is chosen anew while its service is down.
internal_ports_settle() {
  local name
  for name in ingestion grading monitoring identity portal; do
    process_of "$name" >/dev/null || process_of embedded >/dev/null || ports_settle "$name"
  done
}

record_fingerprint() { { cat "$clone"/data/*.csv && printf '%s %s' "${OVERSIGHT_POSTGRES:-}" "$(instance_of)"; } | sha256sum | cut -c 1-64; }

record_import() {
  local began fingerprint
  fingerprint=$(record_fingerprint)
  [[ $(recall import record) != "$fingerprint" ]] || return 0
  if [[ ${OVERSIGHT_OIDC_AUTHORITY:-} == https://* && -z ${OVERSIGHT_TOKEN:-} ]]; then
    say "The public record in data/ is not imported: files are taken from people who signed in. ./oversight login, then ./oversight import data/"
    return 0
  fi
  began=$(now_ms)
  say "Importing the public record in data/."
  (cd "$clone" && OVERSIGHT_URL=$(public_url) dotnet "$(cli_program)" import data/ 9>&-) ||
    fail "the import did not finish; the system runs, and ./oversight import data/ tries again."
  remember import record "$fingerprint"
  record_await
  done_since "$began" 'imported data/'
}

# Files are answered before their facts can be read everywhere; whoever is told that all runs may look at once.
record_await() {
  local seen='' now still=0 tries
  for ((tries = 0; tries < 240; tries++)); do
    now=$(http_get "$(port_of public)" /api/v1/changes/position 2>/dev/null | grep -o '"position":[1-9][0-9]*' || true)
    if [[ -n $now && $now == "$seen" ]]; then still=$((still + 1)); else still=0; fi
    ((still < 6)) || return 0
    seen=$now
    sleep 0.25
  done
}

welcome() {
  cat <<TEXT

Oversight is running at $(public_url)

Five things to try:
  ./oversight status --as-of 2022-07-08         who was being watched on that day
  ./oversight history metropolitan              one force's timeline, newest first
  ./oversight engage                            every stay in Engage, with its length
  ./oversight conflicts                         where two sources disagree
  curl $(public_url)/openapi/v1.json  the interface for programs

$(where_mail_goes)
./oversight ps shows the processes, ./oversight logs what they say, ./oversight down stops them.
TEXT
}

where_mail_goes() {
  if [[ -n ${Oversight__Mail__Smtp__Host:-} ]]; then
    printf 'Mails to those who follow go through %s.' "$Oversight__Mail__Smtp__Host"
  else
    printf 'Mails to those who follow lie as files in %s; Oversight__Mail__Smtp__Host names a mail server.' "${Oversight__Mail__Pickup:-$OVERSIGHT_HOME/mail}"
  fi
}

servers_wanted() { # the servers that are ours to run in this mode
  if [[ -z ${OVERSIGHT_POSTGRES:-} ]]; then printf 'postgres\n'; fi
  if [[ $1 == services && -z ${OVERSIGHT_RABBITMQ:-} ]]; then printf 'rabbitmq\n'; fi
}

interrupted() {
  trap '' INT TERM HUP
  note 'interrupted. ./oversight up goes on from here; ./oversight down stops what was started.'
  mapfile -t running < <(jobs -p)
  stop_processes TERM 5 "${running[@]}"
  quit 130
}

up() {
  local detach= port= mode=services import=yes began names jobs=() wanted
  while (($# > 0)); do
    case $1 in
      --detach | -d) detach=yes ;;
      --embedded) mode=embedded ;;
      --no-import) import= ;;
      --port)
        port=${2:-}
        shift
        ;;
      --port=*) port=${1#*=} ;;
      *) misused "up does not know $1." ;;
    esac
    shift || misused 'up --port needs a number.'
  done
  if [[ -n $port && ! $port =~ ^[1-9][0-9]{0,4}$ ]] || ((${port:-1} > 65535)); then misused "--port needs a number from 1 to 65535, not $port."; fi
  began=$(now_ms)
  trap interrupted INT TERM HUP
  home_make
  home_lock
  instance_settle
  mode_settle "$mode"
  public_port_settle "$port"
  internal_ports_settle
  mapfile -t wanted < <(servers_wanted "$mode")
  if ((${#wanted[@]} > 0)); then jobs=("servers_start ${wanted[*]}"); fi
  # Servers take their time to start or even to be installed, and the build does not need them.
  together "${jobs[@]}" 'build artifacts/system.slnf'
  postgres_settle
  databases_make
  mapfile -t names < <(services_of_mode)
  for name in "${names[@]}"; do service_start "$name"; done
  services_await "${names[@]}"
  services_warn "${names[@]}"
  if [[ -n $import ]]; then record_import; fi
  done_since "$began" 'in all'
  welcome
  home_unlock
  trap - INT TERM HUP
  if [[ -z $detach ]]; then follow "${names[@]}"; fi
}

# Stays in the foreground: shows what the services complain about, and stops everything on Ctrl-C.
follow() {
  local name tails
  say "Ctrl-C stops everything. Warnings and errors of the services follow."
  (
    cd "$OVERSIGHT_HOME/logs"
    exec tail -q -n 0 -F "${@/%/.log}" 2>/dev/null | grep --line-buffered -E '"(Warning|Error|Critical)"'
  ) &
  tails=$!
  trap 'trap "" INT TERM HUP; printf "\n"; kill "$tails" 2>/dev/null || true; down; quit 0' INT TERM HUP
  while true; do
    for name in "$@"; do
      if ! process_of "$name" >/dev/null; then
        # Another ./oversight may be starting it anew, or have stopped everything.
        sleep 3
        process_of "$name" >/dev/null && continue
        kill "$tails" 2>/dev/null || true
        [[ -e $OVERSIGHT_HOME/run/$name ]] || quit 0
        service_fail "$name" 'has ended; ./oversight up starts it again, ./oversight down stops the rest.'
      fi
    done
    sleep 1 &
    wait $! || true
  done
}

down() { # [--json]
  case ${1:-} in
    '') ;;
    --json)
      down >&2
      say '{"running":false}'
      return 0
      ;;
    *) misused "down does not know $1." ;;
  esac
  local began
  if [[ ! -e $OVERSIGHT_HOME/.made-by-oversight ]]; then
    say "Nothing is running."
    return 0
  fi
  began=$(now_ms)
  home_lock
  services_stop
  servers_down
  home_unlock
  done_since "$began" 'stopped everything'
}

reset() {
  local answer='' instance
  case ${1:-} in
    --yes | -y) answer=yes ;;
    '') ;;
    *) misused "reset does not know $1." ;;
  esac
  instance_check
  [[ -e $OVERSIGHT_HOME ]] || { say "There is nothing to remove."; return 0; }
  [[ -e $OVERSIGHT_HOME/.made-by-oversight ]] || fail "$OVERSIGHT_HOME was not made by ./oversight, so it stays."
  if [[ -z $answer ]]; then
    read -r -p "Stop everything and remove $OVERSIGHT_HOME with all its data? [y/N] " answer || true
    [[ $answer == [yY]* ]] || fail 'nothing was removed.'
  fi
  down
  instance=$(instance_of)
  for answer in postgres rabbitmq; do
    if [[ $(server_kind "$answer") == container ]]; then container_remove "$answer"; fi
  done
  rm -rf "$OVERSIGHT_HOME" "$(elsewhere)"
  say "Removed $OVERSIGHT_HOME."
  if [[ -n ${OVERSIGHT_POSTGRES:-} && -n $instance ]]; then say "The databases ${instance}_… on your own PostgreSQL stay; drop them there if you wish."; fi
  if [[ -n ${OVERSIGHT_RABBITMQ:-} && -n $instance ]]; then say "The exchanges and queues $instance.… on your own RabbitMQ stay; delete them there if you wish."; fi
}
