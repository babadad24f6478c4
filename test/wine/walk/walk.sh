#!/bin/sh
# Runs inside the root with Wine: what a technician does with TitianSetup.exe on a PC that never had Titian, without a network.
# Each line of /results/seen is `name<TAB>what was seen`. /setup holds old.exe, new.exe and titian.toml.
export HOME=/results/home LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/run WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
export WINEPREFIX=/results/prefix
unset NODE_EXTRA_CA_CERTS
mkdir -p "$HOME"
drive="$WINEPREFIX/drive_c"
program="$drive/Program Files/Titian"
data="$drive/ProgramData/Titian"
app='C:\Program Files\Titian'
apps='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Titian'
log="$data/log/service.log"

see() { printf '%s\t%s\n' "$1" "$(echo "$2" | tr '\r\n\t' '   ' | sed 's/  */ /g; s/^ //; s/ *$//')" >>/results/seen; }
# Pipes give node.exe EBADF when Wine itself hands them over.
quietly() { "$@" >/results/out 2>/results/err </dev/null; }
node() { quietly wine "$app\\node.exe" --disable-warning=ExperimentalWarning "$@"; }
setup() { file=$1; shift; quietly wine "/setup/$file.exe" /S "$@"; }
said() { find "$WINEPREFIX" -name TitianSetup.log -exec cat {} \; | grep -c "$1"; }
value() { quietly wine reg.exe query "$1" /v "$2"; sed -n 's/^ *[A-Za-z0-9]* *REG_[A-Z]* *//p' /results/out | tr -d '\r'; }
# As a logon does; schtasks.exe of Wine keeps a task and never runs it.
sign_in() { wine "$app\\titian-agent.exe" >/dev/null 2>&1 </dev/null & }
health() { node -e 'fetch("http://127.0.0.1:9700/health").then(async (a) => console.log(a.status, (await a.json()).titian), () => console.log("nothing"))'; cat /results/out; }
healthy() { for _ in $(seq 90); do case "$(health)" in 200*) break ;; esac; sleep 1; done; health; }
daemon() { for p in /proc/[0-9]*; do tr '\0' ' ' <"$p/cmdline" 2>/dev/null | grep -q 'titian.mjs run' && basename "$p"; done | head -1; }
gone() { [ -e "$1" ] && echo there || echo gone; }
# It goes on in a copy of itself, whose folder is called ~nsu….tmp, and comes back before that has begun.
uninstall() { quietly wine "$app\\uninstall.exe" /S "$@"; for _ in $(seq 120); do grep -aqs '[~]nsu' /proc/[0-9]*/cmdline || break; sleep 1; done; }
# The port is 9700: 25E4 there, and 0A says that somebody listens.
taken() { for _ in $(seq 120); do grep -q ':25E4 00000000:0000 0A' /proc/net/tcp && break; sleep 0.5; done; }
installed() { value "$apps" DisplayVersion; }
keys() { cat "$data/titian.toml" "$data/store/"*key* 2>/dev/null | sha256sum | cut -c1-16; }
same() { [ "$(keys)" = "$before" ] && echo same; }
told() { for _ in $(seq 180); do grep -q "$1" "$log" && break; sleep 1; done; grep -c "$1" "$log" | sed 's/^[1-9][0-9]*$/yes/'; }

quietly wineboot -i
# Wine's service manager is locked while it boots.
for _ in $(seq 120); do quietly wine sc.exe start Schedule && break; sleep 1; done

setup old /ORIGIN=http://192.168.1.10
see "installed silently" "$? $(installed)"
see "in the Start menu" "$(cd "$drive/ProgramData/Microsoft/Windows/Start Menu/Programs/Titian" && ls | tr '\n' ',')"
see "its uninstaller in Apps" "$(value "$apps" QuietUninstallString)"
see "the policy for that one origin" "$(value 'HKLM\SOFTWARE\Policies\Google\Chrome\LoopbackNetworkAllowedForUrls' 1)"

sign_in
see "without a configuration it serves the first page" "$(told 'the wizard is served at /mulai')"
cp /setup/titian.toml "$data/titian.toml"
see "and goes on by itself once there is one" "$(told 'device opened')"
see "health" "$(healthy)"
node "$app\\service-install\\status.ts"
see "titian service status" "$(grep -c 'state *running' /results/out)"
before=$(keys)
: >"$log"
kill -9 "$(daemon)"
see "starts again after it was killed" "$(told 'it starts again') $(told 'is ready') $(healthy)"

