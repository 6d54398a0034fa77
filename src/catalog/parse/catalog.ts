import { ModelForgeError } from "../../failure.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import type { ProviderInfo } from "../words/provider.ts";
import { compareText } from "../words/ref.ts";
import { isNestedTooDeep } from "./depth.ts";
import { parseFacts } from "./facts.ts";
import { beginningOf } from "../words/said.ts";
import { type Findings, Notebook } from "./findings.ts";
import { noteForeignFields } from "./foreign-fields.ts";
import { isForeignRow } from "./foreign-row.ts";
import { foreignToolOf } from "./foreign-tools.ts";
import { parseModel } from "./model.ts";
import { parseProvider } from "./provider.ts";
import { isRecord, isReserved, longestId, type WireRecord } from "./values.ts";

/** A catalog read from the wire: rows sorted by ref, providers by id, each beside the record it came from. */
export interface ParsedCatalog {
  providers: { provider: ProviderInfo; wire: WireRecord }[];
  models: { model: ModelRow; wire: WireRecord }[];
  facts: ModelFacts[];
  findings: Findings;
}

/** What is read so far. */
interface Reading extends ParsedCatalog {
  /** Rows of which nothing is in the words of models.dev. */
  foreign: number;
  /** Models that were set aside. */
  lost: number;
}

// a hundred times what models.dev has; many more would take the memory that an answer needs
const mostModels = 600_000;

/**
 * Reads `api.json` or `catalog.json`, and `models.json` beside it where there is one.
 * A row that cannot be read is set aside and counted; unknown fields are kept in `wire` and counted. Which dates are past,
 * and which are too far ahead to be one, depends on `now`, in milliseconds since 1970.
 *
 * Throws `catalog.broken` where the document is no catalog at all, where none of its rows can be read, and where most of
 * them are of something else.
 */
export function parseCatalog(document: unknown, factsDocument?: unknown, now = 0): ParsedCatalog {
  const notebook = new Notebook(now);
  const { providerMap, facts } = findParts(document, factsDocument);
  const catalog: Reading = {
    providers: [],
    models: [],
    facts: facts === undefined ? [] : parseFacts(facts, notebook),
    findings: notebook.findings(),
    foreign: 0,
    lost: 0,
  };
  for (const [id, wire] of Object.entries(providerMap)) readProvider(id, wire, catalog, notebook);
  if (catalog.providers.length === 0) {
    throw new ModelForgeError("catalog.broken", {
      message: "the catalog holds no provider that can be read",
      hint: "check that the source serves models.dev's api.json or catalog.json",
      details: { setAside: notebook.setAsideRows.slice(0, 10) },
    });
  }
  const { foreign, lost, ...parsed } = catalog;
  const rows = parsed.models.length;
  if (foreign * 2 > rows) throw mostlyForeign(document, foreign, rows);
  if (rows === 0 && lost > 0) throw nothingRead(notebook.setAsideRows);
  noteForeignFields(catalog.models, notebook);
  catalog.models.sort((a, b) => compareText(a.model.ref, b.model.ref));
  catalog.providers.sort((a, b) => compareText(a.provider.id, b.provider.id));
  return { ...parsed, findings: notebook.findings() };
}

