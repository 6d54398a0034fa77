import { expect, it } from "vitest";
import { realEnvironment } from "../../src/system/real/environment.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { contractOf } from "./environment.ts";

contractOf("the environment of this machine", ({ variables, home = "", currentDirectory }, act) => {
  const before = { env: { ...process.env }, directory: process.cwd };
  Object.assign(process.env, variables, { HOME: home });
  // threads cannot change directory
  process.cwd = () => currentDirectory;
  try {
    act(realEnvironment);
  } finally {
    process.cwd = before.directory;
    for (const name of [...Object.keys(variables), "HOME"]) delete process.env[name];
    Object.assign(process.env, before.env);
  }
});

contractOf("an environment made up", ({ variables, home = null, currentDirectory }, act) =>
  act(createFakeSystem({ variables, home, currentDirectory }).environment),
);

it("an environment made up has nothing of this machine's, and can be changed", () => {
  const { environment, files } = createFakeSystem();
  expect(environment.get("PATH")).toBeUndefined();
  environment.variables.set("PATH", "/bin");
  environment.currentDirectory = "/elsewhere";
  expect([environment.get("PATH"), files.resolve("x")]).toEqual(["/bin", "/elsewhere/x"]);
});
