# What ./qirtas and ./check share: the JDK, the words, the build. Read by them with "."; both set $home first.
# shellcheck shell=sh
# shellcheck disable=SC2154 # home is theirs.
# No run that finds everything in place starts more than one process here.

# The JVM takes the encoding of file names from the locale, and under "C" it cannot open an Arabic one. So it always runs in
# UTF-8, and the reader's language travels by itself; that also keeps what is written out the same under every locale.
language=${QIRTAS_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}
language=${language%%[!a-z]*}
[ -n "$language" ] || language=en
export LC_ALL=C.UTF-8

# say ENGLISH ARABIC: one line to the reader.
say() {
  case $language in
    ar) printf 'qirtas: %s\n' "$2" >&2 ;;
    *) printf 'qirtas: %s\n' "$1" >&2 ;;
  esac
}

# Sets $version to the feature version of the JDK in $1, or to 0 where there is none. Reads the file that every JDK carries:
# asking java itself would cost each run a tenth of a second.
jdk_version() {
  version=0
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#*\"}
        version=${version%%[!0-9]*}
        ;;
    esac
  done <"$1/release"
}

# Takes the JDK in $1 for $jdk when it will do and none is taken yet.
take_jdk() {
  [ -z "$jdk" ] || return 0
  jdk_version "$1"
  [ "${version:-0}" -ge 25 ] && jdk=$1
  return 0
}

# Looks through the given folders: the first JDK that is exactly 25 wins, then the newest.
search_jdks() {
  newest=0
  found=
  for folder in "$@"; do
    jdk_version "$folder"
    [ "${version:-0}" -ge 25 ] || continue
    [ "$newest" -eq 25 ] && break
    if [ "$version" -eq 25 ] || [ "$version" -gt "$newest" ]; then
      newest=$version
      found=$folder
    fi
  done
  jdk=$found
}

# Sets $jdk: $JAVA_HOME, then PATH's java, then the usual places (QIRTAS_JDKS names a folder of JDKs to search instead).
find_jdk() {
  jdk=
  [ -z "${JAVA_HOME:-}" ] || take_jdk "$JAVA_HOME"
  [ -z "$jdk" ] || return 0
  on_path=$(command -v java) && on_path=$(readlink -f -- "$on_path" 2>/dev/null) && take_jdk "${on_path%/bin/java}"
  [ -z "$jdk" ] || return 0
  if [ -n "${QIRTAS_JDKS:-}" ]; then
    search_jdks "$QIRTAS_JDKS"/*
  else
    search_jdks /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/* /opt/* /opt/java/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* \
      "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
  fi
  [ -z "$jdk" ] || return 0
  # A shim of jenv or the like has no JDK beside it; java itself knows where it lives.
  on_path=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  [ -z "$on_path" ] || take_jdk "$on_path"
  [ -n "$jdk" ] && return 0
  say 'no JDK 25 or newer found: install one (for example Eclipse Temurin 25), or set JAVA_HOME to it' \
    'لا توجد نسخة JDK 25 أو أحدث: ثبّت واحدة (مثل Eclipse Temurin 25) أو اجعل JAVA_HOME يشير إليها'
  exit 1
}

# maven ARGUMENTS: Maven under $jdk. The options silence what Java 25 says of older Mavens.
maven() {
  JAVA_HOME=$jdk MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn -B "$@"
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  say 'Maven is needed to build Qirtas, and there is no "mvn" on the PATH' \
    'يلزم Maven لبناء قرطاس، ولا يوجد الأمر mvn على المسار PATH'
  exit 1
}

# Whether the jar stands and is no older than what it is made of. The mark carries the time at which its build began, so that
# an edit during the build counts, and it is set last, so that a build cut short counts for nothing.
is_built() {
  [ -f "$home/target/built" ] && [ -f "$home/target/qirtas.jar" ] &&
    [ -z "$(find "$home/pom.xml" "$home/src/main/java" "$home/src/main/resources" -newer "$home/target/built" 2>/dev/null)" ]
}

build_if_needed() {
  is_built && return 0
  need_maven
  mkdir -p "$home/target" || exit 1
  lock
  # Who waited for another's build finds it done.
  is_built || build
  unlock
}

build() {
  if [ -f "$home/target/built" ]; then
    say 'the sources have changed: building …' 'تغيّرت الشيفرة: يجري البناء …'
  else
    say 'first use: building, which takes a minute or two …' 'أول استعمال: يجري البناء، وقد يستغرق دقيقة أو دقيقتين …'
  fi
  : >"$home/target/building"
  # ./check tests and measures; a first use need not.
  # Not with -q, which would keep from the log the warnings that a build fails for.
  if ! (cd -- "$home" && maven -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package) \
    >"$home/target/build.log" 2>&1 </dev/null; then
    grep -E '^\[ERROR\]|^\[WARNING\] /' "$home/target/build.log" | head -n 12 >&2
    say "the build failed: see $home/target/build.log" "لم ينجح البناء: انظر $home/target/build.log"
    exit 1
  fi
  train
  mv -f "$home/target/building" "$home/target/built"
}

# start_java ARGUMENTS: becomes Java with Qirtas in it. Classes that a run of the main job has loaded and linked once, when Qirtas was built, need
# not be again at each run (JEP 483, JEP 514). Where that cache does not fit (another JDK, another jar), Java goes on without a word.
start_java() {
  exec "$jdk/bin/java" -XX:+UseSerialGC -XX:-UsePerfData "-Xlog:aot*=off" "-Xlog:cds*=off" \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Dqirtas.home="$home" "$@"
}

# A build without it is only slower.
train() {
  rm -f "$home/target/qirtas.aot"
  ( start_java -XX:AOTCacheOutput="$home/target/qirtas.aot" -jar "$home/target/qirtas.jar" demo -o "$home/target/training" ) \
    >"$home/target/training.log" 2>&1 </dev/null || rm -f "$home/target/qirtas.aot"
  rm -rf "$home/target/training"
}

# One build at a time in this folder. flock's lock dies with its holder; the folder that stands in for it where there is no
# flock (macOS) names its holder, so that the next can tell whether he is gone.
lock() {
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$home/target/build.lock"
    flock -n 9 && return 0
    say_waiting
    flock 9
  else
    waited=
    until mkdir "$home/target/build.locked" 2>/dev/null; do
      holder=$(cat "$home/target/build.locked/pid" 2>/dev/null)
      if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
        rm -rf "$home/target/build.locked"
        continue
      fi
      [ -n "$waited" ] || say_waiting
      waited=yes
      sleep 1
    done
    echo $$ >"$home/target/build.locked/pid"
    trap 'rm -rf "$home/target/build.locked"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
  fi
}

unlock() {
  exec 9>&-
  if [ -d "$home/target/build.locked" ]; then
    rm -rf "$home/target/build.locked"
    trap - EXIT INT TERM
  fi
}

say_waiting() {
  say 'another run is building: waiting for it …' 'بناءٌ آخر جارٍ: في انتظار تمامه …'
}
