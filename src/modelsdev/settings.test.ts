import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import type { Files } from "../system/ports.ts";
import { failureOf } from "../testing/failures.ts";
import { readSettings, type Settings } from "./settings.ts";

const files = { resolve: (...parts: string[]) => posix.resolve("/project", ...parts) } as Files;

function settingsOf(
  variables: Record<string, string> = {},
  home: string | undefined = "/home/me",
  platform = "linux",
): Settings {
  const get = (name: string): string | undefined =>
    Object.hasOwn(variables, name) ? variables[name] : undefined;
  // all of them, read
  return {
    ...readSettings({ get, home, names: () => [], currentDirectory: "/project", platform }, files),
  };
}

describe("readSettings", () => {
  it("has a default for everything", () => {
    expect(settingsOf()).toEqual({
      catalogEnabled: true,
      source: undefined,
      cacheDirectory: "/home/me/.cache/model-forge/modelsdev",
      stateDirectory: "/home/me/.local/state/model-forge",
      offline: false,
      allowSnapshot: false,
      ttlMs: 86_400_000,
      timeoutMs: 10_000,
      maxCacheBytes: 50_000_000,
      backgroundRefresh: true,
      codeCache: true,
      ownRows: [],
    });
  });

  it("reads every variable", () => {
    expect(
      settingsOf({
        MODELFORGE_URL: "https://m.example",
        MODELFORGE_CACHE_DIR: "cache",
        MODELFORGE_STATE_DIR: "/state",
        MODELFORGE_OFFLINE: "1",
        MODELFORGE_ALLOW_SNAPSHOT: "yes",
        MODELFORGE_TTL: "90m",
        MODELFORGE_TIMEOUT: "1m",
        MODELFORGE_MAX_CACHE_SIZE: "1GiB",
      }),
    ).toEqual({
      catalogEnabled: true,
      source: "https://m.example",
      cacheDirectory: "/project/cache",
      stateDirectory: "/state",
      offline: true,
      allowSnapshot: true,
      ttlMs: 5_400_000,
      timeoutMs: 60_000,
      maxCacheBytes: 1_073_741_824,
      backgroundRefresh: false,
      codeCache: true,
      ownRows: [],
    });
  });

  it("heeds the XDG directories, relative ones left aside as the specification wants", () => {
    const xdg = { XDG_CACHE_HOME: "/xdg/cache", XDG_STATE_HOME: "/xdg/state" };
    expect(settingsOf(xdg)).toMatchObject({
      cacheDirectory: "/xdg/cache/model-forge/modelsdev",
      stateDirectory: "/xdg/state/model-forge",
    });
    expect(settingsOf({ XDG_CACHE_HOME: "relative" }).cacheDirectory).toBe(
      "/home/me/.cache/model-forge/modelsdev",
    );
    const own = { ...xdg, MODELFORGE_CACHE_DIR: "/own" };
    expect(settingsOf(own).cacheDirectory).toBe("/own");
  });

  it("has no directories where there is no home", () => {
    const { cacheDirectory, stateDirectory } = readSettings(
      {
        get: () => undefined,
        home: undefined,
        names: () => [],
        currentDirectory: "/project",
        platform: "linux",
      },
      files,
    );
    expect([cacheDirectory, stateDirectory]).toEqual([undefined, undefined]);
  });

  it("keeps cache and state apart on Windows", () => {
    const local = { LOCALAPPDATA: "/appdata" };
    const { cacheDirectory, stateDirectory } = settingsOf(local, undefined, "win32");
    expect(cacheDirectory).toMatch(/^\/appdata\/model-forge\//);
    expect(stateDirectory).toMatch(/^\/appdata\/model-forge\//);
    expect(cacheDirectory).not.toBe(stateDirectory);
  });

  it.each([
    ["1", true],
    ["true", true],
    ["yes", true],
    ["0", false],
    ["false", false],
    ["No", false],
  ])("takes MODELFORGE_OFFLINE=%s for %s", (value, offline) => {
    expect(settingsOf({ MODELFORGE_OFFLINE: value }).offline).toBe(offline);
  });

  it.each([
    [{}, true],
    [{ CI: "true" }, false],
    [{ CI: "1" }, false],
    [{ CI: "false" }, true],
    [{ MODELFORGE_OFFLINE: "1" }, false],
    [{ MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }, false],
    [{ MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" }, true],
  ])("with %j refreshes in the background: %s", (variables, expected) => {
    expect(settingsOf(variables as Record<string, string>).backgroundRefresh).toBe(expected);
  });

  it.each([
    [{ CI: "true" }, false],
    [{ CI: "off" }, true],
    [{ MODELFORGE_OFFLINE: "1" }, true],
    [{ MODELFORGE_FEATURE_CODE_CACHE: "No" }, false],
    [{ MODELFORGE_FEATURE_CODE_CACHE: "yes" }, true],
  ])("with %j keeps what is compiled: %s", (variables, expected) => {
    expect(settingsOf(variables as Record<string, string>).codeCache).toBe(expected);
  });

  it("takes a catalog for stale at once with a TTL of 0", () => {
    expect(settingsOf({ MODELFORGE_TTL: "0" }).ttlMs).toBe(0);
  });

  it("waits no longer than a timer can, which runs out at once beyond 24 days", () => {
    expect(settingsOf({ MODELFORGE_TIMEOUT: "24d" }).timeoutMs).toBe(2_073_600_000);
    expect(settingsOf({ MODELFORGE_TIMEOUT: "30d" }).timeoutMs).toBeLessThan(2 ** 31);
  });

  it.each([
    ["MODELFORGE_TTL", "1 fortnight"],
    ["MODELFORGE_TTL", "24"],
    ["MODELFORGE_TIMEOUT", "-1s"],
    ["MODELFORGE_TIMEOUT", "0"],
    ["MODELFORGE_TIMEOUT", "0s"],
    ["MODELFORGE_MAX_CACHE_SIZE", "50M"],
    ["MODELFORGE_OFFLINE", "on"],
    ["MODELFORGE_ALLOW_SNAPSHOT", "off"],
    ["MODELFORGE_FEATURE_BACKGROUND_REFRESH", "2"],
    ["MODELFORGE_FEATURE_CODE_CACHE", "off"],
  ])("refuses %s=%s, saying how to write it", (variable, value) => {
    const failure = failureOf(() => settingsOf({ [variable]: value }));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.message).toBe(`${variable} is not understood: ${value}`);
    expect(failure.details).toEqual({ variable, value });
    expect(failure.hint).toMatch(/^write it like /);
  });
});
