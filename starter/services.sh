# shellcheck shell=bash
# The processes of the system itself.

separate_services=(ingestion grading monitoring identity portal gateway)

# The programs of the current mode: one each, or all in one.
services_of_mode() {
  local name
  if [[ $(recall mode mode) == embedded ]]; then
    printf 'embedded\n'
    return 0
  fi
  for name in "${separate_services[@]}"; do
    [[ $name == identity && -n ${OVERSIGHT_OIDC_AUTHORITY:-} ]] || printf '%s\n' "$name"
  done
}

# Whose word is taken for who somebody is: the given provider's, else that of our own demo people.
identity_settings() { # NAME=value, one a line
  local name
  printf 'OVERSIGHT_OIDC_AUTHORITY=%s\n' "${OVERSIGHT_OIDC_AUTHORITY:-$(identity_url)}"
  for name in OVERSIGHT_OIDC_AUDIENCE OVERSIGHT_OIDC_ROLES_CLAIM OVERSIGHT_OIDC_CLI_CLIENT OVERSIGHT_OIDC_PORTAL_CLIENT OVERSIGHT_OIDC_PORTAL_SECRET; do
    if [[ -n ${!name:-} ]]; then printf '%s=%s\n' "$name" "${!name}"; fi
  done
}

identity_url() { printf 'http://127.0.0.1:%s/' "$(port_of identity)"; }

service_program() { program "Oversight.${1^}"; }

port_of_service() { case $1 in gateway | embedded) port_of public ;; *) port_of "$1" ;; esac; }

public_url() { printf 'http://127.0.0.1:%s' "$(port_of public)"; }

# Mails to those who follow go to the given mail server, else they lie as files where they can be read.
mail_settings() { # NAME=value, one a line
  printf 'Oversight__PublicAddress=%s\n' "${Oversight__PublicAddress:-$(public_url)}"
  if [[ -z ${Oversight__Mail__Smtp__Host:-} ]]; then printf 'Oversight__Mail__Pickup=%s\n' "${Oversight__Mail__Pickup:-$OVERSIGHT_HOME/mail}"; fi
}

service_settings() { # name: NAME=value, one a line
  local other
  printf 'ASPNETCORE_URLS=http://127.0.0.1:%s\n' "$(port_of_service "$1")"
  printf 'DOTNET_NOLOGO=1\n'
  identity_settings
  case $1 in
    embedded)
      for other in ingestion grading monitoring; do
        printf 'ConnectionStrings__%s=%s\n' "$other" "$(connection_string "$(database_of "$other")")"
      done
      mail_settings
      printf 'OVERSIGHT_PORTAL_KEYS=%s\n' "$OVERSIGHT_HOME/portal"
      printf 'Oversight__Services__gateway=%s\n' "$(public_url)"
      if [[ -z ${OVERSIGHT_OIDC_AUTHORITY:-} ]]; then
        printf 'Oversight__Services__identity=%s\n' "$(identity_url)"
        printf 'OVERSIGHT_IDENTITY_KEYS=%s\n' "$OVERSIGHT_HOME/identity"
      fi
      ;;
    identity)
      printf 'OVERSIGHT_IDENTITY_KEYS=%s\n' "$OVERSIGHT_HOME/identity"
      return 0
      ;;
    gateway) printf 'Oversight__Services__portal=http://127.0.0.1:%s\n' "$(port_of portal)" ;;
    portal)
      printf 'OVERSIGHT_PORTAL_KEYS=%s\n' "$OVERSIGHT_HOME/portal"
      printf 'Oversight__Services__gateway=%s\n' "$(public_url)"
      return 0
      ;;
    *)
      if [[ $1 == monitoring ]]; then mail_settings; fi
      printf 'ConnectionStrings__Postgres=%s\n' "$(connection_string "$(database_of "$1")")"
      printf 'OVERSIGHT_INSTANCE=%s\n' "$(instance_of)"
      printf 'ConnectionStrings__RabbitMq=%s\n' "${OVERSIGHT_RABBITMQ:-$(rabbitmq_url)}"
      ;;
  esac
  service_addresses
}

# Behind the public address, for each other and for whoever looks after them.
service_addresses() {
  local name
  for name in ingestion grading monitoring; do
    if [[ -n $(port_of "$name") ]]; then printf 'Oversight__Services__%s=http://127.0.0.1:%s\n' "$name" "$(port_of "$name")"; fi
  done
}

# Changes when the settings or the built program change, and then the process is started anew.
service_fingerprint() {
  local folder
  folder=$(dirname "$(service_program "$1")")
  { service_settings "$1" && stat -c '%n %Y' "$folder/"*.dll; } | sha256sum | cut -c 1-16
}