# It stands still; the minute that its supervisor waits for a sign of life goes by with what needs no daemon.
kill -STOP "$(daemon)"
quietly wine cmd.exe /c "$app\\titian.cmd" --version
see "titian --version" "$(cat /results/out)"
node "$app\\lib\\titian.mjs" demo --self-check
see "demo self-check" "$? $(grep -c '"published": "met"' /results/out)"
mkdir -p /small /locked "$drive/Other" && echo x >"$drive/Other/x"
mount -t tmpfs -o size=60m none /small && ln -s /small "$WINEPREFIX/dosdevices/f:"
mount -t tmpfs -o ro none /locked && ln -s /locked "$WINEPREFIX/dosdevices/l:"
setup new '/D=F:\Titian'
see "on a disk without room" "$? $(ls /small)"
setup new '/D=C:\Other'
see "into a folder of somebody else" "$? $(ls "$drive/Other")"
setup new '/D=L:\Titian'
see "where nothing may be written" "$([ $? = 0 ] && echo installed || echo refused)"
see "ended when it hangs, and started again" "$(told 'has given no sign of life for 60 s: it is ended') $(healthy)"

setup old
see "installed twice" "$? $(installed)"
see "stopped for that" "$(told 'supervisor: stopped')"
sign_in
see "runs again, with its settings and keys" "$(healthy) $(same)"
setup new
see "upgraded while it runs" "$? $(installed)"
sign_in
see "the new one runs, with its settings and keys" "$(healthy) $(same)"
setup old
see "an older version over it" "$? $(installed) $(said 'lebih baru')"

node "$app\\service-install\\windows\\stop.ts"
see "stopped by hand" "$? $(health)"
socat TCP-LISTEN:9700,bind=127.0.0.1,fork,reuseaddr OPEN:/dev/null &
socat=$!
taken
: >"$log"
sign_in
see "with the port taken it says so" "$(told 'memakai port Titian')"
kill "$socat"
see "and comes up by itself once it is free" "$(healthy)"
node "$app\\service-install\\windows\\stop.ts"

cp "$data/store/titian.sqlite" /results/kept.sqlite
node -e 'new (require("node:sqlite").DatabaseSync)("C:\\ProgramData\\Titian\\store\\titian.sqlite").exec("PRAGMA user_version = 9999")'
: >"$log"
sign_in
see "a store of a newer version is refused" "$(told 'Titian yang lebih baru')"
node "$app\\service-install\\windows\\stop.ts"
rm -f "$data/store/titian.sqlite"-*
cp /results/kept.sqlite "$data/store/titian.sqlite"

setup new /USER=petugas
see "for one account" "$? $(tr -d '\0' <"$program/logon-task.xml" | grep -c '<UserId>petugas</UserId>')"
setup new /USER=everyone
see "for everybody again" "$? $(tr -d '\0' <"$program/logon-task.xml" | grep -c '<UserId>')"
setup new /MODE=service
see "as a service" "$? $(healthy)"
quietly wine sc.exe query Titian
see "Windows says of it" "$(grep -o 'RUNNING' /results/out)"
setup new
see "stays a service when installed again" "$? $(healthy)"
node "$app\\service-install\\logs.ts" --lines 50
see "titian service logs" "$? $(grep -c 'supervisor: started Titian' /results/out | sed 's/^[1-9].*/yes/')"

uninstall
see "uninstalled" "$(gone "$program") $(installed)"
quietly wine sc.exe query Titian
see "its service is gone" "$([ $? = 0 ] && echo there || echo gone)"
see "its policy is gone" "$(value 'HKLM\SOFTWARE\Policies\Google\Chrome\LoopbackNetworkAllowedForUrls' 1)"
see "left after it" "$(cd "$drive/ProgramData" && ls -d Titian "Microsoft/Windows/Start Menu/Programs/Titian" ../users/Public/Desktop/Titian.url 2>/dev/null | tr '\n' ',') $(same)"
setup new
sign_in
see "installed again, with what was left" "$(healthy) $(same)"
uninstall /ERASE
see "uninstalled and erased" "$(gone "$program") $(gone "$data")"
wineserver -k || true
