# Sourced by the other scripts: what they share. Not run by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

OLDEST_JAVA=17
JAR=src/target/xietong.jar
ARCHIVE=src/target/xietong.jsa
# What scripts/run gives the JVM: little memory, machine code only for what has run five times as often as usual, and by the
# second compiler, which takes its time, twenty times (a start runs most things once), and the classes of an earlier start read
# from an archive if there is one.
JVM=(-XX:+UseSerialGC -Xms48m -XX:NewSize=24m -Xmx512m -XX:CompileThresholdScaling=5
  -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000
  -XX:Tier4BackEdgeThreshold=160000 -XX:+ExitOnOutOfMemoryError
  -XX:SharedArchiveFile=$ARCHIVE -Xlog:cds=off -Xlog:cds+dynamic=off)

# Names and texts are UTF-8 whatever the terminal says.
case "${LC_ALL:-${LANG:-}}" in *UTF-8 | *utf8) ;; *) export LC_ALL=C.UTF-8 ;; esac

say() { printf '%s\n' "$*" >&2; }

# Prints the comment block at the top of the calling script and stops, when an argument asks for help.
help_if_asked() {
  local argument
  for argument in "$@"; do
    case "$argument" in
      -h | --help)
        sed -n '2,/^$/s/^# \{0,1\}//p' "scripts/${0##*/}"
        exit 0
        ;;
    esac
  done
}

# need COMMAND PACKAGE: installs Debian's package unless the command is there.
packages=()
need() { command -v "$1" >/dev/null 2>&1 || packages+=("$2"); }

# java_release HOME: the release of the JDK there, such as 17; 0 when there is none. It says so in a file, which takes less time
# than asking javac.
java_release() {
  [ -x "$1/bin/javac" ] || { echo 0 && return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . ||
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' | grep . || echo 0
}

# Sets JAVA_HOME to the first JDK that is new enough: the one on the path, else any that Debian has installed.
find_jdk() {
  local javac home
  for javac in "$(command -v javac || true)" /usr/lib/jvm/*/bin/javac; do
    home=$(readlink -f "$javac") || continue
    home=${home%/bin/javac}
    if [ "$(java_release "$home")" -ge "$OLDEST_JAVA" ]; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

# need_jdk: the JDK in JAVA_HOME if that is set, else one that is there, else Debian's.
need_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    if [ "$(java_release "$JAVA_HOME")" -lt "$OLDEST_JAVA" ]; then
      say "JAVA_HOME=$JAVA_HOME is no JDK $OLDEST_JAVA or newer · JAVA_HOME 不是 JDK $OLDEST_JAVA 或更新的版本"
      exit 1
    fi
  else
    find_jdk || packages+=("openjdk-$OLDEST_JAVA-jdk-headless")
  fi
}

install_needed() {
  if [ "${#packages[@]}" -gt 0 ]; then
    local root=()
    if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v "${root[0]:-true}" >/dev/null 2>&1; then
      say "Please install first · 请先安装: ${packages[*]}"
      exit 1
    fi
    say "Installing · 正在安装: ${packages[*]}"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  fi
  [ -n "${JAVA_HOME:-}" ] || find_jdk
}

maven() { mvn -B -q -Dstyle.color=never "$@"; }

# Builds the jar unless it is newer than everything it is made of.
build_if_needed() {
  if [ ! -f "$JAR" ] || [ -n "$(find pom.xml bot-core adapters src \( -name target -o -name node_modules \) -prune -o -newer "$JAR" -print -quit)" ]; then
    say "Building (the first time takes some minutes) · 正在构建 (第一次要几分钟) …"
    maven package -DskipTests
  fi
  [ "$ARCHIVE" -nt "$JAR" ] || train
}

# ask PORT METHOD PATH [BODY]: asks the server on this machine and forgets the answer.
ask() {
  local body=${4:-} server
  exec {server}<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
    "$2" "$3" "$1" "$(printf %s "$body" | wc -c)" "$body" >&"$server"
  cat <&"$server" >/dev/null
  exec {server}>&-
}

# Starts the new jar once, on a database of its own, and asks it something, so that the JVM keeps the classes it loads: later
# starts take half the time. Without the archive everything works the same.
train() {
  local folder log pid port
  folder=$(mktemp -d)
  log=$folder/log
  XIETONG_DATABASE_URL="jdbc:h2:file:$folder/xietong" "$JAVA_HOME/bin/java" -XX:+UseSerialGC \
    -XX:ArchiveClassesAtExit="$ARCHIVE" -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$JAR" serve --port 0 >"$log" 2>&1 &
  pid=$!
  until grep -qs http:// "$log" || ! kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  port=$(sed -n 's|.*http://127\.0\.0\.1:\([0-9]*\)/.*|\1|p' "$log")
  ask "$port" GET /sandbox && ask "$port" GET /sandbox/api/people &&
    ask "$port" POST /sandbox/api/say '{"as":"li.lei","chat":"single:li.lei","text":"帮助"}' || true
  kill "$pid" 2>/dev/null && wait "$pid" || say "No class archive, starts take longer · 没有类归档,启动会慢一些"
  rm -rf "$folder"
}
