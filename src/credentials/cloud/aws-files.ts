import { externalDataInterceptor, loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";

/** What stands in a section, by name. */
export type Section = Readonly<Record<string, string | undefined>>;

export type Sections = Readonly<Record<string, Section | undefined>>;

// it would be looked up in every object: the loader would write into what all programs share
const inherited = new RegExp(
  `^(\\s*\\[)(?=(?:${Object.getOwnPropertyNames(Object.prototype).join("|")})\\])`,
  "gm",
);

/** What AWS's two files say. The loader is given their texts and opens none itself: nobody knows what stands there. */
export async function sectionsIn(
  config: string,
  credentials: string,
): Promise<{ config: Sections; credentials: Sections }> {
  const [filepath, configFilepath] = ["modelforge:credentials", "modelforge:config"];
  externalDataInterceptor.interceptFile(configFilepath, config.replace(inherited, "$1 "));
  externalDataInterceptor.interceptFile(filepath, credentials.replace(inherited, "$1 "));
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ filepath, configFilepath });
  return { config: configFile, credentials: credentialsFile };
}
