# Sourced by the scripts beside it: what they share of their set-up. Quick when everything is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

step() { printf '==> %s\n' "$*"; }

# Installs the Debian packages that are missing, and only those.
need_packages() {
  local missing=()
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  step "Installing ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || { echo "accountd needs the Swift 6.3 toolchain on the PATH" >&2; exit 1; }
}

BUILD_PACKAGES=(libprotobuf-c-dev libprotobuf-dev libsqlite3-dev libsodium-dev libssl-dev libqrencode-dev libcurl4-openssl-dev libnghttp2-dev zlib1g-dev pkg-config tzdata)

# Builds the three products in release, with the Swift libraries linked in: up in milliseconds, nothing to install beside it.
build_release() {
  need_swift
  need_packages "${BUILD_PACKAGES[@]}"
  step "Building in release"
  swift build -c release --static-swift-stdlib --product accountd
  swift build -c release --static-swift-stdlib --product rpcctl
  swift build -c release --static-swift-stdlib --product rpcload
}

# A Python environment of the checkout's own, for test clients and buf.
need_python() {
  need_packages python3 python3-venv
  local wanted="$*"
  if [ ! -f .venv/wanted ] || [ "$(cat .venv/wanted)" != "$wanted" ]; then
    step "Making .venv with $wanted"
    python3 -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check "$@"
    printf '%s' "$wanted" > .venv/wanted
  fi
}
