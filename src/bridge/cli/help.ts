const ALL = `titian: the bridge between INLISLite and the hardware of a library desk

  titian demo                        everything with simulated devices and invented members
      --self-check                   play one whole case without a browser and report it as JSON
      --no-open  --port <n>
  titian run                         serve this desk
      --config <file>  --port <n>  --store <dir>  --set <setting>=<value>
  titian init [--config <file>]      ask what is needed and write titian.toml
  titian doctor [--json]             check this PC, INLISLite and the devices; say what to do
      --url <address>                which ways into that INLISLite work in which browser, and what to do
  titian browser-policy show         what this PC's browsers are told about that INLISLite
  titian browser-policy install      let that one address reach Titian without being asked
  titian browser-policy remove       take back exactly what was installed; without --url for every address
      --url <http://host[:port]>  --browser chrome,edge,chromium,firefox  --camera
  titian devices [--json]            every device: state, what to do, what is left, what is plugged in beside
  titian config export [<file.zip>]  this desk for the next one: settings, designs, standards, calendar, devices by
                                     model; without a file its titian.toml alone, its own lines marked
      --passwords  --operators       with the databases' passwords; with names and PINs (as hashes); said again at the import
  titian config import <file.zip>    take such a copy over (while no daemon runs, or before the first run); shows whom the
                                     desk will talk to and asks, unless --yes; says what was taken
      --desk <id>  --title <name>    the new desk's names; needed where there is no titian.toml yet
      --letter <A-Z>  --json         exit code 1: done, and something is left for a person
  titian operators list              who may sign in at this desk (these three while no daemon runs)
  titian operators add <name> --role petugas|teknisi|kepala
  titian operators reset <name>      a new PIN, typed or piped, never on the command line; ends a lock; written down
  titian backup [--to <folder>]      back up the records now, also while Titian runs, and verify the copy
  titian backup list                 the backups there are, each read through
      --to <folder>  --json
  titian restore <folder>            put a backup in the place of the records (while no daemon runs); asks first
      --newest                       the newest that is whole, from the usual folder
      --yes                          without asking    --other-key  also over records with another key
  titian diagnose [--to <file.zip>]  one file for help from far away, without personal data
  titian privacy rules               what this desk keeps of people, where, how long, and what erases it
  titian privacy record [--csv]      the record of processing (UU PDP) as Markdown or CSV
      --to <file>
  titian privacy erase --member <n>  erase what this PC and the other desks hold of a member; says what stays and why
      --member -                     ask for the number    --yes  without asking    --json
  titian privacy erasures [--json]   who asked to be forgotten, by pseudonym, and which desks have obeyed
  titian store rebuild               rebuild every view from the event log (while no daemon runs)
  titian standards list [--json]     the service standards in force on this desk
  titian standards show <id>         one of them: steps, promise, and what does not add up
  titian inlislite grants            the GRANT statements for Titian's read-only user
      --host <desk as the database server sees it>
      --photo                        also what it takes to write photos directly (photo.direct)
      --age  --calendar  --statistics  also who is under 17; its days and hours; members by sex and age
  titian inlislite wipe              erase the local copy of members (while no daemon runs)
  titian exchange sql                how to make the database that the library's desks share
      --host <desks as the database server sees them>
  titian exchange code               this library's code, for a new desk; it is a secret
  titian exchange join               make this new desk one of the library, by that code
  titian exchange verify             hold this desk's log against the shared database (while no daemon runs)
  titian service install             start Titian by itself from now on: systemd, or Windows
      --mode session|service         Windows: for whoever signs in, or without anybody signed in
      --user <account>|everyone      Windows, session: for one account, and nobody else may read its records
  titian service status              what starts it, whether it runs, where its settings and its log are
  titian service logs                what it has said last
      --lines <n>
  titian service uninstall           no longer start it; settings and records stay
  titian update status [--json]      which version runs, and which could (as administrator, as all of these)
  titian update check                look now whether there is a newer one
  titian update apply                fetch and check it, and change to it as soon as nobody is being served
      --from <folder or address>     for this once, for example a stick
  titian update rollback             back to the version before
  titian help | --version

Settings come from titian.toml, then TITIAN_* variables, then flags; the last one counts. All of them: docs/config.md
Exit codes: 0 done or stopped, 1 doctor found a problem, 64 configuration or command line, 70 fault.
`;

/** All of it, or the lines of one command. */
export function helpText(topic: string | undefined): string {
  if (topic === undefined) return ALL;
  const lines = ALL.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`  titian ${topic}`));
  if (start === -1) return ALL;
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith("      "));
  return `${lines.slice(start, start + 1 + length).join("\n")}\n`;
}
