# shellcheck shell=bash
# Looking at what runs: ps and logs.

clock_ticks=$(getconf CLK_TCK 2>/dev/null || printf 100)

uptime_seconds() { # pid
  local up ticks
  ticks=$(start_ticks "$1") || return 0
  read -r up _ </proc/uptime
  printf '%s' $((${up%.*} - ticks / clock_ticks))
}

memory_kib() { # pid...: what each holds alone, shared pages counted once
  local pid total=0 part
  for pid in "$@"; do
    part=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || true)
    if [[ -z $part ]]; then part=$(awk '/^VmRSS:/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true); fi
    total=$((total + ${part:-0}))
  done
  printf '%s' "$total"
}

children_of() { # pid: itself and its children
  local stat pid
  printf '%s\n' "$1"
  for stat in /proc/[0-9]*/stat; do
    { read -r pid <"$stat"; } 2>/dev/null || continue
    # shellcheck disable=SC2086 # the fields after the command name are numbers
    set -- "$1" ${pid##*) }
    if [[ $3 == "$1" ]]; then printf '%s\n' "${pid%% *}"; fi
  done
}

# name, pid, port, ready (yes or why not), memory in KiB, uptime in seconds; separated by tabs
process_row() {
  local name=$1 pid=$2 port=$3 why=$4 family
  if [[ -z $pid ]]; then
    printf '%s\t\t%s\t%s\t\t\n' "$name" "$port" "${why:-not running}"
    return 0
  fi
  mapfile -t family < <(if [[ $name == postgres ]]; then children_of "$pid"; else printf '%s\n' "$pid"; fi)
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$pid" "$port" "${why:-yes}" "$(memory_kib "${family[@]}")" "$(uptime_seconds "$pid")"
}

server_row() { # postgres|rabbitmq
  local name=$1 port pid=''
  if [[ $name == postgres ]]; then port=$(port_of postgres); else port=$(port_of amqp); fi
  if [[ $(server_kind "$name") == container ]]; then
    pid=$(docker inspect -f '{{if .State.Running}}{{.State.Pid}}{{end}}' "$(container_name "$name")" 2>/dev/null || true)
  else
    pid=$("${name}_process" || true)
  fi
  if [[ -n $pid && ! -e /proc/$pid ]]; then
    printf '%s\t%s\t%s\tyes\t\t\n' "$name" "$pid" "$port"
  elif [[ -n $pid ]] && { [[ $(server_kind "$name") == container ]] || "${name}_ready"; }; then
    process_row "$name" "$pid" "$port" ''
  else
    process_row "$name" "$pid" "$port" "${pid:+does not answer yet}"
  fi
}

process_rows() {
  local name why as=''
  if servers_are_given && [[ -n $(instance_of) ]]; then as=", where this is instance $(instance_of)"; fi
  if [[ -n ${OVERSIGHT_POSTGRES:-} ]]; then
    postgres_settle
    printf 'postgres\t\t%s\tgiven by OVERSIGHT_POSTGRES on %s%s\t\t\n' "$pg_port" "$pg_host" "$as"
  elif [[ -n $(server_kind postgres) ]]; then
    server_row postgres
  fi
  if [[ $(recall mode mode) != embedded ]]; then
    if [[ -n ${OVERSIGHT_RABBITMQ:-} ]]; then
      printf 'rabbitmq\t\t\tgiven by OVERSIGHT_RABBITMQ%s\t\t\n' "$as"
    elif [[ -n $(server_kind rabbitmq) ]]; then
      server_row rabbitmq
    fi
  fi
  [[ -n $(recall mode mode) ]] || return 0
  while read -r name; do
    if service_is_dead "$name"; then why="DEAD, $(service_death "$name")"; else why=$(service_not ready "$name" || true); fi
    process_row "$name" "$(process_of "$name" || true)" "$(port_of_service "$name")" "$why"
  done < <(services_of_mode)
}

json_text() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "${text//[[:cntrl:]]/ }"
}

ps_json() {
  local name pid port ready memory uptime comma='' fields is why bytes
  printf '['
  while IFS= read -r fields; do
    # Tabs would be merged by read, since they count as blanks.
    IFS=$'\x1f' read -r name pid port ready memory uptime <<<"${fields//$'\t'/$'\x1f'}"
    is=true why=null bytes=null
    if [[ -n $memory ]]; then bytes=$((memory * 1024)); fi
    if [[ $ready != yes ]]; then is=false why=$(json_text "$ready"); fi
    printf '%s{"name":%s,"pid":%s,"port":%s,"ready":%s,"why":%s,"memoryBytes":%s,"uptimeSeconds":%s}' "$comma" "$(json_text "$name")" \
      "${pid:-null}" "${port:-null}" "$is" "$why" "$bytes" "${uptime:-null}"
    comma=$',\n '
  done < <(process_rows)
  printf ']\n'
}

ps_table() {
  local fields name pid port ready memory uptime rows
  rows=$(process_rows)
  if [[ -z $rows ]]; then
    say "Nothing is running; ./oversight up starts it."
    return 0
  fi
  printf '%-11s %8s %6s %8s %10s  %s\n' NAME PID PORT MEMORY UPTIME READY
  while IFS= read -r fields; do
    IFS=$'\x1f' read -r name pid port ready memory uptime <<<"${fields//$'\t'/$'\x1f'}"
    printf '%-11s %8s %6s %8s %10s  %s\n' "$name" "${pid:--}" "${port:--}" "${memory:+$((memory / 1024)) MB}" \
      "${uptime:+$(printf '%d:%02d:%02d' $((uptime / 3600)) $((uptime / 60 % 60)) $((uptime % 60)))}" "$ready"
  done <<<"$rows"
}

show_processes() {
  instance_check
  case ${1:-} in
    '') ps_table ;;
    --json) ps_json ;;
    *) misused "ps does not know $1." ;;
  esac
}

show_logs() {
  local follow='' json='' names=() word files=()
  for word in "$@"; do
    case $word in
      -f | --follow) follow=yes ;;
      --json) json=yes ;;
      ingestion | grading | monitoring | identity | portal | gateway | embedded | postgres | rabbitmq | build) names+=("$word") ;;
      *) misused "there is no log of $word; there are ingestion, grading, monitoring, identity, portal, gateway, embedded, postgres, rabbitmq and build." ;;
    esac
  done
  if ((${#names[@]} == 0)); then mapfile -t names < <(services_of_mode); fi
  for word in "${names[@]}"; do
    case $word in
      postgres) files+=("$(postgres_folder)/log") ;;
      rabbitmq) files+=("$(rabbitmq_folder)/log/oversight@localhost.log") ;;
      *) files+=("$OVERSIGHT_HOME/logs/$word.log") ;;
    esac
  done
  for word in "${files[@]}"; do [[ -r $word ]] || fail "there is no log $word yet; ./oversight up starts the system."; done
  if [[ -n $json ]]; then
    [[ -z $follow ]] || misused "logs follows without --json only."
    for word in "${files[@]}"; do
      tail -n 100 "$word" | while IFS= read -r follow || [[ -n $follow ]]; do printf '{"log":%s,"line":%s}\n' "$(json_text "$word")" "$(json_text "$follow")"; done
    done
    return 0
  fi
  if [[ -n $follow ]]; then exec tail -n 50 -F "${files[@]}"; fi
  tail -n 100 "${files[@]}"
}
