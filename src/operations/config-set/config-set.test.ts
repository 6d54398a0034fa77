import { describe, expect, it } from "vitest";
import { rejectionOf } from "../../testing/failures.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import type { OperationContext } from "../operation.ts";
import { configSet } from "./config-set.ts";

const user = "/home/you/.config/model-forge/config.json";
const project = "/home/you/project/.model-forge/config.json";

function setting() {
  const machine = createFakeSystem();
  const set = (key: string, value: string, isProject = false) =>
    configSet({ machine } as unknown as OperationContext, { key, value, project: isProject }, {});
  return { machine, set };
}

const at = (name: string) => `providers.acme.headers.${name}`;

describe("config set of a header", () => {
  it.each(["${ACME_API_KEY}", "Key ${ACME_API_KEY}", "ApiKey ${ACME_API_KEY}:${ACME_REGION}"])(
    "takes a variable in the place of a key: %s",
    async (value) => {
      const { machine, set } = setting();
      await set(at("X-Api-Key"), value);
      expect(machine.files.text(user)).toContain(JSON.stringify(value));
    },
  );

  it.each([
    ["X-Api-Key", "a1b2c3d4e5f6"],
    ["X-Team", `sk-ant-${"a1b2".repeat(6)}`],
    ["X-Api-Key", "a1b2c3d4e5f6 ${ACME_REGION}"],
  ])("refuses a key in plain letters: %s", async (name, value) => {
    const { machine, set } = setting();
    const { code, message } = await rejectionOf(set(at(name), value));
    expect([code, message.includes("a1b2c3")]).toEqual(["usage.bad-value", false]);
    expect(machine.files.text(user)).toBeUndefined();
  });

  it.each([
    ["Host", "belongs to the request itself"],
    ["content-length", "belongs to the request itself"],
    ["Transfer-Encoding", "belongs to the request itself"],
    ["X-Forwarded-Host", "belongs to the request itself"],
    ["Proxy-Connection", "belongs to the request itself"],
    ["Authorization", "carries the credential, which auth login keeps"],
    ['"X Team"', "is no name of a header"],
  ])("refuses %s: it %s", async (name, why) => {
    const { message } = await rejectionOf(setting().set(at(name), "x"));
    expect(message).toContain(`would not be sent: it ${why}`);
  });

  it.each(["a\r\nX-B: c", "a\u0000", "a\tb"])("refuses what ends a line: %j", async (value) => {
    const { code } = await rejectionOf(setting().set(at("X-Team"), value));
    expect(code).toBe("usage.bad-value");
  });

  it("takes none with a variable for a project, and a plain one", async () => {
    const { machine, set } = setting();
    const { message } = await rejectionOf(set(at("X-Key"), "${ACME_API_KEY}", true));
    expect(message).toContain("is not for a project to say");
    await set(at("X-Team"), "blue", true);
    expect(machine.files.text(project)).toContain('"X-Team": "blue"');
  });
});

describe("config set of a budget", () => {
  it("says that the lower of the two goes on counting", async () => {
    const { set } = setting();
    await set("settings.budget", "3");
    expect((await set("settings.budget", "10", true)).result.notes).toEqual([
      `settings.budget stays 3: ${user} says so`,
    ]);
    expect((await set("settings.budget", "1", true)).result.notes).toEqual([]);
    expect((await set("settings.budget", "5")).result.notes).toEqual([
      `in this project settings.budget stays 1: ${project} says so`,
    ]);
    expect((await set("settings.budget", "0.5")).result.notes).toEqual([]);
  });

  it("is not for a project where it is about finding providers", async () => {
    const { message } = await rejectionOf(setting().set("settings.autoDetect", "true", true));
    expect(message).toBe("settings.autoDetect is not for a project to say");
  });
});
