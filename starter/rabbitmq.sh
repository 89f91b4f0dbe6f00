# shellcheck shell=bash
# A private RabbitMQ under OVERSIGHT_HOME, on loopback, with its own user, virtual host and name server (epmd).

rabbitmq_folder() { readlink -m "$OVERSIGHT_HOME/rabbitmq"; }

# The script in the library folder: the one on the PATH of Debian insists on its own account and folders.
rabbitmq_script() {
  local script
  while read -r script; do
    if [[ -x $script ]] && ! grep -q 'rabbitmq-script-wrapper\|/var/lib/rabbitmq' "$script"; then
      printf '%s' "$script"
      return 0
    fi
  done < <(
    exec 2>/dev/null
    compgen -G '/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server' | sort -rV || true
    readlink -f "$(command -v rabbitmq-server || printf /nowhere)"
  )
  return 1
}

rabbitmq_account() { account_for rabbitmq; }

rabbitmq_process() {
  local pid
  while read -r pid; do
    if [[ $(cat "/proc/$pid/comm" 2>/dev/null) == beam* ]] && start_ticks "$pid" >/dev/null; then
      printf '%s' "$pid"
      return 0
    fi
  done < <(processes_with "RABBITMQ_PID_FILE=$(rabbitmq_folder)/pid")
  return 1
}

# The greeting of the protocol: the server answers with its first frame only once it takes connections.
rabbitmq_answers() {
  local first
  first=$( (
    exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'AMQP\0\0\011\001' >&3 && timeout 2 head -c 1 <&3 | od -An -tx1
  ) 2>/dev/null) || return 1
  [[ $first == *01* ]]
}

rabbitmq_ready() { rabbitmq_process >/dev/null && rabbitmq_answers "$(port_of amqp)"; }

# Terms rather than the newer key = value form, which costs more than a second to translate at each start.
rabbitmq_configure() {
  local folder=$1 account=$2
  as "$account" tee "$folder/rabbitmq.config" >/dev/null <<CONF
[{rabbit, [
  {tcp_listeners, [{"127.0.0.1", $(port_of amqp)}]},
  {disk_free_limit, 50000000},
  {default_user, <<"oversight">>},
  {default_pass, <<"$(secret_of rabbitmq)">>},
  {default_vhost, <<"oversight">>},
  {default_user_tags, []}
]}].
CONF
  as "$account" tee "$folder/enabled_plugins" <<<'[].' >/dev/null
  # Every queue keeps files open; a broker that may have no more of them stands still.
  as "$account" tee "$folder/rabbitmq-env.conf" <<<'ulimit -S -n "$(ulimit -H -n)"' >/dev/null
}

rabbitmq_launch() {
  local folder=$1 account=$2 script run=(env)
  if [[ -n $account ]]; then run=(runuser -u "$account" -- env); fi
  script=$(rabbitmq_script) || fail "RabbitMQ is not on this machine. $(rabbitmq_advice)"
  # RUNNING_UNDER_SYSTEMD makes the script become the server instead of its parent, so that the pid file names the server itself.
  (
    cd /
    setsid "${run[@]}" HOME="$folder" LANG=C.UTF-8 RUNNING_UNDER_SYSTEMD=true \
      RABBITMQ_NODENAME=oversight@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
      RABBITMQ_NODE_PORT="$(port_of amqp)" RABBITMQ_DIST_PORT="$(port_of dist)" \
      ERL_EPMD_PORT="$(port_of epmd)" ERL_EPMD_ADDRESS=127.0.0.1 \
      RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_LOG_BASE="$folder/log" RABBITMQ_PID_FILE="$folder/pid" \
      RABBITMQ_CONFIG_FILE="$folder/none" RABBITMQ_ADVANCED_CONFIG_FILE="$folder/rabbitmq.config" \
      RABBITMQ_ENABLED_PLUGINS_FILE="$folder/enabled_plugins" RABBITMQ_CONF_ENV_FILE="$folder/rabbitmq-env.conf" \
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none' \
      "$script" >"$folder/out" 2>&1 </dev/null 9>&- &
  )
}

rabbitmq_end_epmd() {
  local port pid ours=()
  port=$(port_of epmd)
  [[ -n $port ]] || return 0
  while read -r pid; do
    if [[ $(cat "/proc/$pid/comm" 2>/dev/null) == epmd ]]; then ours+=("$pid"); fi
  done < <(processes_with "ERL_EPMD_PORT=$port")
  stop_processes TERM 2 "${ours[@]}"
}

rabbitmq_await() { # seconds: false when it dies or does not answer by then
  local until=$(($(now_ms) + $1 * 1000)) grace=$(($(now_ms) + 3000))
  while ! rabbitmq_ready; do
    (($(now_ms) < until)) || return 1
    if (($(now_ms) > grace)) && ! rabbitmq_process >/dev/null; then return 1; fi
    sleep 0.1
  done
}

rabbitmq_up() {
  local folder account attempt
  rabbitmq_ready && return 0
  rabbitmq_script >/dev/null || fail "RabbitMQ is not on this machine. $(rabbitmq_advice)"
  account=$(rabbitmq_account)
  server_folder rabbitmq "$account"
  folder=$(rabbitmq_folder)
  for attempt in first second; do
    # One that is already starting, left by an interrupted run, may still come up by itself.
    if [[ $attempt == first ]] && rabbitmq_process >/dev/null && rabbitmq_await 20; then break; fi
    rabbitmq_down
    ports_settle amqp dist epmd
    # The user and the virtual host are made at the end of a first start; without them the rest is worth nothing.
    if [[ ! -e $folder/made ]]; then rm -rf "$folder/mnesia"; fi
    rm -f "$folder/pid"
    rabbitmq_configure "$folder" "$account"
    rabbitmq_launch "$folder" "$account"
    if rabbitmq_await 90; then break; fi
    [[ $attempt == first ]] || fail "RabbitMQ does not start; its last words in $folder/out: $(grep -v '^ *$' "$folder/out" | tail -n 3)"
  done
  : >"$folder/made"
}

rabbitmq_down() {
  local pid
  if pid=$(rabbitmq_process); then stop_processes TERM 20 "$pid"; fi
  rabbitmq_end_epmd
}

rabbitmq_url() { printf 'amqp://oversight:%s@127.0.0.1:%s/oversight' "$(secret_of rabbitmq)" "$(port_of amqp)"; }
