# Sourced by the other scripts: what they share. Not run by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

# Prints the comment block at the top of the calling script and stops, when the first argument asks for help.
help_if_asked() {
  case "${1:-}" in
    -h | --help)
      sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
  esac
}

# need COMMAND PACKAGE: installs Debian's package unless the command is there.
packages=()
need() { command -v "$1" >/dev/null 2>&1 || packages+=("$2"); }

# need_jdk: a JDK of version 17 or newer, JAVA_HOME first.
need_jdk() {
  local javac=javac
  [ -n "${JAVA_HOME:-}" ] && javac="$JAVA_HOME/bin/javac"
  local major
  major=$("$javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p') || true
  [ "${major:-0}" -ge 17 ] || packages+=(openjdk-17-jdk-headless)
}

install_needed() {
  [ "${#packages[@]}" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Please install first · 请先安装: ${packages[*]}"
    exit 1
  fi
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  say "Installing · 正在安装: ${packages[*]}"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

maven() { mvn -B -q -Dstyle.color=never "$@"; }

java_command() { if [ -n "${JAVA_HOME:-}" ]; then printf '%s/bin/java' "$JAVA_HOME"; else printf 'java'; fi; }

JAR=src/target/xietong.jar

# Builds the jar unless it is newer than everything it is made of.
build_if_needed() {
  if [ -f "$JAR" ] && [ -z "$(find pom.xml bot-core adapters src -path '*/target' -prune -o -type f -newer "$JAR" -print -quit)" ]; then
    return 0
  fi
  say "Building · 正在构建 …"
  maven package -DskipTests
}
