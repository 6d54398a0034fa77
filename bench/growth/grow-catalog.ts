import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

interface WireModel {
  id: string;
  name: string;
}

interface WireProvider {
  id: string;
  name: string;
  models: Record<string, WireModel>;
}

/**
 * Writes a catalog several times as large: every provider again under other ids.
 * Half of the copied models keep their id, so that there are more sellers; half get another, so that there are more ids.
 */
export function growCatalog([from = "", to = "", times = "1"]: readonly string[]): void {
  const catalog = JSON.parse(readFileSync(from, "utf8")) as Record<string, WireProvider>;
  const file = openSync(to, "w");
  let separator = "{";
  for (let copy = 0; copy < Number(times); copy += 1) {
    for (const [id, provider] of Object.entries(catalog)) {
      const copied = copy === 0 ? provider : copyOf(provider, `x${copy}`);
      const key = JSON.stringify(copy === 0 ? id : copied.id);
      writeSync(file, `${separator}${key}:${JSON.stringify(copied)}`);
      separator = ",";
    }
  }
  writeSync(file, "}");
  closeSync(file);
}

function copyOf(provider: WireProvider, suffix: string): WireProvider {
  const models = Object.entries(provider.models).map(([id, model], position) => {
    if (position % 2 === 0) return [id, model] as const;
    const other = `${id}-${suffix}`;
    return [other, { ...model, id: other, name: `${model.name} ${suffix}` }] as const;
  });
  return {
    ...provider,
    id: `${provider.id}-${suffix}`,
    name: `${provider.name} ${suffix}`,
    models: Object.fromEntries(models),
  };
}
