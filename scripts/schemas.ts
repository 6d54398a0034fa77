import { z } from "zod";
import { keyMeanings } from "../src/config/key-meanings.ts";
import { configKeys, formatVersion } from "../src/config/keys.ts";
import { kindSchemas } from "../src/config/kind-schemas.ts";
import { answers } from "../src/operations/answers.ts";
import { envelopeShape, errorShape, modelShape, providerShape } from "../src/operations/shapes.ts";
import { commandTable } from "../src/surfaces/cli/command-table.ts";

type Schema = Record<string, unknown>;

/** Every published schema by its name: of each command that prints JSON, of what `--fields` leaves, and of failures. */
export function publishedSchemas(): Map<string, Schema> {
  const found = new Map([
    ["model", schemaOf("model", modelShape)],
    ["provider", schemaOf("provider", providerShape)],
  ]);
  for (const { answer } of commandTable) {
    if (answer === null) continue;
    const { schema, result, row } = answers[answer];
    found.set(schema, schemaOf(schema, envelopeShape(result)));
    if (row === undefined) continue;
    const name = projectionOf(schema);
    found.set(name, projected(schemaOf(name, envelopeShape(z.array(row)))));
  }
  found.set("config", configSchema());
  return found.set("error", schemaOf("error", errorShape));
}

/** What a file of the configuration may say, for editors. What is unknown is no breach: it is noted, and kept. */
function configSchema(): Schema {
  const root = openObject();
  for (const { key, kind } of configKeys) {
    const steps = key.split(".");
    const last = steps.pop() as string;
    const at = steps.reduce(insideSchema, root);
    const { about, example } = keyMeanings[key];
    const leaf = { ...kindSchemas[kind], description: about, examples: [example] };
    Object.assign(at.properties as object, { [last]: leaf });
  }
  Object.assign(root.properties as object, { version: { const: formatVersion } });
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  return { $schema, $id: "urn:modelforge:v1:config", ...root };
}

function openObject(): Schema {
  return { type: "object", properties: {} };
}

function insideSchema(at: Schema, step: string): Schema {
  const places = (step === "*" ? at : at.properties) as Record<string, Schema | undefined>;
  const name = step === "*" ? "additionalProperties" : step;
  // look-up allowed: the names are those of the table of settings
  return (places[name] ??= openObject());
}

/** `models` → `models.projection` */
export function projectionOf(schema: string): string {
  return `${schema}.projection`;
}

function schemaOf(name: string, shape: z.ZodType): Schema {
  const { $schema, ...rest } = z.toJSONSchema(shape, {
    // a field that is added later is no breach
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { $schema, $id: `urn:modelforge:v1:${name}`, ...rest };
}

/** Any field of a row may be left out, and any field of a field. */
function projected(schema: Schema): Schema {
  const { result } = schema.properties as { result: { items: unknown } };
  result.items = withoutRequired(result.items);
  return schema;
}

function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== "required" || !Array.isArray(value))
      .map(([key, value]) => [key, withoutRequired(value)]),
  );
}
