#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml in a real repository with the real pre-commit: a bad draft stops the
# commit, a good one passes.     usage: pre_commit_test.sh STET
set -euo pipefail
stet=$(readlink -f "$1")
hooks=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/.pre-commit-hooks.yaml
command -v pre-commit >/dev/null || exit 77 # skipped

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home PRE_COMMIT_HOME=$folder/cache PATH=${stet%/*}:$PATH GIT_CONFIG_NOSYSTEM=1
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
mkdir "$HOME"
git config --global user.name Editor
git config --global user.email editor@example.org
git config --global init.defaultBranch main
git config --global protocol.file.allow always

fail() {
  echo "FAILED: $*" >&2
  cat "$folder/log" >&2
  exit 1
}

# The repository that offers the hook.
git init -q "$folder/stet"
cp "$hooks" "$folder/stet/"
git -C "$folder/stet" add -A
git -C "$folder/stet" commit -qm "The hook"

# The repository of articles that uses it.
git init -q "$folder/articles"
cd "$folder/articles"
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $folder/stet
    rev: $(git -C "$folder/stet" rev-parse HEAD)
    hooks:
      - id: stet
CONFIG
pre-commit install >"$folder/log" 2>&1 || fail "pre-commit install"

printf '# Der Hafen\n\nDer Hafen wird ausgebaut.\n\nJetzt Newsletter abonnieren!\n' >hafen.md
git add -A
if git commit -m "A bad draft" >"$folder/log" 2>&1; then fail "the bad draft was committed"; fi
grep -q 'hafen.md:5:' "$folder/log" || fail "the finding's place is not shown"
grep -q 'boilerplate/newsletter' "$folder/log" || fail "the rule is not named"

printf '# Der Hafen\n\nDer Hafen wird ausgebaut.\n' >hafen.md
# Not a draft: must not be looked at.
printf 'note = "Jetzt Newsletter abonnieren!"\n' >notes.toml
git add -A
git commit -m "A good draft" >"$folder/log" 2>&1 || fail "the good draft was stopped"
[ "$(git rev-list --count HEAD)" = 1 ] || fail "there is no commit"
