import type { TSchema } from "typebox";
import { drivers } from "../../drivers/index.ts";
import type { DriverManifest } from "../../src/devices/index.ts";
import { optionCells, rowText } from "./config.ts";

const HEAD = `# Drivers

Generated from the manifests in \`drivers/*/index.ts\` by \`npm run docs\`; do not edit. What each driver was tried on stands
in [devices.md](devices.md).

A device is one table of \`titian.toml\`:

\`\`\`toml
[[devices]]
id = "desk-1-scanner"
driver = "scanner-serial"
options = { path = "usb:0c2e:0b61" }
\`\`\`

Devices that are found can also be taken into use on the page Perangkat, without this file.
`;

/** docs/drivers.md: every driver with its options, real ones first. */
export function driversPage(): string {
  const isSimulator = ({ offers }: DriverManifest): boolean => offers.includes("simulation");
  const ordered = [...drivers.filter((one) => !isSimulator(one)), ...drivers.filter(isSimulator)];
  return `${[HEAD, ...ordered.map(sectionOf)].join("\n").trimEnd()}\n`;
}

function sectionOf({ name, title, offers, options, find }: DriverManifest): string {
  const { properties = {} } = options as { readonly properties?: Readonly<Record<string, TSchema>> };
  const rows = Object.entries(properties).map(([field, schema]) => rowText(optionCells(field, schema)));
  const abilities = offers.map((offer) => `\`${offer}\``).join(", ");
  return [
    `## ${name}`,
    "",
    `${title}. Abilities: ${abilities}.${find ? " Found by itself." : ""}`,
    "",
    ...(rows.length === 0 ? [] : ["| option | default | what it is |", "|---|---|---|", ...rows, ""]),
  ].join("\n");
}
