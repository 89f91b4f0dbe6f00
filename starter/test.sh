# shellcheck shell=bash
# The tests and the measurements, on servers of their own that are gone afterwards.

throwaway_begin() {
  OVERSIGHT_HOME=$(mktemp -d "${TMPDIR:-/tmp}/oversight-test.XXXXXX")
  unset OVERSIGHT_POSTGRES OVERSIGHT_RABBITMQ OVERSIGHT_INSTANCE OVERSIGHT_URL
  # Whatever the tests start inherits this mark, so that nothing of theirs outlives the run.
  export OVERSIGHT_TEST_RUN=$OVERSIGHT_HOME
  trap 'throwaway_end; own_up' EXIT
  trap 'quit 130' INT TERM HUP
  home_make
  home_lock
}

# Nothing here is worth a graceful end, so everything with the mark goes at once, the servers included.
throwaway_end() {
  local code=$? server left
  trap '' INT TERM HUP
  mapfile -t left < <(processes_with "OVERSIGHT_TEST_RUN=$OVERSIGHT_TEST_RUN")
  stop_processes TERM 2 "${left[@]}"
  for server in postgres rabbitmq; do
    if [[ $(server_kind "$server") == container ]]; then container_remove "$server"; fi
  done
  # PostgreSQL's children notice a moment later that it is gone, and write until then.
  for _ in {1..50}; do
    if rm -rf "$OVERSIGHT_HOME" "$(elsewhere)" 2>/dev/null; then return "$code"; fi
    sleep 0.1
  done
  note "$OVERSIGHT_HOME could not be removed."
  return "$code"
}

test_projects() { # the quick ones first; with --fast only those that need no servers
  local name slow=()
  for name in "$clone"/tests/*/*.csproj; do
    name=$(basename "$name" .csproj)
    case $name in
      Oversight.Testing) ;;
      Oversight.Service.Tests | Oversight.EndToEnd.Tests) slow+=("$name") ;;
      *) printf '%s\n' "$name" ;;
    esac
  done
  if [[ $1 != fast && ${#slow[@]} -gt 0 ]]; then printf '%s\n' "${slow[@]}"; fi
}

# What a result file says: passed, failed, skipped; nothing if it is not whole.
test_counts() {
  local counters total passed skipped
  counters=$(grep -o '<Counters [^>]*>' "$1" 2>/dev/null | head -n 1) || return 0
  total=$(sed -n 's/.* total="\([0-9]*\)".*/\1/p' <<<"$counters")
  passed=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
  skipped=$(sed -n 's/.* notExecuted="\([0-9]*\)".*/\1/p' <<<"$counters")
  # Whatever neither passed nor was left out has failed: errors, timeouts and aborted tests have counters of their own.
  if ((total > 0)); then printf '%s %s %s\n' "$passed" $((total - passed - skipped)) "$skipped"; fi
}

# The test programs run themselves; one that hangs must not keep everyone waiting. Services inside the tests log a JSON
# object a line; those are kept in a file and out of sight.
run_test_program() { # project results-folder
  local code=0
  cd "$clone"
  timeout -k 10 1200 dotnet "$(program "$1")" -noColor -noLogo -result-trx "$2/$1.trx" </dev/null 2>&1 9>&- |
    tee "$2/$1.log" | { grep --line-buffered -v '^{' || true; } || code=${PIPESTATUS[0]}
  return "$code"
}

# The pages are looked at in a real browser.
browser_check() {
  if browser >/dev/null; then return 0; fi
  may_install || fail "the tests of the pages need a browser; install it with: $(install_command chromium)"
  install_packages chromium
  browser >/dev/null || fail 'chromium was installed and is not there.'
}

test_servers() {
  browser_check
  servers_start postgres rabbitmq
}

browser() { command -v "${OVERSIGHT_BROWSER:-chromium}" || command -v chromium-browser || command -v google-chrome; }

run_tests() {
  local mode=all began name results passed=0 failed=0 skipped=0 one two three code
  case ${1:-} in
    --fast) mode=fast ;;
    '') ;;
    *) misused "test does not know $1." ;;
  esac
  throwaway_begin
  results=$clone/artifacts/test-results
  rm -rf "$results"
  mkdir -p "$results"
  if [[ $mode == fast ]]; then
    build Oversight.sln
  else
    together 'test_servers' 'build Oversight.sln'
    OVERSIGHT_POSTGRES=$(postgres_url)
    OVERSIGHT_RABBITMQ=$(rabbitmq_url)
    OVERSIGHT_BROWSER=$(browser)
    export OVERSIGHT_POSTGRES OVERSIGHT_RABBITMQ OVERSIGHT_BROWSER
  fi
  home_unlock
  # A test that kills these servers heals them with ./oversight servers up.
  export OVERSIGHT_HOME
  while read -r name; do
    began=$(now_ms)
    code=0
    say "Running $name."
    # In the background, so that a signal is heeded at once.
    run_test_program "$name" "$results" &
    wait $! || code=$?
    if read -r one two three < <(test_counts "$results/$name.trx"); then
      passed=$((passed + one)) failed=$((failed + two)) skipped=$((skipped + three))
      if ((code != 0 && two == 0)); then
        failed=$((failed + 1))
        note "$name ended with code $code although no test failed, which counts as one failure."
      fi
      done_since "$began" "$name: $one passed, $two failed"
    else
      failed=$((failed + 1))
      note "$name ran no test (code $code), which counts as one failure."
    fi
  done < <(test_projects "$mode")
  throwaway_end
  trap own_up EXIT
  if ((passed == 0)); then note 'no test passed, so something is wrong with the tests themselves.'; fi
  printf '%d passed, %d failed' "$passed" "$failed"
  if ((skipped > 0)); then printf ', %d skipped' "$skipped"; fi
  printf '\n'
  ((failed == 0 && passed > 0)) || quit 1
}

bench() {
  throwaway_begin
  together 'servers_start postgres rabbitmq' 'build Oversight.sln'
  home_unlock
  export OVERSIGHT_HOME
  OVERSIGHT_POSTGRES=$(postgres_url) OVERSIGHT_RABBITMQ=$(rabbitmq_url) dotnet "$(program Oversight.Bench)" "$@" &
  wait $!
}
