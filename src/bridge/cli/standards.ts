import { ConfigError } from "../../kernel/schema.ts";
import type { Standard } from "../../sla/standard.ts";
import type { StandardShelf } from "../flows/sla/standard-shelf.ts";

interface Output {
  readonly json: boolean;
}

/** One line per standard: id, who published it, and the promise as published. */
export function standardsList(shelf: Pick<StandardShelf, "all">, { json }: Output): string {
  const all = shelf.all();
  if (json) {
    const standards = all.map(({ id, version, institution, service, promise, issues }) => {
      const { name, parent } = institution;
      return {
        id,
        version,
        name,
        parent,
        title: service.title,
        promise: promise.published.text,
        issues: issues.length,
      };
    });
    return JSON.stringify({ standards }, undefined, 2);
  }
  const width = Math.max(...all.map(({ id }) => id.length));
  return all
    .map(
      ({ id, institution, service, promise }) =>
        `${id.padEnd(width)}  ${promise.published.text}\n${" ".repeat(width)}  ${service.title}, ${institution.parent}`,
    )
    .join("\n");
}

/** Everything of one standard in force, as published, with what does not add up. Throws ConfigError for an unknown id. */
export function standardsShow(
  shelf: Pick<StandardShelf, "all" | "find">,
  id: string,
  { json }: Output,
): string {
  const standard = shelf.find(id);
  if (!standard) {
    const known = shelf
      .all()
      .map((one) => one.id)
      .join(", ");
    throw new ConfigError("The command line", [`there is no standard "${id}"; there are ${known}`]);
  }
  return json ? JSON.stringify(standard, undefined, 2) : asText(standard);
}

function asText(standard: Standard): string {
  const { institution, service, promise, procedures, issues, requirements } = standard;
  return [
    `${service.title} (${standard.id}, v${standard.version})`,
    `${institution.name}, ${institution.parent}`,
    `Janji / promise: ${promise.published.text}`,
    "",
    "Persyaratan / requirements:",
    ...requirements.map(({ text }) => `  - ${text}`),
    ...procedures.flatMap((procedure) => [
      "",
      `Langkah / steps (${procedure.id}):`,
      ...procedure.steps.map((step, index) => `  ${index + 1}. ${step.text}${targetOf(step.target?.text)}`),
    ]),
    "",
    "Yang tidak cocok di dalam dokumen / what does not add up in the document:",
    ...(issues.length === 0 ? ["  -"] : issues.map((issue) => `  - [${issue.severity}] ${issue.text}`)),
  ].join("\n");
}

const targetOf = (text: string | undefined): string => (text ? `: ${text}` : "");
