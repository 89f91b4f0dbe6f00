# shellcheck shell=bash
# PostgreSQL and RabbitMQ together, however they are had.

servers_start() { # postgres|rabbitmq...
  local name jobs=()
  # Everything that two parallel starts would otherwise both write.
  for name in postgres rabbitmq; do secret_of "$name" >/dev/null; done
  for name in postgres amqp dist epmd; do
    if [[ -z $(port_of "$name") ]]; then port_choose "$name"; fi
  done
  servers_choose "$@"
  for name in "$@"; do jobs+=("server_up $name"); done
  together "${jobs[@]}"
}

server_up() { # postgres|rabbitmq
  local began port=$1 title=PostgreSQL
  began=$(now_ms)
  if [[ $1 == rabbitmq ]]; then port=amqp title=RabbitMQ; fi
  if [[ $(server_kind "$1") == container ]]; then "$1_container_up"; else "$1_up"; fi
  done_since "$began" "$title ready on 127.0.0.1:$(port_of "$port")"
}

server_down() { if [[ $(server_kind "$1") == container ]]; then container_down "$1"; else "$1_down"; fi; }

servers_down() {
  local name jobs=() job
  for name in postgres rabbitmq; do
    server_down "$name" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || true; done
}

# Runs jobs side by side; one that fails has said why.
together() {
  local job jobs=() failed=
  for job in "$@"; do
    ($job) &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || failed=yes; done
  [[ -z $failed ]] || quit 1
}

servers_env() {
  if [[ -z $(server_kind postgres) || -z $(server_kind rabbitmq) ]]; then
    fail "there are no servers under $OVERSIGHT_HOME yet; ./oversight servers up starts them."
  fi
  printf 'OVERSIGHT_POSTGRES=%s\nOVERSIGHT_RABBITMQ=%s\n' "$(postgres_url)" "$(rabbitmq_url)"
}

servers() {
  case ${1:-} in
    up)
      home_make
      home_lock
      servers_start postgres rabbitmq
      ;;
    down)
      [[ -d $OVERSIGHT_HOME ]] || return 0
      home_make
      home_lock
      servers_down
      ;;
    env) servers_env ;;
    *) misused "servers needs one of up, down, env." ;;
  esac
}
