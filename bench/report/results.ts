import type { NodeAtHand } from "../nodes/node.ts";
import { cellsOfLine, headingsOfLines, type Line, summariseLines } from "./line.ts";
import { cellsOf, headings, type Measure, summarise } from "./measure.ts";

/** All that was found. */
export interface Results {
  nodes: readonly NodeAtHand[];
  lines: readonly Line[];
  measures: readonly Measure[];
  /** Other tools, where they were asked for. */
  peers: readonly Line[];
  /** What could not be had, a sentence each. */
  missing: readonly string[];
}

type Table = string[][];

const majorsOf = ({ nodes }: Results): string[] => nodes.map(({ major }) => major);

export function linesTable(results: Results, lines: readonly Line[]): Table {
  const majors = majorsOf(results);
  return [headingsOfLines(majors), ...lines.map((line) => cellsOfLine(line, majors))];
}

export function measuresTable({ measures }: Results): Table {
  return [[...headings], ...measures.map(cellsOf)];
}

/** What the ratios are made of. */
export function detailsTable(results: Results): Table {
  const majors = majorsOf(results);
  const details = [...results.lines, ...results.peers].map(({ name, cells }) => [
    name,
    ...majors.map((major) => cells[major]?.detail ?? ""),
  ]);
  return [["row", ...majors.map((major) => `Node ${major}`)], ...details];
}

/** Where the time of each missed row goes. */
export function profilesTable(results: Results): Table {
  const found = results.lines.flatMap(({ name, cells }) =>
    majorsOf(results).flatMap((major) => {
      const profile = cells[major]?.profile;
      return profile === undefined ? [] : [[name, major, profile]];
    }),
  );
  return [["row", "Node", "self time over that of a bare Node"], ...found];
}

/** Where all budgets stand, a clause for each Node and one for the rest. */
export function summaries(results: Results): string[] {
  const { lines, measures } = results;
  const hasBudget = (major: string) => lines.some(({ budget }) => budget?.[major] !== undefined);
  const majors = majorsOf(results).filter(hasBudget);
  return [
    ...majors.map((major) => summariseLines(lines, major)),
    ...(measures.some(({ budget }) => budget !== undefined)
      ? [`in one process, and the package: ${summarise(measures)}`]
      : []),
  ];
}
