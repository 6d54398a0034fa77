/** Every environment variable ModelForge reads, for the reference; a test compares it with the code. */
export const variables: readonly { name: string; meaning: string; fallback: string }[] = [
  {
    name: "MODELFORGE_URL",
    meaning: "where the catalog comes from: a base URL, the full URL of a `.json`, or a path",
    fallback: "`https://models.dev`",
  },
  {
    name: "MODELFORGE_CACHE_DIR",
    meaning: "directory of the cache",
    fallback: "`$XDG_CACHE_HOME/model-forge/modelsdev`, else `~/.cache/model-forge/modelsdev`",
  },
  {
    name: "MODELFORGE_CONFIG_DIR",
    meaning: "directory of your configuration, `config.json`",
    fallback: "`$XDG_CONFIG_HOME/model-forge`, else `~/.config/model-forge`",
  },
  {
    name: "MODELFORGE_STATE_DIR",
    meaning: "directory of notes: how answers came about, the last error",
    fallback: "`$XDG_STATE_HOME/model-forge`, else `~/.local/state/model-forge`",
  },
  {
    name: "MODELFORGE_DATA_DIR",
    meaning: "directory of what is kept for good: credentials",
    fallback: "`$XDG_DATA_HOME/model-forge`, else `~/.local/share/model-forge`",
  },
  {
    name: "MODELFORGE_ACCOUNT",
    meaning: "which of several stored accounts of a provider counts",
    fallback: "the one marked active",
  },
  {
    name: "MODELFORGE_PASSPHRASE_FILE",
    meaning: "file with the passphrase that opens stored credentials",
    fallback: "unset",
  },
  {
    name: "MODELFORGE_MODEL",
    meaning: "the model in use, in place of `current` in the configuration",
    fallback: "unset",
  },
  { name: "MODELFORGE_OFFLINE", meaning: "`1`: never use the network", fallback: "unset" },
  {
    name: "MODELFORGE_ALLOW_SNAPSHOT",
    meaning: "`1`: where a source of your own cannot answer, the snapshot of models.dev may",
    fallback: "unset",
  },
  { name: "MODELFORGE_TTL", meaning: "age at which the catalog is stale", fallback: "`24h`" },
  {
    name: "MODELFORGE_TIMEOUT",
    meaning: "longest a refresh may take, all tries together",
    fallback: "`10s`",
  },
  {
    name: "MODELFORGE_MAX_CACHE_SIZE",
    meaning: "what the cache of all sources may take on disk",
    fallback: "`50MB`",
  },
  {
    name: "MODELFORGE_FEATURE_CATALOG",
    meaning: "`0`: no catalog; the models of your configuration are all there are",
    fallback: "on",
  },
  {
    name: "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
    meaning: "`0`: a stale answer starts no refresh",
    fallback: "on",
  },
  {
    name: "MODELFORGE_FEATURE_CODE_CACHE",
    meaning: "`0`: no kept code; what Node compiled of the command is not used at the next start",
    fallback: "on",
  },
  {
    name: "MODELFORGE_PAGER",
    meaning: "program that shows long lists on a terminal; `cat` for none",
    fallback: "`$PAGER`, else `less`",
  },
  {
    name: "MODELFORGE_<PROVIDER>_API_KEY",
    meaning: "a credential for one provider, besides the variables the provider's own tools read",
    fallback: "unset",
  },
  {
    name: "MODELFORGE_<PROVIDER>_ACCESS_TOKEN",
    meaning: "the same, for a token",
    fallback: "unset",
  },
  {
    name: "HTTPS_PROXY, ALL_PROXY, HTTP_PROXY, NO_PROXY",
    meaning:
      "the proxy for https, for everything, for plain http, and which hosts are reached without one; in lower case too, which goes first; this machine itself never goes through a proxy",
    fallback: "unset",
  },
  {
    name: "NODE_EXTRA_CA_CERTS, SSL_CERT_FILE",
    meaning: "files with certificates to trust besides Node's own",
    fallback: "unset",
  },
  {
    name: "NODE_TLS_REJECT_UNAUTHORIZED",
    meaning: "not obeyed: certificates are always checked",
    fallback: "unset",
  },
  {
    name: "NO_COLOR, FORCE_COLOR, TERM",
    meaning: "colours off, colours on, and `dumb` for plain ASCII",
    fallback: "what the terminal can",
  },
  {
    name: "COLUMNS",
    meaning: "width tables have to fit on a terminal",
    fallback: "the terminal's",
  },
  {
    name: "CI",
    meaning: "set: no refresh in the background, and no kept code",
    fallback: "unset",
  },
];
