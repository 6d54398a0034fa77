import { resolve } from "node:path";

interface Chunk {
  code?: string | undefined;
  moduleIds?: readonly string[];
}

const ownSources = resolve("src");

const given =
  /Object\.defineProperty\(exports,`([\w$]+)`,\{enumerable:!0,get:function\(\)\{return ?([\w$]+|`[^`]*`)\}\}\)/g;
const allGiven = new RegExp(`${given.source}(?:,${given.source})*`, "g");

/**
 * Two hundred getters, each a function, give one script what is in another. Ours never change what they export, so that
 * it can be given as it is, in one object: one property after the other would take V8 ten times as long.
 */
export const plainExports = {
  name: "plain-exports",
  transform: (code: string, id: string) => {
    if (id.startsWith(ownSources) && /^export (?:let|var) /m.test(code))
      throw new Error(`${id} exports what changes: other scripts would keep what it was`);
  },
  generateBundle: (_options: unknown, bundle: Record<string, Chunk>) => {
    for (const chunk of Object.values(bundle)) {
      const isOurs = chunk.moduleIds?.every((id) => id.startsWith(ownSources)) === true;
      // a second list would replace the first
      if (!isOurs || chunk.code?.match(allGiven)?.length !== 1) continue;
      chunk.code = chunk.code.replace(allGiven, (list) => {
        const properties = [...list.matchAll(given)].map(([, name, value]) => `${name}:${value}`);
        return `module.exports={${properties.join()},...exports}`;
      });
    }
  },
};
