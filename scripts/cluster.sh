# Sourced by scripts/run for --nodes: MariaDB, the nodes and the door in front of them, until Ctrl+C. Not run by itself.
# Given: nodes, port, rest (arguments for the nodes).

if ! [[ "$nodes" =~ ^[1-9]$ && "$port" =~ ^[0-9]{1,5}$ ]] || [ "$port" -lt 1 ] || [ "$port" -gt 65000 ]; then
  say "--nodes 1-9, --port 1-65000"
  exit 64
fi
# without OPTION: takes an option with its value out of the rest.
without() {
  local kept=() argument skip=false
  for argument in "${rest[@]}"; do
    case "$argument" in
      "$1") skip=true ;;
      "$1"=*) ;;
      *) if $skip; then skip=false; else kept+=("$argument"); fi ;;
    esac
  done
  rest=("${kept[@]}")
}

without --port
for argument in "${rest[@]}"; do
  if [[ "$argument" == --emulate* ]]; then
    say "--nodes is for the sandbox, not with --emulate · --nodes 只用于沙盒,不与 --emulate 一起用"
    exit 64
  fi
done

FOLDER=$PWD/data/mariadb
DATABASE_PORT=$((port + 100))
PATH="$PATH:/usr/sbin"
as_root=()
if [ "$(id -u)" -eq 0 ]; then as_root=(--user=root); fi
door='' database='' node_pids=()

# The door first, so that nobody comes in; the database last, so that the nodes can finish.
stop_all() {
  trap - EXIT INT TERM
  say "Stopping · 正在停止 …"
  if [ -n "$door" ]; then kill "$door" 2>/dev/null || true; fi
  local pid
  for pid in "${node_pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${node_pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  if [ -n "$database" ]; then kill "$database" 2>/dev/null && wait "$database" 2>/dev/null || true; fi
}
trap stop_all EXIT
trap 'exit 0' INT TERM

# start LOG COMMAND...: in a session of its own, which Ctrl+C does not reach; its id is in started.
start() {
  local log=$1
  shift
  setsid "$@" >>"$log" 2>&1 </dev/null &
  started=$!
}

# await PID LOG COMMAND...: until the command succeeds.
await() {
  local pid=$1 log=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null; then
      tail -15 "$log" >&2
      exit 1
    fi
    sleep 0.2
  done
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
is_ready() { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3 && head -1 <&3 | grep -q ' 200 '; }

mkdir -p "$FOLDER"
if [ ! -d "$FOLDER/tables/mysql" ]; then
  mariadb-install-db --no-defaults --auth-root-authentication-method=normal --skip-test-db \
    --datadir="$FOLDER/tables" "${as_root[@]}" >"$FOLDER/install.log" 2>&1 || {
    tail -5 "$FOLDER/install.log" >&2
    exit 1
  }
fi
echo 'CREATE DATABASE IF NOT EXISTS xietong CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;' >"$FOLDER/first.sql"
start "$FOLDER/log" mariadbd --no-defaults --datadir="$FOLDER/tables" --socket="$FOLDER/socket" --pid-file="$FOLDER/pid" \
  --port="$DATABASE_PORT" --bind-address=127.0.0.1 --skip-networking=0 --innodb-buffer-pool-size=64M \
  --character-set-server=utf8mb4 --init-file="$FOLDER/first.sql" "${as_root[@]}"
database=$started
await "$database" "$FOLDER/log" answers "$DATABASE_PORT"

export XIETONG_DATABASE_URL="jdbc:mariadb://127.0.0.1:$DATABASE_PORT/xietong?sslMode=disable"
export XIETONG_DATABASE_USER=root XIETONG_DATABASE_PASSWORD='' XIETONG_DATABASE_POOL=10
export XIETONG_SERVER_PUBLIC_URL="http://127.0.0.1:$port"
ports=()
for number in $(seq "$nodes"); do
  own=$((port + number))
  log=data/node-$number.log
  start "$log" "$JAVA_HOME/bin/java" "${JVM[@]}" -Dxietong.log.format=text -jar "$JAR" serve "${rest[@]}" --port "$own"
  node_pids+=("$started")
  await "$started" "$log" is_ready "$own"
  say "Node $number: 127.0.0.1:$own, process $started, log $log · 节点 $number"
  ports+=("$own")
  without --clock # the clock is moved once, by the first node; all share it
done

setsid "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -Dxietong.log.format=text -jar "$JAR" door --port "$port" \
  --node "$(IFS=,; echo "${ports[*]}")" &
door=$!
wait "$door"
exit $?
