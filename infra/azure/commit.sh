#!/usr/bin/env bash
# Tells the pipeline of which commit a run of it was, as an output of a step.
# usage: bash infra/azure/commit.sh RUN
set -euo pipefail
commit="$(gh api "repos/$GITHUB_REPOSITORY/actions/runs/${1:?which run?}" --jq .head_sha)"
echo "commit=${commit:?of no commit}"
