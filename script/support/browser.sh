# Finds Chromium for the browser tests and names it in CHROMIUM; installs it where that is allowed.

is_debian() { command -v apt-get >/dev/null; }

# Prints how to become root: nothing, or sudo. Fails where we may not.
as_root() {
  [ "$(id -u)" = 0 ] && return
  sudo -n true 2>/dev/null && echo sudo -n
}

apt_is_updated=
install_debian() {
  local root_command
  root_command=$(as_root) || return 1
  tell "Installing $* …"
  # shellcheck disable=SC2086 # two words, or none
  if [ -z "$apt_is_updated" ]; then quietly $root_command apt-get update -qq || return 1; fi
  apt_is_updated=yes
  # shellcheck disable=SC2086
  quietly $root_command env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' /Applications/Chromium.app/Contents/MacOS/Chromium; do
    [ -n "$name" ] && CHROMIUM=$(command -v "$name") && export CHROMIUM && return
  done
  return 1
}

use_chromium() {
  find_chromium && return
  is_debian && install_debian chromium && find_chromium && return
  stop 'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or name one in CHROMIUM.'
}
