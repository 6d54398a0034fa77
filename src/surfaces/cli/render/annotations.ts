import type { Finding } from "../../../config/finding.ts";
import { type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { pathFrom } from "./sarif.ts";

/** Findings as the workflow commands of GitHub Actions, which show each beside its line. */
export function renderAnnotations(findings: readonly Finding[], directory: string): Drawn {
  if (findings.length === 0) return drawn``;
  const lines = findings.map(({ code, severity, file, line, message, fix }) => {
    const where = [
      ...(file === null ? [] : [`file=${property(pathFrom(file, directory))}`]),
      ...(line === null ? [] : [`line=${line}`]),
      `title=${property(code)}`,
    ];
    const text = fix === null ? message : `${message}\n${fix}`;
    return `::${severity} ${where.join(",")}::${data(text)}`;
  });
  return drawn`${joined(lines, lineFeed)}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
