# shellcheck shell=bash
# PostgreSQL and RabbitMQ together.

servers_prepare() { # everything that two parallel starts would otherwise both write
  local name
  home_make
  for name in postgres rabbitmq; do secret_of "$name" >/dev/null; done
  for name in postgres amqp dist epmd; do [[ -n $(port_of "$name") ]] || port_choose "$name"; done
}

servers_up() {
  local began jobs=() job failed=
  servers_prepare
  servers_install
  began=$(now_ms)
  (postgres_up && done_since "$began" "PostgreSQL ready on 127.0.0.1:$(port_of postgres)") &
  jobs+=($!)
  (rabbitmq_up && done_since "$began" "RabbitMQ ready on 127.0.0.1:$(port_of amqp)") &
  jobs+=($!)
  for job in "${jobs[@]}"; do wait "$job" || failed=yes; done
  [[ -z $failed ]] || quit 1
}

servers_down() {
  postgres_down &
  rabbitmq_down
  wait
}

servers_env() {
  if [[ -z $(port_of postgres) || -z $(port_of amqp) ]]; then
    fail "there are no servers under $OVERSIGHT_HOME yet; ./oversight servers up starts them."
  fi
  printf 'OVERSIGHT_POSTGRES=%s\nOVERSIGHT_RABBITMQ=%s\n' "$(postgres_url)" "$(rabbitmq_url)"
}

servers() {
  case ${1:-} in
    up)
      home_make
      home_lock
      servers_up
      ;;
    down)
      [[ -d $OVERSIGHT_HOME ]] || return 0
      servers_down
      ;;
    env) servers_env ;;
    *) misused "servers needs one of up, down, env." ;;
  esac
}
