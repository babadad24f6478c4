import { stringify } from "smol-toml";

/** What `titian init` has asked, all as typed. */
export interface Answers {
  readonly standard: string;
  readonly timeZone: string;
  readonly deskId: string;
  readonly deskTitle: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly passwordFile: string;
}

/** A value as TOML writes it, quotes and escapes included. */
const value = (text: string | number): string => stringify({ v: text }).trim().replace(/^v = /, "");

/** The file a technician finds: what was asked, and what is most often wanted next, ready to be uncommented. */
export const titianToml = (
  answers: Answers,
): string => `# Konfigurasi Titian untuk satu loket. / Titian's configuration for one desk.
# Semua pilihan / all settings: docs/config.md. Periksa dengan / check with: titian doctor

[desk]
id = ${value(answers.deskId)}        # tidak boleh diubah lagi / never changed afterwards
title = ${value(answers.deskTitle)}

[library]
timeZone = ${value(answers.timeZone)}
standard = ${value(answers.standard)}

[inlislite]
host = ${value(answers.host)}
port = ${value(Number(answers.port))}
database = ${value(answers.database)}
user = ${value(answers.user)}        # hanya membaca / read-only: titian inlislite grants
passwordFile = ${value(answers.passwordFile)}

[cards]
# Sesudah cetak / after print: ["cut", "laminate"], ["laminate", "cut"], ["laminate"], []
route = ["cut", "laminate"]
# printer = "printer-kartu"

# INLISLite lewat Titian, dengan kamera dan bilah Titian / INLISLite through Titian: docs/operator/hubungkan-inlislite.md
# [proxy]
# enabled = true
# url = "http://192.168.1.10/inlislite3/"

# Perangkat / devices. Satu blok untuk tiap perangkat / one block per device.
#
# [[devices]]
# id = "printer-kartu"
# driver = "printer-ipp"
# options = { uri = "ipp://127.0.0.1:631/printers/kartu" }
#
# [[devices]]
# id = "pemindai"
# driver = "scanner-serial"
# options = { path = "/dev/ttyACM0" }
`;
