import type { ChildProcess } from "node:child_process";

/** Shows a page with the first program that can be started and does not fail at once; whether there is one. */
export async function openPage(page: URL): Promise<boolean> {
  for (const [program, ...args] of openersOf(process.platform, process.env.BROWSER)) {
    if (program !== undefined && (await start(program, [...args, page.href]))) return true;
  }
  return false;
}

/** Programs with their first arguments. `BROWSER` may name several, a colon between them. */
export function openersOf(platform: string, browser: string | undefined): string[][] {
  const named = (platform === "win32" ? [browser ?? ""] : (browser ?? "").split(":"))
    .map((one) =>
      one
        .replaceAll(/ *(["']?)%[su]\1/g, "")
        .split(" ")
        .filter((word) => word !== ""),
    )
    .filter(({ length }) => length > 0);
  if (named.length > 0) return named;
  if (platform === "darwin") return [["open"]];
  if (platform === "win32") return [["rundll32", "url.dll,FileProtocolHandler"]];
  return [["xdg-open"], ["wslview"]];
}

// milliseconds; what has not failed by then is a browser that stays, or one that takes its time
const failsWithin = 1000;

function start(program: string, args: readonly string[]): Promise<boolean> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(program, args, { detached: true, stdio: "ignore", windowsHide: true });
    } catch {
      // a name that is too long, or leads through a file: Node has no event for those
      return resolve(false);
    }
    let patience: NodeJS.Timeout | undefined;
    const end = (isShown: boolean): void => {
      clearTimeout(patience);
      child.unref();
      resolve(isShown);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.once("spawn", () => {
      patience = setTimeout(() => end(true), failsWithin);
    });
  });
}