service_start() { # name: unless what runs already is what is wanted
  local name=$1 log=$OVERSIGHT_HOME/logs/$1.log fingerprint pid settings
  fingerprint=$(service_fingerprint "$name")
  if pid=$(process_of "$name"); then
    if [[ $(process_started_with "$name") == "$fingerprint" ]]; then return 0; fi
    stop_processes TERM 15 "$pid"
  fi
  if port_listening "$(port_of_service "$name")"; then
    if [[ $(port_of_service "$name") == "$(port_of public)" ]]; then fail "port $(port_of public) is taken by another program; give another with --port."; fi
    fail "port $(port_of "$name") of $name is taken by another program; ./oversight down and then up chooses another."
  fi
  if [[ $(stat -c %s "$log" 2>/dev/null || printf 0) -gt 20000000 ]]; then mv "$log" "$log.1"; fi
  mapfile -t settings < <(service_settings "$name")
  (
    # By itself, so that a starter killed just now leaves nothing running that the next one does not know of.
    process_remember "$name" "$BASHPID" "$fingerprint"
    cd "$(dirname "$(service_program "$name")")"
    export "${settings[@]}"
    exec setsid dotnet "$(service_program "$name")" >>"$log" 2>&1 </dev/null 9>&-
  ) &
  process_remember "$name" $! "$fingerprint"
}

http_get() ( # port path: status code on the first line, then the body
  exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nAccept: application/json\r\n\r\n' "$2" "$1" >&3
  timeout 5 cat <&3 | sed -e '1s/^HTTP[^ ]* \([0-9]*\).*/\1/' -e '2,/^\r*$/d'
) 2>/dev/null

# What a check of health found wrong, from the JSON that it answers.
health_sentences() {
  local said
  # The gateway tells of the others; one that is gone has nothing to say for itself.
  said=$({
    grep -oE '"status":"Unhealthy","description":"([^"\\]|\\.)*"' <<<"$1" | sed -e 's/^.*"description":"//' -e 's/"$//'
    grep -oE '"detail":"([^"\\]|\\.)*"' <<<"$1" | sed -e 's/^"detail":"//' -e 's/[.]*"$//'
    grep -oE '"[a-z]+":\{"status":"Unreachable"' <<<"$1" | sed -e 's/^"/the service /' -e 's/".*$/ does not answer/'
  } | sort -u | paste -sd ';')
  printf '%b' "${said//;/; }"
}

# It was started and nobody stopped it, yet it runs no more.
service_is_dead() { [[ -e $OVERSIGHT_HOME/run/$1 ]] && ! process_of "$1" >/dev/null; }

service_death() { printf 'has ended by itself: ./oversight logs %s says why, ./oversight up starts it again' "$1"; }

# Fails and says nothing when the answer is yes; else says why not.
service_not() { # started|ready name
  local answer why
  if ! process_of "$2" >/dev/null; then
    printf 'not running'
    return 0
  fi
  answer=$(http_get "$(port_of_service "$2")" "/health/$1" || true)
  case ${answer%%$'\n'*} in
    200) return 1 ;;
    '') printf 'does not answer yet' ;;
    *)
      why=$(health_sentences "${answer#*$'\n'}" || true)
      printf 'not %s (%s): %s' "$1" "${answer%%$'\n'*}" "${why:-see http://127.0.0.1:$(port_of_service "$2")/health/$1 and ./oversight logs $2}"
      ;;
  esac
}

service_fail() { # name, then what is wrong with it
  note "the last lines of $OVERSIGHT_HOME/logs/$1.log:"
  tail -n 15 "$OVERSIGHT_HOME/logs/$1.log" | cut -c 1-400 >&2
  fail "$*"
}

services_await() { # shows which one is waited for until it has reached its servers, and how long each took
  local began name waiting=("$@") still why shown=
  began=$(now_ms)
  while ((${#waiting[@]} > 0)); do
    still=()
    for name in "${waiting[@]}"; do
      if why=$(service_not started "$name"); then
        still+=("$name")
        if [[ $why == 'not running' ]] || (($(now_ms) - began > 120000)); then service_fail "$name" "did not start: $why"; fi
      else
        [[ -z $shown ]] || printf '\r\033[K'
        done_since "$began" "$name runs on 127.0.0.1:$(port_of_service "$name")"
      fi
    done
    waiting=("${still[@]}")
    ((${#waiting[@]} > 0)) || break
    if [[ -t 1 ]]; then
      shown=yes
      printf '\r\033[K  waiting for %s' "${waiting[*]}"
    fi
    sleep 0.1
  done
}

# What runs and is not ready needs a person or patience, and neither is a reason to hold up the rest.
services_warn() {
  local name why until=$(($(now_ms) + 10000)) warned=
  for name in "$@"; do
    # The gateway only says again what the others said.
    if [[ -n $warned && $name == gateway ]]; then continue; fi
    while why=$(service_not ready "$name"); do
      if [[ $why == 'not running' ]]; then service_fail "$name" "ended as soon as it had started; see ./oversight logs $name"; fi
      if (($(now_ms) > until)); then
        note "WARNING: $name runs, but it is $why"
        warned=yes
        note "  see http://127.0.0.1:$(port_of_service "$name")/health/ready and ./oversight logs $name"
        break
      fi
      sleep 0.1
    done
  done
}

services_stop() {
  local name pid pids=()
  for name in gateway portal identity ingestion grading monitoring embedded; do
    if pid=$(process_of "$name"); then pids+=("$pid"); fi
  done
  stop_processes TERM 15 "${pids[@]}"
  for name in gateway portal identity ingestion grading monitoring embedded; do rm -f "$OVERSIGHT_HOME/run/$name"; done
}
