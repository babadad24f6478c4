#!/bin/sh
# Runs as root inside the clean machine, once systemd is up: what a technician does with one file and no network.
# Each line of /root/seen is `name<TAB>what was seen`.
app=/usr/lib/titian
see() { printf '%s\t%s\n' "$1" "$(echo "$2" | tr '\n\t' '  ' | sed 's/ *$//')" >>/root/seen; }
state() { systemctl is-active titian.service; }
active() { for _ in $(seq 120); do [ "$(state)" = active ] && break; sleep 0.5; done; state; }
health() { $app/node -e 'fetch("http://127.0.0.1:9700/health").then(async (answer) => console.log(answer.status, (await answer.json()).titian))' 2>&1; }
desk() { $app/node -e 'fetch("http://127.0.0.1:9700/health").then(async (answer) => console.log((await answer.json()).desk))' 2>/dev/null; }
begun() { for _ in $(seq 120); do [ "$(desk)" = "$1" ] && break; sleep 0.5; done; desk; }
starts_of() { journalctl -u titian.service --no-pager | grep -c "starting Titian $1 on trial"; }
uptime_of() { systemctl show -p ExecMainStartTimestampMonotonic --value titian.service; }
# Another process than the one that began at $1: until then the one that is going may still be called active.
anew() { for _ in $(seq 120); do [ "$(uptime_of)" != "$1" ] && break; sleep 0.5; done; active; }

see "before: no Node on the machine" "$(command -v node || echo none)"
dpkg -i /root/old.deb >/root/dpkg.log 2>&1
see "dpkg -i" $?
see "account" "$(getent passwd titian | cut -d: -f6-7)"
see "enabled" "$(systemctl is-enabled titian.service)"
see "without a configuration it serves the wizard" "$(active) $(health)"
see "titian --version" "$(titian --version)"
see "titian doctor without a configuration" "$(titian doctor >/root/doctor.log 2>&1; echo $?)"

cp /root/titian.toml /etc/titian/titian.toml
titian service install >/root/install.log 2>&1
see "titian service install" $?
# The wizard's daemon sees the file by itself, ends, and is begun anew as this desk: nothing is asked of it before.
see "it begins as the desk" "$(begun loket-1) $(active)"
see "health" "$(health)"
see "runs as" "$(ps -o user= -p "$(systemctl show -p MainPID --value titian.service)")"
see "store belongs to" "$(stat -c %U:%a /var/lib/titian)"
for _ in $(seq 60); do test -e /var/lib/titian/titian.sqlite && break; sleep 0.5; done
see "written by the service" "$(test -e /var/lib/titian/titian.sqlite && echo yes || ls /var/lib/titian)"
systemd-analyze security --no-pager titian.service >/root/security.txt 2>&1
see "exposure" "$(grep -o 'exposure level[^0-9]*[0-9.]* [A-Z]*' /root/security.txt | grep -o '[0-9.]* [A-Z]*$')"
titian service install >/root/again.log 2>&1
see "the same again" "$? $(grep -c 'is up to date' /root/again.log)"

# Root's commands at a desk of the service's: as the service's account, and out of its folder only what was asked for.
titian backup >/root/backup.log 2>&1
see "backup as root" "$? $(stat -c %U /var/lib/titian/backups/titian-*)"
titian diagnose --to /root/diagnosis.zip >/root/diagnosis.log 2>&1
see "diagnosis as root" "$? $(stat -c %U /root/diagnosis.zip)"
mkdir -m 700 /root/planted
runuser -u titian -- mv /var/lib/titian/backups /var/lib/titian/backups.kept
runuser -u titian -- ln -s /root/planted /var/lib/titian/backups
titian backup >/root/planted.log 2>&1
see "a link that the service's account has planted is not followed" "$? $(ls /root/planted | wc -l)"
runuser -u titian -- rm /var/lib/titian/backups
runuser -u titian -- mv /var/lib/titian/backups.kept /var/lib/titian/backups
see "nothing of root's in the service's folder" "$(find /var/lib/titian -user root | wc -l)"
mkdir -p -m 700 /media/stick
titian config export /media/stick/loket.zip >/root/export.log 2>&1
see "a copy of the desk, onto a stick that is root's alone" "$? $(stat -c %U:%a /media/stick/loket.zip)"

before=$(uptime_of)
kill -9 "$(systemctl show -p MainPID --value titian.service)"
see "after kill -9" "$(anew "$before") $(health)"

# Updates: a day's starts in two minutes would look like a unit that never gets up.
systemctl reset-failed titian.service
export LANG=en_US.UTF-8
titian update apply --from /root/well >/root/update.log 2>&1
see "update from a folder" "$? $(grep -o 'Titian .* runs\.' /root/update.log | tail -1)"
see "updated" "$(active) $(health)"
main=$(systemctl show -p MainPID --value titian.service)
see "runs from" "$(ps -o user= -p "$main") $(readlink "/proc/$main/exe")"
see "titian --version after the update" "$(titian --version)"
titian backup >/root/updated-backup.log 2>&1
see "backup as root after the update" "$? $(find /var/lib/titian -user root | wc -l)"
dpkg -i /root/old.deb >>/root/dpkg.log 2>&1
see "installed again while updated" "$? $(active) $(health)"
systemctl reset-failed titian.service
titian update apply --from /root/never-well >/root/never-well.log 2>&1
see "never well, so back by itself" "$(active) $(health)"
see "and the technician reads" "$(titian update status | tail -1)"
see "and finds in the journal" "$(starts_of 0.3.0) times $(journalctl -u titian.service --no-pager | grep -o 'starting Titian 0.3.0 on trial' | tail -1)"
see "with the store of before" "$($app/node -e '
const { DatabaseSync } = require("node:sqlite");
const sql = new DatabaseSync("/var/lib/titian/titian.sqlite", { readOnly: true });
const strange = sql.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = ?").get("of_tomorrow").n;
const told = sql.prepare("SELECT data FROM events WHERE type = ? ORDER BY position DESC").get("update.leftBehind");
console.log(strange === 0 ? "yes" : "no", JSON.parse(told.data).restored ? "restored" : "as it was");' 2>/root/store.log)"
titian update apply --from /root/never-well >/root/once-more.log 2>&1
see "not offered again" "$? $(cat /root/once-more.log)"
titian update rollback >/root/rollback.log 2>&1
see "gone back by hand" "$? $(active) $(health)"
systemctl reset-failed titian.service

