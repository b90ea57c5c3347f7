#!/usr/bin/env bash
# Installs the browser that the page is tested in, where it is missing and can be: Debian's Chromium, as root. Its headless shell has no
# windows of its own to draw, which the whole browser draws anew for every page; where there is only the whole browser, that serves too.
set -euo pipefail
[ ! -x /usr/bin/chromium-headless-shell ] || exit 0

if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
  [ ! -x /usr/bin/chromium ] || exit 0
  echo "The page is tested in Chromium, which is missing: apt-get install chromium-headless-shell fonts-liberation, as root." >&2
  exit 69
fi

echo "installing Chromium ..." >&2
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium-headless-shell fonts-liberation; } > "$log" 2>&1; then
  [ ! -x /usr/bin/chromium ] || exit 0
  cat "$log" >&2
  echo "Chromium could not be installed." >&2
  exit 69
fi
