# shellcheck shell=bash
# What the starter says, and how long things took.

say() { printf '%s\n' "$*"; }

note() { printf 'oversight: %s\n' "$*" >&2; }

# Ends with a code after the reason was said. Anything else that ends the starter is a fault of its own, and owned up to.
quit() {
  reason_said=yes
  exit "$1"
}

own_up() {
  local code=$?
  # Above 128 a signal ended it, such as a reader that went away; that needs no words.
  if ((code != 0 && code < 128)) && [[ -z ${reason_said:-} ]]; then note "stopped with code $code, which is a fault of this script; bash -x ./oversight shows where."; fi
  exit "$code"
}

fail() {
  note "$*"
  quit 1
}

misused() {
  note "$* (./oversight --help lists what there is.)"
  quit 2
}

now_ms() {
  local micros=${EPOCHREALTIME//[^0-9]/}
  printf '%s' "${micros%???}"
}

# A finished step and the seconds since it began.
done_since() {
  local began=$1 took
  shift
  took=$(($(now_ms) - began))
  printf '  %-58s %4d.%d s\n' "$*" $((took / 1000)) $((took % 1000 / 100))
}

asks_for_help() {
  local word
  for word in "$@"; do
    case $word in -h | --help) return 0 ;; --) return 1 ;; esac
  done
  return 1
}
