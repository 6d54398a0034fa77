import { z } from "zod";
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
    const { schema, result, row } = answers[answer];
    found.set(schema, schemaOf(schema, envelopeShape(result)));
    if (row === undefined) continue;
    const name = projectionOf(schema);
    found.set(name, projected(schemaOf(name, envelopeShape(z.array(row)))));
  }
  return found.set("error", schemaOf("error", errorShape));
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
