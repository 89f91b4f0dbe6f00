# shellcheck shell=bash
# Every other word belongs to the command line client.

hand_over() {
  local word=${1//-/} addresses
  word=${word^}
  [[ $1 =~ ^[a-z]+(-[a-z0-9]+)*$ ]] || misused "there is no word $1."
  if [[ ! -e $(cli_program) ]]; then
    # The client has a file for each of its words, so a slip of the pen need not wait for a build.
    [[ -e $clone/services/Audit/Cli/Commands/$word.cs ]] || misused "there is no word $1."
    home_make
    build artifacts/system.slnf >&2
  fi
  if [[ -z ${OVERSIGHT_URL:-} ]]; then
    word=$(port_of public)
    if [[ -n $word ]]; then
      mapfile -t addresses < <(service_addresses)
      export "OVERSIGHT_URL=http://127.0.0.1:$word" "${addresses[@]}"
    fi
  fi
  # There the client keeps who is signed in.
  if [[ -e $OVERSIGHT_HOME/.made-by-oversight ]]; then export OVERSIGHT_HOME; fi
  trap - EXIT
  exec dotnet "$(cli_program)" "$@"
}
