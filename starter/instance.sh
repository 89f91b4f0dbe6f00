# shellcheck shell=bash
# The name that databases, exchanges and queues begin with, so that two clones on one given server do not meet.

instance_valid() {
  local LC_ALL=C
  [[ $1 =~ ^[a-z][a-z0-9_]{0,29}$ && $1 != pg_* ]]
}

instance_check() {
  [[ -z ${OVERSIGHT_INSTANCE:-} ]] || instance_valid "$OVERSIGHT_INSTANCE" ||
    fail "OVERSIGHT_INSTANCE is '$OVERSIGHT_INSTANCE'; it must be 1 to 30 lower-case letters, digits and underscores, begin with a letter, and not with pg_."
}

servers_are_given() { [[ -n ${OVERSIGHT_POSTGRES:-}${OVERSIGHT_RABBITMQ:-} ]]; }

instance_of() { # nothing where a name has yet to be made
  local known
  known=${OVERSIGHT_INSTANCE:-}
  if servers_are_given; then known=${known:-$(recall instance given)}; else known=${known:-$(recall instance private)} known=${known:-oversight}; fi
  printf '%s' "$known"
}

# What was chosen once is kept: the data lie under that name.
instance_settle() {
  local name kind=private
  instance_check
  name=$(instance_of)
  if servers_are_given; then kind=given; fi
  if [[ -z $name ]]; then name=oversight_$(od -An -N3 -tx1 /dev/urandom | tr -d ' \n'); fi
  if [[ $(recall instance "$kind") != "$name" ]]; then
    remember instance "$kind" "$name"
    if [[ $kind == given ]]; then say "On the given servers this clone is $name; another clone joins it with OVERSIGHT_INSTANCE=$name."; fi
  fi
}

database_of() { printf '%s_%s' "$(instance_of)" "$1"; } # service
