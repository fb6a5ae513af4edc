#!/usr/bin/env bash
# Tests ./qirtas and ./check in a copy of the working tree whose path has spaces and Arabic letters. One line a claim; exit 1 if any fails.
# Needs what a user needs: Maven, a JDK 25 in a usual place, and java of any version on the PATH.
set -u
cd -- "$(dirname -- "$0")/../../.." || exit 1

scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
home="$scratch/a space, قرطاس"
mkdir -p "$home"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$home" || exit 1
home=$(cd -- "$home" && pwd -P)
# What a user may have set must not decide the outcome, nor whether another java comes first.
unset JAVA_HOME QIRTAS_LANG QIRTAS_JDKS QIRTAS_JAVA_OPTS
export LC_ALL=C
failures=0

claim() { # claim NAME CONDITION…
  local name=$1
  shift
  if "$@"; then
    echo "ok    $name"
  else
    echo "FAIL  $name"
    sed 's/^/      | /' "$scratch/out" "$scratch/err"
    failures=$((failures + 1))
  fi
}

run() { # run COMMAND…: its streams and exit code are kept
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
  code=$?
}

ended() { [ "$code" -eq "$1" ]; }
said() { grep -q -- "$1" "$scratch/err"; }
said_lines() { [ "$(wc -l <"$scratch/err")" -eq "$1" ]; }
built() { ended 0 && grep -q 'BUILD SUCCESS' "$scratch/out"; }
failed_build() { ended 1 && said Broken.java && said build.log; }
one_built() { said_lines 2 && said 'first use' && said waiting; }
refused() { ended 1 && said_lines 1 && said "$1"; }
ran() { ended 0 && [ -s "$scratch/out" ]; }
ran_silently() { ran && said_lines 0; }
ran_after() { ran && said_lines 1 && said "$1"; }

# A PATH with the ordinary tools and nothing of Java.
tools="$scratch/tools"
mkdir -p "$tools" "$scratch/no-jdks"
for tool in sh bash env find flock readlink sed tail mkdir mv rm cat sleep dirname basename uname; do
  path=$(command -v "$tool") && ln -s "$path" "$tools/$tool"
done

run env PATH="$tools" QIRTAS_JDKS="$scratch/no-jdks" "$home/qirtas" --version
claim "without a JDK: one line and exit 1" refused 'no JDK 25'
run env PATH="$tools" QIRTAS_JDKS="$scratch/no-jdks" "$home/check"
claim "check without a JDK: one line and exit 1" refused 'no JDK 25'
run env PATH="$tools" QIRTAS_JDKS="$scratch/no-jdks" LC_ALL=ar_EG.UTF-8 "$home/qirtas" --version
claim "without a JDK, to an Arabic reader: in Arabic" refused 'JDK 25 أو'
run env PATH="$tools" "$home/qirtas" --version
claim "without Maven: one line and exit 1" refused 'mvn'

# Two first uses at once, under another java on the PATH.
(cd / && "$home/qirtas" --version >"$scratch/first.out" 2>"$scratch/first.err"; echo $? >"$scratch/first.code") &
run "$home/qirtas" --version
wait $!
claim "two first uses at once: the one runs" ran
cp "$scratch/first.out" "$scratch/out"
code=$(cat "$scratch/first.code")
cat "$scratch/first.err" >>"$scratch/err"
claim "two first uses at once: so does the other" ran
claim "two first uses at once: one builds, one waits" one_built

run env PATH="$tools" "$home/qirtas" --version
claim "a later run needs no Maven and says nothing" ran_silently
run env QIRTAS_JAVA_OPTS=-XX:AOTMode=on "$home/qirtas" --version
claim "classes come from the cache that the build made" ran_silently
run env QIRTAS_JAVA_OPTS=-XX:-UseCompressedOops "$home/qirtas" --version
claim "where that cache does not fit, it runs all the same" ran_silently
run env JAVA_HOME=/nowhere "$home/qirtas" --version
claim "a wrong JAVA_HOME does not matter" ran_silently
for old in /usr/lib/jvm/*-17-*; do
  [ -x "$old/bin/javac" ] || continue
  run env JAVA_HOME="$old" PATH="$old/bin:$PATH" "$home/qirtas" --version
  claim "JAVA_HOME and PATH at ${old##*/}: runs all the same" ran_silently
done

mkdir -p "$scratch/رابط/bin"
ln -s "$home/qirtas" "$scratch/رابط/direct"
ln -s ../direct "$scratch/رابط/bin/q"
run "$scratch/رابط/bin/q" --version
claim "through a chain of links, one relative" ran_silently
run env PATH="$scratch/رابط/bin:$PATH" q --version
claim "found on the PATH" ran_silently
cd -- "$home" && run sh qirtas --version
claim "as an argument of sh" ran_silently

run env QIRTAS_ARCHIVE="$scratch/أرشيف" "$home/qirtas" ingest "$home/src/main/samples/قهوة الصباح.txt"
claim "LC_ALL=C: Arabic file names are read and written" test -d "$scratch/أرشيف/undated/عن-القهوة-التي-بردت"

# On a screen (script makes one), a look-up goes through the pager, and its code comes out behind it.
on_screen() { run env QIRTAS_ARCHIVE="$scratch/أرشيف" QIRTAS_PAGER="sed s/^/paged:/" script -qec "'$home/qirtas' $*" /dev/null; }
if command -v script >/dev/null; then
  on_screen find
  claim "on a screen, what is found goes through the pager" grep -q '^paged:.*القهوة' "$scratch/out"
  on_screen find --skip -1
  claim "and the exit code is Qirtas's" ended 2
  run env QIRTAS_ARCHIVE="$scratch/أرشيف" QIRTAS_PAGER=false "$home/qirtas" find
  claim "into a file, there is no pager" grep -q 'القهوة' "$scratch/out"
fi

# More than a few files are read in processes of their own, which start by the launcher's options.
run env QIRTAS_ARCHIVE="$scratch/many" "$home/qirtas" ingest "$home/src/main/samples"
claim "many files: all are stored" grep -q '^Stored  *18$' "$scratch/out"

touch "$home/src/main/java/org/qirtas/package-info.java"
run "$home/qirtas" --version
claim "after an edit: builds again with one line" ran_after 'have changed'
run "$home/qirtas" --version
claim "and then not again" ran_silently

echo 'no Java' >"$home/src/main/java/org/qirtas/Broken.java"
run "$home/qirtas" --version
claim "a failed build: what is wrong, the log's name, exit 1" failed_build
rm "$home/src/main/java/org/qirtas/Broken.java"
run "$home/qirtas" --version
claim "mended: builds and runs" ran_after 'have changed'

run "$home/check" -DskipTests
claim "check runs Maven under the right JDK" built
run "$home/qirtas" --version
claim "check leaves nothing for a later run to build" ran_silently
run env QIRTAS_JAVA_OPTS=-XX:AOTMode=on "$home/qirtas" --version
claim "check leaves the cache of classes fit for use" ran_silently

[ "$failures" -eq 0 ]
