#!/bin/sh
# Judges PDF files with veraPDF: verapdf.sh FLAVOUR FILE...   (flavours: ua1, 3a)
# Prints each failed check. Exit status: 0 all pass, 1 a check failed, 77 veraPDF cannot be had.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/bilan-tests
jars=$cache/verapdf
flavour=${1:?flavour (ua1 or 3a)}
shift

missing() {
    echo "######## veraPDF NOT RUN: $1 (skipped, not passed)" >&2
    exit 77
}

# Into a folder of its own first, so that two runs at once or a broken one leave no half of it.
fetch() {
    mkdir -p "$cache" || missing "cannot write to $cache"
    new=$(mktemp -d "$cache/fetch.XXXXXX") || missing "cannot write to $cache"
    if ! mvn -q -B -f "$here/../verapdf/pom.xml" dependency:copy-dependencies -DoutputDirectory="$new/jars" \
        >"$cache/maven.log" 2>&1; then
        rm -rf "$new"
        missing "maven could not fetch it, see $cache/maven.log"
    fi
    [ -d "$jars" ] || mv "$new/jars" "$jars"
    rm -rf "$new"
}

command -v java >/dev/null || missing 'no java (Debian: default-jre-headless)'
if [ ! -d "$jars" ]; then
    command -v mvn >/dev/null || missing 'no mvn (Debian: maven)'
    fetch
fi

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
java -Xshare:auto -cp "$jars/*" org.verapdf.apps.GreenfieldCliWrapper --nonpdfext --flavour "$flavour" --format text -v \
    "$@" >"$scratch/report" 2>"$scratch/log"
status=$?
passed=$(grep -c '^PASS ' "$scratch/report")
if [ "$status" -ne 0 ] || [ "$passed" -ne $# ]; then
    cat "$scratch/report" "$scratch/log" >&2
    exit 1
fi
cat "$scratch/report"
