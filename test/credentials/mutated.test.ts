import { describe, expect, it } from "vitest";
import { changeStore } from "../../src/credentials/store/change-store.ts";
import {
  accountsIn,
  type StoreDocument,
  trustedIn,
  withTrusted,
} from "../../src/credentials/store/document.ts";
import { readStore } from "../../src/credentials/store/read-store.ts";
import { ModelForgeError, type Warning } from "../../src/failure.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { mutatedBytes } from "../faults/mutated-bytes.ts";
import { randomNumbers, repeats } from "../faults/random-numbers.ts";

const { count, seed } = repeats("MODELFORGE_TEST_MUTATIONS", 3_000);
const directory = "/home/you/.local/share/model-forge/credentials";
const file = `${directory}/store.json`;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const whole = [
  {
    format: 1,
    accounts: [
      {
        provider: "openai",
        account: "default",
        active: true,
        lastFour: "6789",
        addedAt: "2026-11-27T00:00:00Z",
        secret: "sk-planted-0123456789",
      },
      { provider: "groq", account: "größe", active: false, sealed: "AbCd0123" },
      { provider: "anthropic", account: "vault", active: true, command: ["/usr/bin/op", "read"] },
      { version: 2, provider: "xai", somehow: { else: ["planted"] } },
    ],
    trusted: [{ provider: "vllm", origin: "http://10.0.0.5:8000", addedAt: "2026-11-27" }],
    passphrase: { salt: "00ff", cost: 16, proof: "AbCd" },
  },
  { format: 1, accounts: [], trusted: [], more: [1, null, { deep: {} }] },
  { format: 9, accounts: [{ provider: "openai", account: "a", secret: "sk-planted-01" }] },
].flatMap((store) => [
  encoder.encode(`${JSON.stringify(store, null, 2)}\n`),
  encoder.encode(`\ufeff${JSON.stringify(store).replaceAll("},", "},\r\n\t")}`),
]);

const pieces = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "\0",
  "\u202e",
  "null",
  "1e999",
  '"__proto__":',
  '"accounts":[],',
  '"format":2,',
  "[".repeat(5_000),
  "\n",
];

/** What an aside copy of the file says, byte for byte. */
function asideOf(machine: FakeSystem, warnings: readonly Warning[]): Uint8Array | undefined {
  const path = machine.files.paths(directory).find((one) => one.startsWith(`${file}.broken-`));
  if (path === undefined) return undefined;
  expect(warnings.some(({ message }) => message.includes(path))).toBe(true);
  return machine.files.read(path);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Everything but the trust that was added. */
function others({ accounts, trusted, ...rest }: StoreDocument) {
  const left = listOf(trusted).filter((one) => JSON.stringify(one) !== JSON.stringify(added));
  return { ...rest, accounts: listOf(accounts), trusted: left };
}

const added = { provider: "added", origin: "https://added.example", addedAt: "2026-11-28" };

describe(`any of ${count} mutated stores of credentials (seed ${seed})`, () => {
  it("is read, or refused with its file and its line; no change loses what stands there", async () => {
    const random = randomNumbers(seed);
    const ended = { read: 0, broken: 0, newer: 0, copied: 0 };
    for (let nth = 0; nth < count; nth += 1) {
      const machine = createFakeSystem();
      const bytes = mutatedBytes(random, whole, pieces);
      machine.files.put(file, bytes);
      const why = `mutation ${nth}: ${decoder.decode(bytes).slice(0, 300)}`;
      const before = await readStore(machine);
      accountsIn(before.document);
      trustedIn(before.document);
      const { problem } = before;
      expect([why, JSON.stringify([before.warnings, problem])]).toEqual([
        why,
        expect.not.stringContaining("planted"),
      ]);
      for (const { message } of before.warnings) expect([why, message]).toContain(message);
      if (problem !== undefined) {
        expect(problem.message).toContain(file);
        expect(problem.message).toMatch(/line \d+ |not UTF-8|newer version/);
      }
      const changed = changeStore(machine, (document) => withTrusted(document, added));
      const outcome = await changed.catch((error: unknown) => error);
      if (!Array.isArray(outcome)) {
        ended.newer += 1;
        expect([why, outcome]).toEqual([why, expect.any(ModelForgeError)]);
        expect([why, problem?.kind]).toEqual([why, "newer"]);
        expect((outcome as ModelForgeError).message).toContain(file);
        expect([why, machine.files.read(file)]).toEqual([why, bytes]);
        continue;
      }
      const after = await readStore(machine);
      expect([why, after.problem]).toEqual([why, undefined]);
      expect(trustedIn(after.document)).toContainEqual({
        provider: added.provider,
        origin: added.origin,
      });
      const aside = asideOf(machine, outcome as Warning[]);
      if (problem !== undefined) {
        ended.broken += 1;
        expect([why, aside]).toEqual([why, bytes]);
        continue;
      }
      ended.read += 1;
      if (aside === undefined) {
        expect([why, others(after.document)]).toEqual([why, others(before.document)]);
      } else {
        ended.copied += 1;
        expect([why, decoder.decode(aside)]).toEqual([why, decoder.decode(bytes)]);
      }
    }
    // the mutations are of all sorts
    for (const [what, times] of Object.entries(ended)) {
      expect([what, times > count / 1_000]).toEqual([what, true]);
    }
  }, 120_000);
});
