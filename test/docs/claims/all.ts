import { readme } from "./README.ts";
import { cacheAndOfflineAddressesAndProxies } from "./cache-and-offline/addresses-and-proxies.ts";
import { cacheAndOfflineBesideOthers } from "./cache-and-offline/beside-others.ts";
import { cacheAndOfflineDamage } from "./cache-and-offline/damage.ts";
import { cacheAndOfflineDirectories } from "./cache-and-offline/directories.ts";
import { cacheAndOfflineGenerations } from "./cache-and-offline/generations.ts";
import { cacheAndOfflineNetwork } from "./cache-and-offline/network.ts";
import { cacheAndOfflineOffline } from "./cache-and-offline/offline.ts";
import { cacheAndOfflineSources } from "./cache-and-offline/sources.ts";
import { configurationAddingAndChecking } from "./configuration/adding-and-checking.ts";
import { configurationOwnModels } from "./configuration/own-models.ts";
import { configurationChecking } from "./configuration/checking.ts";
import { configurationFilesAndChanges } from "./configuration/files-and-changes.ts";
import { configurationSettingsAndHeaders } from "./configuration/settings-and-headers.ts";
import { configurationStepByStep } from "./configuration/step-by-step.ts";
import { credentialsElsewhere } from "./credentials/elsewhere.ts";
import { credentialsGoing } from "./credentials/going.ts";
import { credentialsKeychain } from "./credentials/keychain.ts";
import { credentialsKeeping } from "./credentials/keeping.ts";
import { credentialsSigningIn } from "./credentials/signing-in.ts";
import { discoverKeys } from "./discover/keys.ts";
import { discoverLeaving } from "./discover/leaving.ts";
import { discoverScreenAndSearch } from "./discover/screen-and-search.ts";
import { findingModelsCeilings } from "./finding-models/ceilings.ts";
import { findingModelsFilters } from "./finding-models/filters.ts";
import { findingModelsNamesAndSearch } from "./finding-models/names-and-search.ts";
import { findingModelsOrderAndFormats } from "./finding-models/order-and-formats.ts";
import { gettingStarted } from "./getting-started.ts";
import { libraryFunctionsAndOptions } from "./library/functions-and-options.ts";
import { libraryImportAndMethods } from "./library/import-and-methods.ts";
import { libraryTesting } from "./library/testing.ts";
import { movingFromPython } from "./moving-from-python.ts";
import { recommendations } from "./recommendations.ts";
import { troubleshootingCacheAndTerminal } from "./troubleshooting/cache-and-terminal.ts";
import { troubleshootingCatalogAndFiles } from "./troubleshooting/catalog-and-files.ts";
import { troubleshootingCommandLineAndNames } from "./troubleshooting/command-line-and-names.ts";
import { troubleshootingExitCodes } from "./troubleshooting/exit-codes.ts";
import { troubleshootingCredentials } from "./troubleshooting/credentials.ts";
import { troubleshootingNetwork } from "./troubleshooting/network.ts";
import { whatWillItCostBatches } from "./what-will-it-cost/batches-and-fit.ts";
import { whatWillItCostOffersAndComparison } from "./what-will-it-cost/offers-and-comparison.ts";
import { whatWillItCostUsageAndPrices } from "./what-will-it-cost/usage-and-prices.ts";
import { whichShouldITakeConstraints } from "./which-should-i-take/constraints.ts";
import { whichShouldITakeOrder } from "./which-should-i-take/order.ts";
import type { PageClaims } from "./claim.ts";

/** The claims of every page. A long page has several tables. */
export const tables: readonly PageClaims[] = [
  readme,
  cacheAndOfflineAddressesAndProxies,
  cacheAndOfflineBesideOthers,
  cacheAndOfflineDamage,
  cacheAndOfflineDirectories,
  cacheAndOfflineGenerations,
  cacheAndOfflineNetwork,
  cacheAndOfflineOffline,
  cacheAndOfflineSources,
  configurationFilesAndChanges,
  configurationAddingAndChecking,
  configurationOwnModels,
  configurationSettingsAndHeaders,
  configurationStepByStep,
  configurationChecking,
  credentialsElsewhere,
  credentialsGoing,
  credentialsKeeping,
  credentialsKeychain,
  credentialsSigningIn,
  discoverKeys,
  discoverLeaving,
  discoverScreenAndSearch,
  findingModelsCeilings,
  findingModelsFilters,
  findingModelsNamesAndSearch,
  findingModelsOrderAndFormats,
  gettingStarted,
  libraryFunctionsAndOptions,
  libraryImportAndMethods,
  libraryTesting,
  movingFromPython,
  recommendations,
  troubleshootingCacheAndTerminal,
  troubleshootingCatalogAndFiles,
  troubleshootingCommandLineAndNames,
  troubleshootingExitCodes,
  troubleshootingCredentials,
  troubleshootingNetwork,
  whatWillItCostBatches,
  whatWillItCostOffersAndComparison,
  whatWillItCostUsageAndPrices,
  whichShouldITakeConstraints,
  whichShouldITakeOrder,
];
