interface Versions {
  /** Of the two packages. */
  readonly old: string;
  readonly next: string;
  /** Of the two updates. */
  readonly well: string;
  readonly neverWell: string;
  readonly hangs: string;
  readonly blocks: string;
}

/** What a technician is to see, in the order of scenario.sh. */
export const expectedOf = (versions: Versions): Readonly<Record<string, string>> => {
  const { old, next, well, neverWell, hangs, blocks } = versions;
  return {
    "before: no Node on the machine": "none",
    "dpkg -i": "0",
    account: "/var/lib/titian:/usr/sbin/nologin",
    enabled: "enabled",
    "without a configuration it serves the wizard": `active 200 ${old}`,
    "titian --version": old,
    "titian doctor without a configuration": "64",
    "titian service install": "0",
    "it begins as the desk": "loket-1 active",
    health: `200 ${old}`,
    "runs as": "titian",
    "store belongs to": "titian:750",
    "written by the service": "yes",
    exposure: "2.0 OK",
    "the same again": "0 2",
    "backup as root": "0 titian",
    "diagnosis as root": "0 root",
    "a link that the service's account has planted is not followed": "70 0",
    "nothing of root's in the service's folder": "0",
    "a copy of the desk, onto a stick that is root's alone": "0 root:600",
    "after kill -9": `active 200 ${old}`,
    "update from a folder": `0 Titian ${well} runs.`,
    updated: `active 200 ${well}`,
    "runs from": `titian /var/lib/titian/versions/${well}/node`,
    "titian --version after the update": well,
    "backup as root after the update": "0 0",
    "installed again while updated": `0 active 200 ${well}`,
    "never well, so back by itself": `active 200 ${well}`,
    "and the technician reads": `Version ${neverWell} was left behind: it was tried three times and was never ready.`,
    "and finds in the journal": `3 times starting Titian ${neverWell} on trial`,
    "with the store of before": "yes restored",
    "not offered again":
      "1 That version was tried at this desk and left behind. Wait for the next one, or install its full package.",
    "gone back by hand": `0 active 200 ${old}`,
    "the unit waits": "1min 30s 30s 3s 1min",
    "one that hangs, so back by itself": `0 active 200 ${old}`,
    "and the technician reads why": `Version ${hangs} was left behind: it was tried three times and was never ready.`,
    "and finds its three starts": `3 times starting Titian ${hangs} on trial`,
    "with the case of before": "paused applicant-away",
    "well at first": `0 Titian ${blocks} runs.`,
    "works with it": "paused applicant-away",
    "then it hangs, so back by itself": `active 200 ${old}`,
    "and reads that it was not steady": `Version ${blocks} was left behind: it was ready at first, and three times ended or hung within its first ten minutes.`,
    "and finds the watchdog": `3 times, then Titian ${blocks} is left behind: not-steady`,
    "with both cases": "paused applicant-away paused applicant-away",
    upgrade: "0",
    upgraded: `active 200 ${next}`,
    "started anew": "yes",
    "back to the old one": `0 active 200 ${old}`,
    remove: "0 inactive",
    "left after removal": "/etc/titian /var/lib/titian",
    "installed again, with its settings": `active 200 ${next}`,
    purge: "0",
    "left after purge": "",
    "a bare desk takes the copy over, and begins by itself": "0 loket-7 active",
    "not while it runs": "64",
    "the same once more, and nothing is taken": "0 0",
    "a head by script": "0 Ibu Kartika may sign in.",
    "and it starts with all of it": "loket-7 active",
    "all of it the service's own": "0",
  };
};
