#!/usr/bin/env bash
# Builds the wheel and the source archive twice, in different folders, at different times and with different umasks, and compares the bytes.
# PYTHON names a Python that has the package `build`. Needs a committed state: what is built is HEAD.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
for folder in one some/where/else; do
    mkdir -p "$work/$folder" "$work/out-${folder##*/}"
    git archive HEAD | tar -x -C "$work/$folder"
    find "$work/$folder" -exec touch -d "@$((RANDOM * 50000))" {} +
    (
        cd "$work/$folder"
        [ "$folder" = one ] && umask 022 || umask 077
        "$PYTHON" -m build --quiet --outdir "$work/out-${folder##*/}" .
    )
done
(cd "$work/out-one" && sha256sum ./*) > "$work/sums"
cat "$work/sums"
(cd "$work/out-else" && sha256sum --check "$work/sums")
