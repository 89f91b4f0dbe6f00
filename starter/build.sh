# shellcheck shell=bash
# Building, only when something changed.

# Where the installer of Microsoft puts it when nobody says otherwise.
if ! command -v dotnet >/dev/null && [[ -x ${HOME:-}/.dotnet/dotnet ]]; then PATH=$PATH:$HOME/.dotnet; fi

dotnet_packaged() { apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; }

dotnet_advice() {
  if dotnet_packaged; then
    install_command dotnet-sdk-10.0
  else
    printf 'curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0'
  fi
}

dotnet_check() {
  if ! command -v dotnet >/dev/null && may_install && dotnet_packaged; then install_packages dotnet-sdk-10.0; fi
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; get it with: $(dotnet_advice)"
  (cd "$clone" && dotnet --version >/dev/null 2>&1) ||
    fail "the .NET SDK on this machine is older than global.json asks for; get .NET 10 with: $(dotnet_advice)"
}

program() { printf '%s/artifacts/bin/%s/release/%s.dll' "$clone" "$1" "${2:-$1}"; }

cli_program() { program Oversight.Cli oversight-cli; }

# A folder counts as changed when a file in it was taken away, so looking at times alone is enough.
unchanged_since() { # stamp path...
  local stamp=$1
  shift
  [[ -e $stamp && -z $(find "$@" -newer "$stamp" -print -quit 2>/dev/null) ]]
}

build_paths() { # what: the folders and files it is made from
  local name
  cd "$clone"
  case $1 in
    Oversight.sln) printf '%s\n' contracts platform services tests bench ;;
    *) printf '%s\n' contracts platform services ;;
  esac
  for name in Directory.Build.props Directory.Packages.props global.json .editorconfig Oversight.sln; do
    if [[ -e $name ]]; then printf '%s\n' "$name"; fi
  done
}

# What runs, without the tests: the services in the solution and whatever they need.
system_filter() {
  local projects
  projects=$(grep -o '"services[^"]*\.csproj"' Oversight.sln | sed 's|\\|\\\\|g' | paste -sd ,)
  printf '{ "solution": { "path": "../Oversight.sln", "projects": [%s] } }\n' "$projects" >artifacts/system.slnf
}

build() { # what: artifacts/system.slnf is what runs, Oversight.sln is everything
  local what=$1 stamp log began paths
  stamp=$clone/artifacts/.built-${what##*/}
  mapfile -t paths < <(build_paths "$what")
  cd "$clone"
  if unchanged_since "$stamp" "${paths[@]}" && [[ -e $(cli_program) ]]; then return 0; fi
  dotnet_check
  mkdir -p artifacts
  # Two builds of one clone at once spoil each other.
  exec 8>artifacts/.build-lock
  flock 8
  if unchanged_since "$stamp" "${paths[@]}" && [[ -e $(cli_program) ]]; then
    exec 8>&-
    return 0
  fi
  began=$(now_ms)
  system_filter
  log=$OVERSIGHT_HOME/logs/build.log
  # Restoring may write lock files, so only what changes after it counts as a change.
  {
    dotnet restore "$what" -nologo -v quiet --disable-build-servers && touch "$stamp.begun" &&
      dotnet build "$what" -c Release --no-restore -nologo -v quiet --disable-build-servers -clp:NoSummary
  } >"$log" 2>&1 </dev/null 8>&- 9>&- ||
    fail "the build failed; see $log: $(grep -m 3 -E 'error' "$log" || tail -n 3 "$log")"
  mv "$stamp.begun" "$stamp"
  if [[ $what == Oversight.sln ]]; then touch -r "$stamp" "$clone/artifacts/.built-system.slnf"; fi
  exec 8>&-
  if [[ $what == Oversight.sln ]]; then done_since "$began" 'built everything'; else done_since "$began" 'built the services'; fi
}
