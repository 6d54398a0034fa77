import { readme } from "./README.ts";
import { cacheAndOfflineDamage } from "./cache-and-offline/damage.ts";
import { cacheAndOfflineDirectories } from "./cache-and-offline/directories.ts";
import { cacheAndOfflineGenerations } from "./cache-and-offline/generations.ts";
import { cacheAndOfflineNetwork } from "./cache-and-offline/network.ts";
import { cacheAndOfflineSources } from "./cache-and-offline/sources.ts";
import { discoverKeys } from "./discover/keys.ts";
import { discoverLeaving } from "./discover/leaving.ts";
import { discoverScreenAndSearch } from "./discover/screen-and-search.ts";
import { findingModelsFilters } from "./finding-models/filters.ts";
import { findingModelsNamesAndSearch } from "./finding-models/names-and-search.ts";
import { findingModelsOrderAndFormats } from "./finding-models/order-and-formats.ts";
import { gettingStarted } from "./getting-started.ts";
import { libraryFunctionsAndOptions } from "./library/functions-and-options.ts";
import { libraryImportAndMethods } from "./library/import-and-methods.ts";
import { recommendations } from "./recommendations.ts";
import { troubleshootingCacheAndTerminal } from "./troubleshooting/cache-and-terminal.ts";
import { troubleshootingCommandLineAndNames } from "./troubleshooting/command-line-and-names.ts";
import { troubleshootingExitCodes } from "./troubleshooting/exit-codes.ts";
import { troubleshootingNetworkAndCatalog } from "./troubleshooting/network-and-catalog.ts";
import { whatWillItCostOffersAndComparison } from "./what-will-it-cost/offers-and-comparison.ts";
import { whatWillItCostUsageAndPrices } from "./what-will-it-cost/usage-and-prices.ts";
import { whichShouldITakeConstraints } from "./which-should-i-take/constraints.ts";
import { whichShouldITakeScore } from "./which-should-i-take/score.ts";
import type { PageClaims } from "./claim.ts";

/** The claims of every page. A long page has several tables. */
export const tables: readonly PageClaims[] = [
  readme,
  cacheAndOfflineDamage,
  cacheAndOfflineDirectories,
  cacheAndOfflineGenerations,
  cacheAndOfflineNetwork,
  cacheAndOfflineSources,
  discoverKeys,
  discoverLeaving,
  discoverScreenAndSearch,
  findingModelsFilters,
  findingModelsNamesAndSearch,
  findingModelsOrderAndFormats,
  gettingStarted,
  libraryFunctionsAndOptions,
  libraryImportAndMethods,
  recommendations,
  troubleshootingCacheAndTerminal,
  troubleshootingCommandLineAndNames,
  troubleshootingExitCodes,
  troubleshootingNetworkAndCatalog,
  whatWillItCostOffersAndComparison,
  whatWillItCostUsageAndPrices,
  whichShouldITakeConstraints,
  whichShouldITakeScore,
];
