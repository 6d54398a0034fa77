import { type Finding, findingKinds } from "../../../config/finding.ts";
import { type Drawn, drawn, drawnJson } from "./drawn.ts";

/** Findings as SARIF 2.1.0, which editors and code scanning read. */
export function renderSarif(
  findings: readonly Finding[],
  { version, directory }: { version: string; directory: string },
): Drawn {
  const rules = Object.entries(findingKinds).map(([id, { severity, about }]) => ({
    id,
    shortDescription: { text: about },
    defaultConfiguration: { level: severity },
  }));
  const results = findings.map(({ code, severity, message, fix, file, line }) => ({
    ruleId: code,
    level: severity,
    message: { text: fix === null ? message : `${message}\n${fix}` },
    locations: file === null ? [] : [{ physicalLocation: physical(file, line, directory) }],
  }));
  const driver = { name: "ModelForge", version, rules };
  const $schema = "https://json.schemastore.org/sarif-2.1.0.json";
  const log = { $schema, version: "2.1.0", runs: [{ tool: { driver }, results }] };
  return drawn`${drawnJson(log, 2)}\n`;
}

function physical(file: string, line: number | null, directory: string) {
  return {
    artifactLocation: { uri: uriOf(file, directory) },
    ...(line === null ? {} : { region: { startLine: line } }),
  };
}

/** Code scanning takes what is inside the project by its path there. */
function uriOf(file: string, directory: string): string {
  const inside = pathFrom(file, directory);
  const encoded = inside.split("/").map(encodeURIComponent).join("/");
  return inside === file ? `file://${encoded}` : encoded;
}

/** From the directory on where the file is below it; else as it is. */
export function pathFrom(file: string, directory: string): string {
  const above = directory.endsWith("/") ? directory : `${directory}/`;
  return file.startsWith(above) ? file.slice(above.length) : file;
}
