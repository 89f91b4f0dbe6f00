# shellcheck shell=bash
# The servers in containers, for a machine that has a Docker engine and nothing else. Addresses stay on loopback.

container_name() { printf 'oversight-%s-%s' "$(printf '%s' "$OVERSIGHT_HOME" | sha256sum | cut -c 1-12)" "$1"; }

container_up() { # server image port inner-port NAME=value...
  local name settings=$OVERSIGHT_HOME/$1.container
  name=$(container_name "$1")
  if [[ -z $(docker ps -aq --filter "name=^$name\$") ]]; then
    (umask 077 && printf '%s\n' "${@:5}" >"$settings")
    docker create --name "$name" -p "127.0.0.1:$3:$4" --env-file "$settings" "$2" >/dev/null ||
      fail "Docker could not create a container from $2."
    rm -f "$settings"
  fi
  docker start "$name" >/dev/null || fail "the container $name does not start; docker logs $name says why."
}

container_await() { # server, then the command that is true once it answers
  local until=$(($(now_ms) + 120000))
  until "${@:2}"; do
    (($(now_ms) < until)) || fail "the container $(container_name "$1") does not answer; docker logs $(container_name "$1") says why."
    sleep 0.3
  done
}

postgres_container_up() {
  container_up postgres postgres:17 "$(port_of postgres)" 5432 "POSTGRES_PASSWORD=$(secret_of postgres)"
  # The image runs a first server without TCP while it sets up; only the second one listens on an address.
  container_await postgres docker exec "$(container_name postgres)" pg_isready -q -h 127.0.0.1
}

rabbitmq_container_up() {
  container_up rabbitmq rabbitmq:4 "$(port_of amqp)" 5672 RABBITMQ_DEFAULT_USER=oversight \
    "RABBITMQ_DEFAULT_PASS=$(secret_of rabbitmq)" RABBITMQ_DEFAULT_VHOST=oversight
  container_await rabbitmq rabbitmq_answers "$(port_of amqp)"
}

container_down() { docker stop -t 20 "$(container_name "$1")" >/dev/null 2>&1 || true; }

container_remove() { docker rm -fv "$(container_name "$1")" >/dev/null 2>&1 || true; }