# Ones that hang. Waiting for them is systemd's; here it waits for less, and what it would wait at a desk is in the unit.
see "the unit waits" "$(for what in TimeoutStartUSec TimeoutStopUSec RestartUSec WatchdogUSec; do systemctl show -p $what --value titian.service; done)"
mkdir -p /run/systemd/system/titian.service.d
printf '[Service]\nTimeoutStartSec=25\nTimeoutStopSec=3\nWatchdogSec=10\n' >/run/systemd/system/titian.service.d/sooner.conf
systemctl daemon-reload
systemctl restart titian.service
systemctl reset-failed titian.service
first=$(active >/dev/null; $app/node /root/desk.mjs pause)
titian update apply --from /root/hangs >/root/hangs.log 2>&1
see "one that hangs, so back by itself" "$? $(active) $(health)"
see "and the technician reads why" "$(titian update status | tail -1)"
see "and finds its three starts" "$(starts_of 0.4.0) times $(journalctl -u titian.service --no-pager | grep -o 'starting Titian 0.4.0 on trial' | tail -1)"
see "with the case of before" "$($app/node /root/desk.mjs look "$first")"
systemctl reset-failed titian.service
titian update apply --from /root/blocks >/root/blocks.log 2>&1
see "well at first" "$? $(grep -o 'Titian .* runs\.' /root/blocks.log | tail -1)"
second=$($app/node /root/desk.mjs pause)
see "works with it" "$($app/node /root/desk.mjs look "$second")"
touch /var/lib/titian/block-now
for _ in $(seq 360); do journalctl -u titian.service --no-pager | grep -q 'Titian 0.5.0 is left behind' && break; sleep 0.5; done
rm /var/lib/titian/block-now
see "then it hangs, so back by itself" "$(active) $(health)"
see "and reads that it was not steady" "$(for _ in $(seq 60); do titian update status | grep -q 'left behind' && break; sleep 0.5; done; titian update status | tail -1)"
see "and finds the watchdog" "$(journalctl -u titian.service --no-pager | grep -c 'Watchdog timeout') times, then $(journalctl -u titian.service --no-pager | grep -o 'Titian 0.5.0 is left behind.*' | tail -1)"
see "with both cases" "$($app/node /root/desk.mjs look "$first") $($app/node /root/desk.mjs look "$second")"
rm -r /run/systemd/system/titian.service.d
systemctl daemon-reload
systemctl restart titian.service
active >/dev/null
systemctl reset-failed titian.service

before=$(uptime_of)
dpkg -i /root/new.deb >>/root/dpkg.log 2>&1
see "upgrade" $?
see "upgraded" "$(active) $(health)"
see "started anew" "$([ "$(uptime_of)" != "$before" ] && echo yes || echo no)"
dpkg -i /root/old.deb >>/root/dpkg.log 2>&1
see "back to the old one" "$? $(active) $(health)"

dpkg -r titian >>/root/dpkg.log 2>&1
see "remove" "$? $(state)"
see "left after removal" "$(ls -d /etc/titian /var/lib/titian /usr/lib/titian /etc/systemd/system/titian.service 2>/dev/null)"
dpkg -i /root/new.deb >>/root/dpkg.log 2>&1
see "installed again, with its settings" "$(active) $(health)"
dpkg -P titian >>/root/dpkg.log 2>&1
see "purge" $?
see "left after purge" "$(ls -d /etc/titian /var/lib/titian /usr/lib/titian /etc/systemd/system/titian.service /etc/udev/rules.d/70-titian.rules 2>/dev/null)$(getent passwd titian)"

# The next desk, from that copy, by a script: docs/technician/en-many-desks.md.
dpkg -i /root/new.deb >>/root/dpkg.log 2>&1
active >/dev/null
echo secret >/root/password
install -o titian -g titian -m 600 /root/password /var/lib/titian/inlislite-password
titian config import /media/stick/loket.zip --desk loket-7 --title "Loket 7" --yes >/root/import.log 2>&1
see "a bare desk takes the copy over, and begins by itself" "$? $(begun loket-7) $(active)"
titian config import /media/stick/loket.zip --yes >/root/import-running.log 2>&1
see "not while it runs" $?
systemctl stop titian
titian config import /media/stick/loket.zip --yes >/root/import-again.log 2>&1
see "the same once more, and nothing is taken" "$? $(grep -c '^✓' /root/import-again.log)"
echo 246802 | titian operators add "Ibu Kartika" --role kepala >/root/operators.log 2>&1
see "a head by script" "$? $(cat /root/operators.log)"
systemctl start titian
see "and it starts with all of it" "$(begun loket-7) $(active)"
see "all of it the service's own" "$(find /var/lib/titian ! -user titian | wc -l)"
systemctl poweroff