function findParts(document: unknown, factsDocument: unknown) {
  if (!isRecord(document)) {
    const what = `the document is ${nameOf(document)}, not an object of providers`;
    throw notACatalog(what, foreignToolOf(document));
  }
  const isCatalogJson = isRecord(document.providers) && listsModels(document.providers);
  if (isCatalogJson) {
    return {
      providerMap: document.providers as WireRecord,
      facts: document.models ?? factsDocument,
    };
  }
  const entries = Object.values(document);
  if (entries.length === 0) throw notACatalog("the document is an empty object");
  if (!listsModels(document)) {
    const factsOnly = Object.keys(document).some((key) => key.includes("/"));
    if (factsOnly && foreignToolOf(document) === undefined) {
      throw notACatalog(
        "the document is models.json, the facts by lab, without providers and prices",
      );
    }
    throw notACatalog("no entry of the document has models", foreignToolOf(document));
  }
  return { providerMap: document, facts: factsDocument };
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Whether this is a map of providers: a provider is what has models. */
function listsModels(providers: WireRecord): boolean {
  return Object.values(providers).some((entry) => isRecord(entry) && "models" in entry);
}

/** `tool`: whose file it looks like. */
function notACatalog(what: string, tool?: string, details = {}): ModelForgeError {
  const looks = tool === undefined ? "" : `; it looks like ${tool}`;
  return new ModelForgeError("catalog.broken", {
    message: `this is not a models.dev catalog: ${what}${looks}`,
    details: { ...details, ...(tool === undefined ? {} : { looksLike: tool }) },
    hint: "point MODELFORGE_URL at models.dev, a mirror of it, or a copy of its api.json or catalog.json",
  });
}

function mostlyForeign(document: unknown, foreign: number, rows: number): ModelForgeError {
  const what = `${foreign} of ${rows} models have nothing that models.dev says of one`;
  return notACatalog(what, foreignToolOf(document), { foreign, models: rows });
}

function nothingRead(setAside: readonly { where: string; reason: string }[]): ModelForgeError {
  const [first] = setAside;
  const example = first === undefined ? "" : `: ${first.where}: ${first.reason}`;
  return notACatalog(`none of its models can be read${example}`, undefined, {
    setAside: setAside.slice(0, 10),
  });
}

function readProvider(id: string, wire: unknown, catalog: Reading, notebook: Notebook): void {
  const trouble = idTrouble(id) ?? (id.includes("/") ? "its id holds a slash" : undefined);
  if (trouble !== undefined) return notebook.setAside(beginningOf(id), trouble);
  if (!isRecord(wire)) return notebook.setAside(id, "not an object");
  notebook.guard(id, () => {
    const provider = parseProvider(id, wire, notebook);
    catalog.providers.push({ provider, wire: ownFields(wire, notebook) });
    const before = notebook.setAsideRows.length;
    const listed = listModels(id, wire.models, notebook);
    const readRow = (modelId: string, modelWire: unknown): void => {
      const modelTrouble = idTrouble(modelId) ?? rowTrouble(modelWire);
      if (modelTrouble !== undefined)
        return notebook.setAside(`${id}/${beginningOf(modelId)}`, modelTrouble);
      const row = modelWire as WireRecord;
      const model = parseModel(id, modelId, row, notebook);
      catalog.models.push({ model, wire: row });
      notebook.countRow(model);
      if (isForeignRow(row, model)) catalog.foreign += 1;
      provider.models += 1;
      if (catalog.models.length > mostModels) throw tooManyModels();
    };
    // by numbers, without a function for each: five thousand rows, before V8 optimises anything
    for (let at = 0; at < listed.length; at += 1) {
      const entry = listed[at] as [string, unknown];
      try {
        readRow(entry[0], entry[1]);
      } catch (error) {
        notebook.setAsideFor(error, `${id}/${beginningOf(entry[0])}`);
      }
    }
    catalog.lost += notebook.setAsideRows.length - before;
  });
}

/** Without the models; a field nobody could read is left out, so that the models stay. */
function ownFields(wire: WireRecord, notebook: Notebook): WireRecord {
  const { models: _models, ...rest } = wire;
  if (!isNestedTooDeep(rest)) return rest;
  return Object.fromEntries(
    Object.entries(rest).filter(([field, value]) => {
      const isTooDeep = isNestedTooDeep([value]);
      if (isTooDeep) notebook.odd(`provider.${field}`, "nested too deep");
      return !isTooDeep;
    }),
  );
}

function listModels(provider: string, models: unknown, notebook: Notebook): [string, unknown][] {
  if (isRecord(models)) return Object.entries(models);
  if (Array.isArray(models)) {
    notebook.odd("provider.models", "a list");
    const byId = new Map<string, unknown>();
    models.forEach((model: unknown, position) => {
      const id = isRecord(model) && typeof model.id === "string" ? model.id : undefined;
      if (id === undefined) notebook.setAside(`${provider}[${position}]`, "without an id");
      else if (byId.has(id))
        notebook.setAside(`${provider}/${beginningOf(id)}`, "its id comes twice");
      else byId.set(id, model);
    });
    return [...byId];
  }
  if (models !== undefined) notebook.setAside(provider, "its models are neither object nor list");
  return [];
}

function idTrouble(id: string): string | undefined {
  if (isBlank(id)) return "its id is empty";
  if (isReserved(id)) return "its id is a reserved name";
  if (id.length > longestId) return `its id is longer than ${longestId} characters`;
  return undefined;
}

// trimming makes a text of each id
function isBlank(id: string): boolean {
  const first = id.charCodeAt(0);
  return !(first > 32 && first < 127) && id.trim() === "";
}

function rowTrouble(wire: unknown): string | undefined {
  if (!isRecord(wire)) return "not an object";
  return isNestedTooDeep(wire) ? "nested too deep" : undefined;
}

function tooManyModels(): ModelForgeError {
  return new ModelForgeError("catalog.broken", {
    message: "the catalog holds more than 600,000 models",
    hint: "check that the source serves models.dev's api.json or catalog.json",
  });
}
