import type { Environment, ReadingFiles } from "../../system/ports.ts";

const named =
  /^(?:AWS_(?:PROFILE|DEFAULT_|CONFIG_FILE|SHARED_|WEB_|CONTAINER_)|GOOGLE_(?:APPLICATION|CLOUD)_|GCLOUD_|CLOUDSDK_CONFIG|AZURE_TENANT_ID)/i;

export interface SeeingMachine {
  environment: Environment;
  files: Pick<ReadingFiles, "target" | "resolve">;
}

/**
 * Whether anything hints at a cloud whose programs find their credentials by themselves: without, nobody has to read what
 * clouds keep in files.
 */
export function mayHaveChain({ environment, files }: SeeingMachine): boolean {
  if (environment.names().some((name) => named.test(name))) return true;
  const places = [".aws/config", ".aws/credentials", gcloudIn(environment)];
  try {
    return places.some((one) => files.target(files.resolve(environment.home ?? "/", one)));
  } catch {
    // whoever reads them says what is wrong
    return true;
  }
}

/** Where gcloud keeps what programs are to use, where nobody says otherwise; below the home directory, or whole. */
export function gcloudIn({ get, platform }: Pick<Environment, "get" | "platform">): string {
  const directory = platform === "win32" ? get("APPDATA") : undefined;
  return `${directory ?? ".config"}/gcloud/${adcFile}`;
}

export const adcFile = "application_default_credentials.json";
