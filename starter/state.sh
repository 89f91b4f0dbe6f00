# shellcheck shell=bash
# What is remembered between runs, all of it under OVERSIGHT_HOME: ports, passwords, processes.

home_make() {
  local marker=$OVERSIGHT_HOME/.made-by-oversight
  if [[ ! -e $marker ]]; then
    if [[ -n $(ls -A "$OVERSIGHT_HOME" 2>/dev/null) ]]; then
      fail "$OVERSIGHT_HOME holds other things; set OVERSIGHT_HOME to a new or empty folder."
    fi
    mkdir -p "$OVERSIGHT_HOME" || fail "$OVERSIGHT_HOME cannot be created; set OVERSIGHT_HOME to a folder that can."
    : >"$marker"
  fi
  # The servers' own accounts must be able to pass through when root starts them; the secrets stay unreadable.
  if ((EUID == 0)); then chmod go+x "$OVERSIGHT_HOME"; fi
  mkdir -p "$OVERSIGHT_HOME/run" "$OVERSIGHT_HOME/logs"
  policy_heal
}

# One starter at a time for one home. Children must not inherit descriptor 9, or they would hold the lock for ever.
home_lock() {
  exec 9>"$OVERSIGHT_HOME/lock"
  flock -n 9 && return 0
  note "another ./oversight is at work on $OVERSIGHT_HOME; waiting for it."
  flock -w 600 9 || fail "the other ./oversight has not finished within ten minutes; try again later."
}

home_unlock() { exec 9>&-; }

recall() { # file name
  { sed -n "s/^$2=//p" "$OVERSIGHT_HOME/$1" 2>/dev/null || true; } | tail -n 1
}

remember() { # file name value
  local file=$OVERSIGHT_HOME/$1 rest
  rest=$(grep -v "^$2=" "$file" 2>/dev/null || true)
  (umask 077 && printf '%s\n' ${rest:+"$rest"} "$2=$3" >"$file.new") && mv "$file.new" "$file"
}

secret_of() { # name: made up at first use
  local value
  value=$(recall secrets "$1")
  if [[ -z $value ]]; then
    value=$(od -An -N18 -tx1 /dev/urandom | tr -d ' \n')
    remember secrets "$1" "$value"
  fi
  printf '%s' "$value"
}

port_listening() { # port: does any process on this machine listen on it?
  local hex
  printf -v hex '%04X' "$1"
  grep -qsE "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:0000 0A" /proc/net/tcp /proc/net/tcp6
}

port_choose() { # name: a free port, remembered
  local port
  while true; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    port_listening "$port" && continue
    grep -qs "=$port$" "$OVERSIGHT_HOME/ports" && continue
    remember ports "$1" "$port"
    return 0
  done
}

port_of() { recall ports "$1"; }

# Keeps each remembered port unless another program has taken it meanwhile. Call it only while its owner is down.
ports_settle() {
  local name port
  for name in "$@"; do
    port=$(port_of "$name")
    if [[ -z $port ]] || port_listening "$port"; then port_choose "$name"; fi
  done
}

start_ticks() { # pid: when it started, so that a recycled pid is not mistaken for it
  local stat
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  # shellcheck disable=SC2086 # the fields after the command name are numbers
  set -- ${stat##*) }
  [[ $1 != Z ]] || return 1
  printf '%s' "${20}"
}

process_remember() { # name pid what-it-was-started-with
  printf '%s %s %s\n' "$2" "$(start_ticks "$2" || true)" "$3" >"$OVERSIGHT_HOME/.run-$1.$BASHPID"
  mv "$OVERSIGHT_HOME/.run-$1.$BASHPID" "$OVERSIGHT_HOME/run/$1"
}

process_of() { # name: its pid, if it still lives
  local pid ticks _
  { read -r pid ticks _ <"$OVERSIGHT_HOME/run/$1"; } 2>/dev/null || return 1
  [[ -n $ticks && $(start_ticks "$pid") == "$ticks" ]] || return 1
  printf '%s' "$pid"
}

process_started_with() { cut -d ' ' -f 3 "$OVERSIGHT_HOME/run/$1" 2>/dev/null || true; }

processes_with() { # NAME=value: pids that have it in their environment
  grep -lzsFx "$1" /proc/[0-9]*/environ 2>/dev/null | cut -d / -f 3 || true
}

await_end() { # seconds pid...: true once all are gone
  local tries=$(($1 * 20)) pid left
  shift
  while true; do
    left=
    for pid in "$@"; do start_ticks "$pid" >/dev/null && left=yes; done
    [[ -n $left ]] || return 0
    ((tries-- > 0)) || return 1
    sleep 0.05
  done
}

stop_processes() { # signal seconds pid...: asks, waits, then insists
  local signal=$1 seconds=$2
  shift 2
  (($# > 0)) || return 0
  kill -s "$signal" "$@" 2>/dev/null || true
  await_end "$seconds" "$@" && return 0
  kill -s KILL "$@" 2>/dev/null || true
  await_end 10 "$@" || note "process $* does not end even when killed."
}

account_for() { # account: who runs a server; nobody but the invoking user unless that is root
  ((EUID == 0)) || return 0
  if id -u "$1" >/dev/null 2>&1; then printf '%s' "$1"; else printf nobody; fi
}

as() { # account command...
  local account=$1
  shift
  if [[ -n $account ]]; then runuser -u "$account" -- "$@"; else "$@"; fi
}

elsewhere() { printf '/var/lib/oversight-%s' "$(printf '%s' "$OVERSIGHT_HOME" | sha256sum | cut -c 1-12)"; }

# The folder of a server. When its account may not pass through OVERSIGHT_HOME, a link leads to one where it may.
server_folder() { # name account
  local link=$OVERSIGHT_HOME/$1 account=$2 real
  if [[ -n $account && ! -d $link ]] && ! as "$account" test -x "$OVERSIGHT_HOME"; then
    real=$(elsewhere)/$1
    note "the account $account may not enter $OVERSIGHT_HOME, so $1 keeps its data in $real."
    mkdir -p "$real"
    chmod go+x "$(elsewhere)"
    ln -sfn "$real" "$link"
  fi
  mkdir -p "$link"
  if [[ -n $account && $(stat -Lc %U "$link") != "$account" ]]; then chown "$account:" "$link"; fi
  chmod 700 "$link/."
}
