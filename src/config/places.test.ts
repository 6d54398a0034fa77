import { describe, expect, it } from "vitest";
import { createFakeSystem } from "../testing/fake-system.ts";
import { projectFile, userFile } from "./places.ts";

const machineIn = (currentDirectory: string, variables: Record<string, string> = {}) =>
  createFakeSystem({ home: "/home/you", currentDirectory, variables });

describe("the user's file", () => {
  it.each([
    [{}, "/home/you/.config/model-forge/config.json"],
    [{ XDG_CONFIG_HOME: "/xdg" }, "/xdg/model-forge/config.json"],
    [{ XDG_CONFIG_HOME: "relative" }, "/home/you/.config/model-forge/config.json"],
    [{ XDG_CONFIG_HOME: "/xdg", MODELFORGE_CONFIG_DIR: "/mine" }, "/mine/config.json"],
    [{ MODELFORGE_CONFIG_DIR: "mine" }, "/home/you/project/mine/config.json"],
  ])("with %j is %s", (variables, path) => {
    const { environment, files } = machineIn("/home/you/project", variables);
    expect(userFile(environment, files)).toBe(path);
  });
});

describe("the project's file", () => {
  const found = (directory: string, ...there: string[]) => {
    const { environment, files } = machineIn(directory);
    for (const path of there) files.put(path, "{}");
    return projectFile(environment, files);
  };

  it("is the nearest one up to the root of the repository", () => {
    const paths = ["/work/repo/.git/HEAD", "/work/repo/.model-forge/config.json"];
    const path = "/work/repo/.model-forge/config.json";
    expect(found("/work/repo/a/b", ...paths)).toMatchObject({ path, isThere: true });
    const nearer = "/work/repo/a/.model-forge/config.json";
    expect(found("/work/repo/a/b", ...paths, nearer)).toMatchObject({
      path: nearer,
      isThere: true,
    });
  });

  it("is not looked for above that root", () => {
    const above = "/work/.model-forge/config.json";
    expect(found("/work/repo/a", "/work/repo/.git/HEAD", above)).toMatchObject({
      path: "/work/repo/.model-forge/config.json",
      isThere: false,
    });
  });

  it("is that of the working directory alone where there is no repository", () => {
    const above = "/work/.model-forge/config.json";
    const here = "/work/plain/.model-forge/config.json";
    expect(found("/work/plain", above)).toMatchObject({ path: here, isThere: false });
    expect(found("/work/plain", above, here)).toMatchObject({ path: here, isThere: true });
  });

  it("is never in the home directory, nor above it", () => {
    const inHome = "/home/you/.model-forge/config.json";
    const none = { path: undefined, isThere: false };
    for (const directory of ["/home/you", "/home", "/"])
      expect(
        found(directory, inHome, "/home/.model-forge/config.json", "/.model-forge/config.json"),
      ).toMatchObject(none);
    // a home that is named by a link is the same home
    const { environment, files } = createFakeSystem({
      home: "/home/you",
      currentDirectory: "/disk/you",
    });
    files.put("/disk/you/.model-forge/config.json", "{}");
    files.remove("/home/you");
    files.link("/home/you", "/disk/you");
    expect(projectFile(environment, files)).toMatchObject(none);
    // dotfiles kept in a repository are no project
    expect(found("/home/you/plain", "/home/you/.git/HEAD", inHome)).toMatchObject({
      path: "/home/you/plain/.model-forge/config.json",
      isThere: false,
    });
  });
});
