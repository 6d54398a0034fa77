import { describe, expect, it } from "vitest";
import { secrecyOf } from "./secret-name.ts";

describe("what is called so", () => {
  it.each(
    "apikey api_key apiKey openaiApiKey api_keys client_secret bearer bearer_token session_token openai_key key passwd password credentials cookie proxy-authorization ocp-apim-subscription-key api.key x-api-key Authorization auth_token accessToken secret_access_key API_KEY2 API_KEYS KEYS TOKENS SECRETS PASSPHRASE PASSWD CREDENTIAL AUTH OPENAI_API_KEY GITHUB_PAT HF_TOKEN openaikey mykey openaiapikey authtoken dbpassword schluessel Schlüssel zugangsschluessel contraseña".split(
      " ",
    ),
  )("is secret: %s", (name) => {
    expect(secrecyOf(name)).toBeDefined();
  });

  it.each(
    "max_tokens maxTokens max_output_tokens budget_tokens max_completion_tokens prompt_cache_key eos_token stop_token public_key publicKey TOKEN_LIMIT KEY_ID KEY_VAULT_NAME MONKEY AZURE_RESOURCE_NAME CLOUDFLARE_ACCOUNT_ID tokenizer logit_bias author keyboard passport path monkey hotkey turkey passkey cachekey sortkey publickey promptcachekey maxtokens eostoken tokenization".split(
      " ",
    ),
  )("is not: %s", (name) => {
    expect(secrecyOf(name)).toBeUndefined();
  });
});
