import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What went into each file of `dist/`, written while it is bundled: `build/bundled/picker.mjs.json`. */
const directory = join("build", "bundled");

interface Chunk {
  type: string;
  fileName: string;
  isEntry?: boolean;
  modules?: Record<string, { renderedLength: number }>;
}

/** A bundler's plugin that notes the modules of which anything is left in a bundle. */
export const noteModules = {
  name: "note-modules",
  generateBundle: (_options: unknown, bundle: Record<string, Chunk>) => {
    const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
    const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
    const modules = chunks.flatMap((chunk) =>
      Object.entries(chunk.modules ?? {})
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => pathOf(id)),
    );
    mkdirSync(directory, { recursive: true });
    const name = entries.join("+").replaceAll("/", "-");
    writeFileSync(join(directory, `${name}.json`), JSON.stringify([...new Set(modules)].sort()));
  },
};

/** `node_modules/tokenx/dist/index.mjs`; a module that the bundler or we make up keeps the name it has: `\0own:no-http2`. */
function pathOf(id: string): string {
  if (id.startsWith("\0")) return id;
  return relative(".", id.replace(/\?.*$/, "")).replaceAll(sep, "/");
}

/** The modules of all bundles, as `noteModules` wrote them. */
export function readModules(): string[] {
  const modules = readdirSync(directory).flatMap(
    (name) => JSON.parse(readFileSync(join(directory, name), "utf8")) as string[],
  );
  return [...new Set(modules)].sort();
}
