#!/usr/bin/env bash
# Installs the browser that the page is tested in, where it is missing and can be: Debian's Chromium, as root.
set -euo pipefail
[ ! -x /usr/bin/chromium ] || exit 0

if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The page is tested in Chromium at /usr/bin/chromium, which is missing: apt-get install chromium fonts-liberation, as root." >&2
  exit 69
fi

echo "installing Chromium ..." >&2
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-liberation; } > "$log" 2>&1; then
  cat "$log" >&2
  echo "Chromium could not be installed." >&2
  exit 69
fi
