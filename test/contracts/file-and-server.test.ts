import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  describeRealCatalogs,
  type RealCatalog,
  recordedCatalog,
} from "../../src/testing/real-catalog.ts";
import { type Command, createCommand, root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** As one types it: seen from the directory the command is started in, which here is the project. */
const typed = ({ directory }: RealCatalog, name: string): string =>
  relative(root, join(directory, name));

interface Row {
  ref: string;
  price: { input: number | null } | null;
}

describeRealCatalogs("a real catalog from a file and from a server", (real) => {
  let standIn: StandIn;
  let file: Command;
  let server: Command;

  beforeAll(async () => {
    standIn = await StandIn.start();
    for (const name of ["api.json", "models.json"]) {
      standIn.serve(`/${name}`, readFileSync(join(real.directory, name)));
    }
    file = createCommand({ MODELFORGE_URL: typed(real, "api.json") });
    server = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await server.ask(["refresh-cache"])).code).toBe(0);
  });

  afterAll(() => standIn.stop());

  it.each([
    "list --status all",
    "list",
    "list --capability tools --max-price 1 --sort price --limit 50",
    "search claude sonnet --limit 100",
    "search gtp5 mini",
    "info openai/gpt-5",
    "info claude-sonnet-4-5",
    "info openrouter/openai/gpt-5",
    "providers list",
    "providers info amazon-bedrock",
  ])("gives equal answers to %s", async (line) => {
    const args = [...line.split(" "), "--json"];
    const [fromFile, fromServer] = await Promise.all([file.ask(args), server.ask(args)]);
    const [one, other] = [answerOf(fromFile), answerOf(fromServer)];
    expect(one.result).toEqual(other.result);
    expect(one.catalog.origin).toBe("file");
    expect(other.catalog.origin).toBe("cache");
    const { digest, providers, models } = other.catalog;
    expect(one.catalog).toMatchObject({ digest, providers, models });
  });

  it("names each row once, and as many as its providers sell", async () => {
    const { catalog, result } = answerOf<Row[]>(await file.ask(["list", "--status=all", "--json"]));
    const providers = await file.ask(["providers", "list", "--json"]);
    const sold = answerOf<{ models: number }[]>(providers).result;
    expect(new Set(result.map(({ ref }) => ref)).size).toBe(result.length);
    expect(sold.reduce((sum, { models }) => sum + models, 0)).toBe(result.length);
    expect(catalog).toMatchObject({ providers: sold.length, models: result.length });
  });
});

describeRealCatalogs("a day of a real catalog", (real) => {
  const days = ["2025-10-01", "2026-05-01", "2026-06-01"].map((day) => `history/${day}.json`);
  const files = real === recordedCatalog ? ["api.json"] : ["api.json", "catalog.json", ...days];

  it.each(files)("loads from %s with every row that is not reported as set aside", async (name) => {
    const { ask } = createCommand({ MODELFORGE_URL: typed(real, name) });
    const { result } = answerOf<Row[]>(await ask(["list", "--status=all", "--json"]));
    const status = answerOf<{ setAside: { count: number; first: { where: string }[] } }>(
      await ask(["cache", "status", "--json"]),
    );
    const { count, first } = status.result.setAside;
    const prices = new Map(result.map(({ ref, price }) => [ref, price?.input ?? null]));
    const wire = wirePrices(real.read(name));
    const missing = [...wire.keys()].filter((ref) => !prices.has(ref));
    expect([missing, prices.size]).toEqual([first.map(({ where }) => where), wire.size - count]);
    for (const [ref, price] of prices) expect([ref, price]).toEqual([ref, wire.get(ref)]);
  });
});

/** Input prices by ref, read by nothing but these lines; catalog.json has its providers one level down. */
function wirePrices(document: unknown): Map<string, number | null> {
  type Providers = Record<string, { models: Record<string, { cost?: { input?: number } }> }>;
  const isNested = "providers" in (document as object);
  const providers = isNested
    ? (document as { providers: Providers }).providers
    : (document as Providers);
  return new Map(
    Object.entries(providers).flatMap(([provider, { models }]) =>
      Object.entries(models).map(([id, { cost }]) => [`${provider}/${id}`, cost?.input ?? null]),
    ),
  );
}
