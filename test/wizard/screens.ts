import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { StandIn } from "../stand-in/stand-in.ts";
import type { Screen } from "../terminal/screen.ts";
import { openWizard, startServer } from "./set-up.ts";

/** A model server for all tests of a file, and wizards that are closed after each. */
export function withServer() {
  const open: Screen[] = [];
  let server: StandIn | undefined;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());
  afterEach(async () => {
    for (const screen of open.splice(0)) await screen.close();
  });
  return {
    get server(): StandIn {
      return server as StandIn;
    },
    start(...how: Parameters<typeof openWizard>): Screen {
      const screen = openWizard(...how);
      open.push(screen);
      return screen;
    },
  };
}

/** What was changed of the terminal besides its settings: the screen, the cursor. */
export function expectGivenBack(screen: Screen): void {
  expect(screen.isAlternate).toBe(false);
  expect(screen.raw.lastIndexOf("\u001b[?25h")).toBeGreaterThan(
    screen.raw.lastIndexOf("\u001b[?25l"),
  );
}
