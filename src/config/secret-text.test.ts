import { describe, expect, it } from "vitest";
import { effectiveSettings } from "./effective.ts";
import { filesFound } from "./findings.ts";
import { leavesOf } from "./layers.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { readConfigFile } from "./read-file.ts";
import { secretInText, secretsInText, withoutSecretPlaces } from "./secret-text.ts";
import { createFakeSystem } from "../testing/fake-system.ts";

const heap = "Zq7pL2mN9vX4cB8tR1wK";
const digits = "0123456789abcdef".repeat(2);
const file = "/home/you/.config/model-forge/config.json";

const ofModel = (parameters: string) =>
  `{"providers": {"openai": {"models": {"m": {"parameters": ${parameters}}}}}}`;

/** A line of JSON with comments, and what is secret in it. */
const secret: [string, string][] = [
  [`{"providers": {"openai": {"apiKey": "${heap}", "apiKey": "x"}}}`, heap],
  [`{"providers": {"openai": {"models": {"${digits}": {}}}}}`, digits],
  [`{"aliases": {"${heap}": {}}}`, heap],
  [`{"providers": {"openai": {"headers": {"X-Own": "${heap}"}}}}`, heap],
  [`{"providers": {"openai": {"baseUrl": "https://h.example/${heap}/v1"}}}`, heap],
  [`{"providers": {"azure": {"values": {"AZURE_API_KEY": "correct-horse"}}}}`, "correct-horse"],
  [
    `{"providers": {"openai": {"headers": {"X-Own": "Basic QWxhZGRpbjpv=="}}}}`,
    "Basic QWxhZGRpbjpv==",
  ],
  [ofModel(`{"api_key": "${heap}"}`), heap],
  [ofModel(`{"args": ["--api-key", "${heap}"]}`), heap],
  [ofModel(`{"args": ["--api-key=${heap}"]}`), heap],
  [ofModel(`{"args": "run --api-key=${heap}"}`), heap],
  [ofModel(`{"headers": ["Authorization: ${heap}"]}`), heap],
  [ofModel(`[{"key": "OPENAI_API_KEY", "val": "${heap}"}]`), heap],
  [ofModel(`{"default": {"api_key": "${heap}"}}`), heap],
  [ofModel(`{"title": {"password": "${heap}"}}`), heap],
  [ofModel(`{"properties": {"password": "${heap}"}}`), heap],
  [`{ // the api key\n // ${heap}\n}`, heap],
  [`{ /* the api key:\n  * ${heap} */ }`, heap],
  [`{ // ${heap}\n}`, heap],
  [`{ // curl -u bob:${heap} https://h.example\n}`, heap],
];

const plain: string[] = [
  '{"providers": {"openai": {"headers": {"X-Plan": "Basic", "X-Team": "Token ${TEAM}"}}}}',
  `{"providers": {"github-copilot": {"clientId": "${heap}"}}}`,
  `{"providers": {"openai": {"models": {"9f86d081-884c-7d65-9a2f-eaa0c55ad015": {}}}}}`,
  `{"providers": {"openai": {"baseUrl": "https://gateway.example/v1/${digits}/openai"}}}`,
  `{"catalog": {"source": "https://gist.example/${digits}/raw/api.json"}}`,
  `{ // from commit 5eb85cc45a259553501f535b8ac79a77d0e79223\n // sha256-${heap}\n}`,
  `{ // the keys of\n // claude-sonnet-4-20250514\n "current": "anthropic/claude-sonnet-4-20250514"}`,
  ofModel(`{"voice": "${heap}", "user": "${digits}", "max_tokens": 4096}`),
  ofModel(`{"stop": ["token: abc12345", "--end", "done1234"], "args": ["--model", "gpt-5-mini"]}`),
  ofModel(`{"env": [{"key": "AZURE_COGNITIVE_API_KEY"}], "apiKey": "OPENAI_API_KEY"}`),
  ofModel(
    `{"tools": [{"parameters": {"properties": {"password": {"type": "string", "pattern": "^[a-z0-9]{8,}$"}, "token": {"enum": ["user-1234"]}}, "required": ["api_key", "access_token"]}}]}`,
  ),
  ofModel(`{"tools": [{"parameters": {"password": {"description": "of 8 letters"}}}]}`),
];

function machineWith(text: string) {
  const machine = createFakeSystem();
  machine.files.put(file, text);
  return machine;
}

function shown(text: string): string {
  const machine = machineWith(text);
  const config = readConfigFile(file, "user", machine);
  if (config === undefined) throw new Error("there is no configuration");
  return JSON.stringify(effectiveSettings(leavesOf(config), machine.environment));
}

describe("what is secret in a configuration", () => {
  it.each(secret)("is found and struck out: %s", (text, what) => {
    expect(secretsInText(text)).toHaveLength(1);
    expect(secretInText(text)).toMatch(/^a key, in /);
    expect(withoutSecretPlaces(text)).not.toContain(what);
    expect([mayHoldSecret(text), secretInText(withoutSecretPlaces(text))]).toEqual([
      true,
      undefined,
    ]);
  });

  it.each(secret)("is named by the checks, and not shown: %s", (text, what) => {
    const { findings } = filesFound(machineWith(text), []);
    const found = findings.filter(({ code }) => code === "config.secret");
    expect(found).toHaveLength(1);
    expect(found[0]?.line).toBe(text.slice(0, text.indexOf(what)).split("\n").length);
    expect(JSON.stringify(found)).not.toContain(what);
  });

  it.each(secret)("is shown in no setting: %s", (text, what) => {
    expect(shown(text)).not.toContain(what);
  });

  it("is all that is struck out of a setting", () => {
    const text = ofModel(`{"api_key": "${heap}", "temperature": 1, "stop": ["end"]}`);
    expect(shown(text)).toContain(JSON.stringify({ api_key: "…", temperature: 1, stop: ["end"] }));
  });

  it.each(plain)("is not seen where there is none: %s", (text) => {
    expect([secretsInText(text), withoutSecretPlaces(text)]).toEqual([[], text]);
    expect(shown(text)).not.toContain("…");
  });
});
