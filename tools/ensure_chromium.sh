#!/usr/bin/env bash
# The browser tests open pages in Debian's Chromium. Find it, or install it where that is possible.
set -euo pipefail

command -v "${CHROMIUM:-chromium}" >/dev/null && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The browser tests need Chromium, and none is on the PATH. Install it with this system's" >&2
  echo "package manager (for example: dnf install chromium), or name it in CHROMIUM." >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The browser tests need Chromium, and installing it needs an administrator. Run:" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends chromium" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi

echo "Installing Chromium for the browser tests"
"${as_root[@]}" apt-get update -q
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends \
  chromium fonts-dejavu-core
