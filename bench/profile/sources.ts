import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type CallFrame, plainGroup } from "./self-times.ts";

type SourceOf = (line: number, column: number) => string | undefined;

/**
 * The group of a function of the built command: the source file it comes from. The scripts are bundled again, with maps;
 * of one that is not the same byte for byte the sources are not known.
 */
export async function groupsOfSources(
  directory: string,
): Promise<(frame: CallFrame) => string | undefined> {
  const bundled = join(directory, "bundled");
  if (!existsSync(bundled)) {
    await promisify(execFile)(process.execPath, [
      resolve("bench/profile/bundle-with-maps.mjs"),
      bundled,
    ]);
  }
  const known = new Map<string, SourceOf | undefined>();
  return (frame) => {
    const script = basename(frame.url);
    if (!frame.url.startsWith("file:")) return plainGroup(frame);
    if (!known.has(script)) known.set(script, readSources(script, bundled));
    return known.get(script)?.(frame.lineNumber, frame.columnNumber) ?? plainGroup(frame);
  };
}

function readSources(script: string, bundled: string): SourceOf | undefined {
  const [built, again] = [join("dist", script), join(bundled, script)];
  const map = `${again}.map`;
  if (![built, again, map].every((path) => existsSync(path))) return undefined;
  const text = readFileSync(built, "utf8");
  if (readFileSync(again, "utf8") !== text) return undefined;
  return sourcesOf(text, JSON.parse(readFileSync(map, "utf8")) as SourceMapPayload);
}

// the build writes other characters than ASCII as escapes, once the map is made
const escape = /\\u(?!00[0-7])[0-9a-f]{4}/g;
const longerBy = 5;

/** Finds the source of a place in a script by its map. */
export function sourcesOf(text: string, payload: SourceMapPayload): SourceOf {
  const map = new SourceMap(payload);
  const lines = text.split("\n");
  return (line, column) => {
    const before = lines[line]?.slice(0, column).match(escape)?.length ?? 0;
    const entry = map.findEntry(line, column - longerBy * before);
    return "originalSource" in entry ? nameOfSource(entry.originalSource) : undefined;
  };
}

/** The folder of the package it belongs to, else its path; both from the project's folder. */
export function nameOfSource(source: string): string {
  const ofPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
  return ofPackage === undefined
    ? source.replace(/^.*?(?=\bsrc\/)/, "")
    : `node_modules/${ofPackage}`;
}
