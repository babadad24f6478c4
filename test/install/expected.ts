interface Versions {
  /** Of the two packages. */
  readonly old: string;
  readonly next: string;
  /** Of the two updates. */
  readonly well: string;
  readonly neverWell: string;
}

/** What a technician is to see, in the order of scenario.sh. */
export const expectedOf = ({ old, next, well, neverWell }: Versions): Readonly<Record<string, string>> => ({
  "before: no Node on the machine": "none",
  "dpkg -i": "0",
  account: "/var/lib/titian:/usr/sbin/nologin",
  enabled: "enabled",
  "without a configuration it serves the wizard": `active 200 ${old}`,
  "titian --version": old,
  "titian doctor without a configuration": "64",
  "titian service install": "0",
  "it runs": "active",
  health: `200 ${old}`,
  "runs as": "titian",
  "store belongs to": "titian:750",
  "written by the service": "yes",
  exposure: "2.0 OK",
  "the same again": "0 2",
  "after kill -9": `active 200 ${old}`,
  "update from a folder": `0 Titian ${well} runs.`,
  updated: `active 200 ${well}`,
  "runs from": `titian /var/lib/titian/versions/${well}/node`,
  "titian --version after the update": well,
  "installed again while updated": `0 active 200 ${well}`,
  "never well, so back by itself": `active 200 ${well}`,
  "and the technician reads": `Version ${neverWell} was left behind: it was tried three times and was never ready.`,
  "and finds in the journal": `3 times starting Titian ${neverWell} on trial`,
  "with the store of before": "yes restored",
  "not offered again":
    "1 That version was tried at this desk and left behind. Wait for the next one, or install its full package.",
  "gone back by hand": `0 active 200 ${old}`,
  upgrade: "0",
  upgraded: `active 200 ${next}`,
  "started anew": "yes",
  "back to the old one": `0 active 200 ${old}`,
  remove: "0 inactive",
  "left after removal": "/etc/titian /var/lib/titian",
  "installed again, with its settings": `active 200 ${next}`,
  purge: "0",
  "left after purge": "",
});
