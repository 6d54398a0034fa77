import { join } from "node:path";

/** Would change what is measured: flags for Node, certificates, our own settings, whether it looks like CI, colours, proxies. */
const leftOut =
  /^(NODE_.*|SSL_CERT_.*|MODELFORGE_.*|XDG_.*|CI|NO_COLOR|FORCE_COLOR|.*_proxy|.*_API_KEY)$/i;

/** The environment of a command with directories of its own. */
export function environmentFor(
  directory: string,
  name: string,
  more: Record<string, string>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !leftOut.test(key));
  return {
    ...Object.fromEntries(kept),
    HOME: join(directory, name),
    ...directoriesOf(directory, name),
    ...more,
  };
}

function directoriesOf(directory: string, name: string): Record<string, string> {
  return {
    MODELFORGE_CACHE_DIR: join(directory, name, "cache"),
    MODELFORGE_STATE_DIR: join(directory, name, "state"),
  };
}
