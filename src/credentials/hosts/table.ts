/** A host that a variable names whole: it counts where it ends so, and is the one that the variable names. */
export interface NamedHost {
  readonly variable: string;
  readonly suffixes: readonly string[];
}

/** Which secrets are whose, and where they may go. */
export interface HostRow {
  /** Variables that hold one. */
  readonly secrets: readonly string[];
  /**
   * `api.openai.com`, for https at its usual port; `http://127.0.0.1:1234`; with parts that variables name:
   * `${AZURE_RESOURCE_NAME}.openai.azure.com`; with the beginning of a path where a service is shared by strangers.
   * None: nobody can know it, so that the person has to say it.
   */
  readonly hosts: readonly (string | NamedHost)[];
}

function row(secrets: string | readonly string[], ...hosts: (string | NamedHost)[]): HostRow {
  return { secrets: typeof secrets === "string" ? [secrets] : secrets, hosts };
}

function under(variable: string, suffixes: string): NamedHost {
  return { variable, suffixes: suffixes.split(" ") };
}

/**
 * Where credentials may go, by provider. It is looked through by hand, line by line: no catalog, no mirror, no build adds
 * to it. A name is in it for good: catalogs drop providers that people still have keys of.
 */
export const hostTable: Readonly<Record<string, HostRow>> = {
  "302ai": row("302AI_API_KEY", "api.302.ai"),
  abacus: row("ABACUS_API_KEY", "routellm.abacus.ai"),
  "abliteration-ai": row("ABLIT_KEY", "api.abliteration.ai"),
  aihubmix: row("AIHUBMIX_API_KEY", "aihubmix.com"),
  alibaba: row("DASHSCOPE_API_KEY", "dashscope-intl.aliyuncs.com"),
  "alibaba-cn": row("DASHSCOPE_API_KEY", "dashscope.aliyuncs.com"),
  "alibaba-coding-plan": row("ALIBABA_CODING_PLAN_API_KEY", "coding-intl.dashscope.aliyuncs.com"),
  "alibaba-coding-plan-cn": row("ALIBABA_CODING_PLAN_API_KEY", "coding.dashscope.aliyuncs.com"),
  "alibaba-token-plan": row(
    "ALIBABA_TOKEN_PLAN_API_KEY",
    "token-plan.ap-southeast-1.maas.aliyuncs.com",
  ),
  "alibaba-token-plan-cn": row(
    "ALIBABA_TOKEN_PLAN_API_KEY",
    "token-plan.cn-beijing.maas.aliyuncs.com",
  ),
  "amazon-bedrock": row(
    ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK"],
    "bedrock-runtime.${AWS_REGION}.amazonaws.com",
    "bedrock-mantle.${AWS_REGION}.api.aws",
  ),
  ambient: row("AMBIENT_API_KEY", "api.ambient.xyz"),
  anthropic: row("ANTHROPIC_API_KEY", "api.anthropic.com"),
  anyapi: row("ANYAPI_API_KEY", "api.anyapi.ai"),
  "atomic-chat": row("ATOMIC_CHAT_API_KEY", "http://127.0.0.1:1337"),
  auriko: row("AURIKO_API_KEY", "api.auriko.ai"),
  azure: row(
    "AZURE_API_KEY",
    "${AZURE_RESOURCE_NAME}.openai.azure.com",
    "${AZURE_RESOURCE_NAME}.services.ai.azure.com",
    "${AZURE_RESOURCE_NAME}.cognitiveservices.azure.com",
  ),
  "azure-cognitive-services": row(
    "AZURE_COGNITIVE_SERVICES_API_KEY",
    "${AZURE_COGNITIVE_SERVICES_RESOURCE_NAME}.openai.azure.com",
    "${AZURE_COGNITIVE_SERVICES_RESOURCE_NAME}.services.ai.azure.com",
    "${AZURE_COGNITIVE_SERVICES_RESOURCE_NAME}.cognitiveservices.azure.com",
  ),
  bailing: row("BAILING_API_TOKEN", "api.tbox.cn"),
  baseten: row("BASETEN_API_KEY", "inference.baseten.co"),
  berget: row("BERGET_API_KEY", "api.berget.ai"),
  cerebras: row("CEREBRAS_API_KEY", "api.cerebras.ai"),
  chutes: row("CHUTES_API_KEY", "llm.chutes.ai"),
  clarifai: row("CLARIFAI_PAT", "api.clarifai.com"),
  claudinio: row("CLAUDINIO_API_KEY", "api.claudin.io"),
  "cloudferro-sherlock": row("CLOUDFERRO_SHERLOCK_API_KEY", "api-sherlock.cloudferro.com"),
  "cloudflare-ai-gateway": row(
    "CLOUDFLARE_API_TOKEN",
    "gateway.ai.cloudflare.com/v1/${CLOUDFLARE_ACCOUNT_ID}/${CLOUDFLARE_GATEWAY_ID}",
  ),
  "cloudflare-workers-ai": row(
    "CLOUDFLARE_API_KEY",
    "api.cloudflare.com/client/v4/accounts/${CLOUDFLARE_ACCOUNT_ID}/ai",
  ),
  cohere: row("COHERE_API_KEY", "api.cohere.com", "api.cohere.ai"),
  cortecs: row("CORTECS_API_KEY", "api.cortecs.ai"),
  crof: row("CROF_API_KEY", "crof.ai"),
  crossmodel: row("CROSSMODEL_API_KEY", "api.crossmodel.ai"),
  // the workspace's own host; an app below databricksapps.com may be anybody's
  databricks: row(
    "DATABRICKS_TOKEN",
    under("DATABRICKS_HOST", ".cloud.databricks.com .gcp.databricks.com .azuredatabricks.net"),
  ),
  deepinfra: row("DEEPINFRA_API_KEY", "api.deepinfra.com"),
  deepseek: row("DEEPSEEK_API_KEY", "api.deepseek.com"),
  digitalocean: row("DIGITALOCEAN_ACCESS_TOKEN", "inference.do-ai.run"),
  dinference: row("DINFERENCE_API_KEY", "api.dinference.com"),
  drun: row("DRUN_API_KEY", "chat.d.run"),
  evroc: row("EVROC_API_KEY", "models.think.evroc.com"),
  fastrouter: row("FASTROUTER_API_KEY", "go.fastrouter.ai"),
  "fireworks-ai": row("FIREWORKS_API_KEY", "api.fireworks.ai"),
  freemodel: row("FREEMODEL_API_KEY", "cc.freemodel.dev", "api.freemodel.dev"),
  friendli: row("FRIENDLI_TOKEN", "api.friendli.ai"),
  frogbot: row("FROGBOT_API_KEY", "app.frogbot.ai"),
  "github-copilot": row("GITHUB_TOKEN", "api.githubcopilot.com"),
  "github-models": row("GITHUB_TOKEN", "models.github.ai"),
  gitlab: row("GITLAB_TOKEN", "gitlab.com"),
  gmicloud: row("GMICLOUD_API_KEY", "api.gmi-serving.com"),
  google: row(
    ["GOOGLE_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY", "GEMINI_API_KEY"],
    "generativelanguage.googleapis.com",
  ),
  "google-vertex": row(
    ["GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_VERTEX_API_KEY"],
    "aiplatform.googleapis.com",
    "${GOOGLE_VERTEX_LOCATION}-aiplatform.googleapis.com",
    under("GOOGLE_VERTEX_ENDPOINT", "-aiplatform.googleapis.com"),
  ),
  "google-vertex-anthropic": row(
    ["GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_VERTEX_API_KEY"],
    "aiplatform.googleapis.com",
    "${GOOGLE_VERTEX_LOCATION}-aiplatform.googleapis.com",
    under("GOOGLE_VERTEX_ENDPOINT", "-aiplatform.googleapis.com"),
  ),
  groq: row("GROQ_API_KEY", "api.groq.com"),
  helicone: row("HELICONE_API_KEY", "ai-gateway.helicone.ai"),
  "hpc-ai": row("HPC_AI_API_KEY", "api.hpc-ai.com"),
  huggingface: row("HF_TOKEN", "router.huggingface.co"),
  iflowcn: row("IFLOW_API_KEY", "apis.iflow.cn"),
  inception: row("INCEPTION_API_KEY", "api.inceptionlabs.ai"),
  inceptron: row("INCEPTRON_API_KEY", "api.inceptron.io"),
  inference: row("INFERENCE_API_KEY", "inference.net"),
  "io-net": row("IOINTELLIGENCE_API_KEY", "api.intelligence.io.solutions"),
  jiekou: row("JIEKOU_API_KEY", "api.jiekou.ai"),
  kenari: row("KENARI_API_KEY", "kenari.id"),
  kilo: row("KILO_API_KEY", "api.kilo.ai"),
  "kimi-for-coding": row("KIMI_API_KEY", "api.kimi.com"),
  "kuae-cloud-coding-plan": row("KUAE_API_KEY", "coding-plan-endpoint.kuaecloud.net"),
  lilac: row("LILAC_API_KEY", "api.getlilac.com"),
  llama: row("LLAMA_API_KEY", "api.llama.com"),
  llmgateway: row("LLMGATEWAY_API_KEY", "api.llmgateway.io"),
  llmtr: row("LLMTR_API_KEY", "llmtr.com"),
  lmstudio: row("LMSTUDIO_API_KEY", "http://127.0.0.1:1234"),
  lucidquery: row("LUCIDQUERY_API_KEY", "api.lucidquery.com"),
  meganova: row("MEGANOVA_API_KEY", "api.meganova.ai"),
  "merge-gateway": row("MERGE_GATEWAY_API_KEY", "api-gateway.merge.dev"),
  meta: row("META_MODEL_API_KEY", "api.meta.ai"),
  minimax: row("MINIMAX_API_KEY", "api.minimax.io"),
  "minimax-cn": row("MINIMAX_API_KEY", "api.minimaxi.com"),
  "minimax-cn-coding-plan": row("MINIMAX_API_KEY", "api.minimaxi.com"),
  "minimax-coding-plan": row("MINIMAX_API_KEY", "api.minimax.io"),
  mistral: row("MISTRAL_API_KEY", "api.mistral.ai"),
  mixlayer: row("MIXLAYER_API_KEY", "models.mixlayer.ai"),
  moark: row("MOARK_API_KEY", "moark.com"),
  modelscope: row("MODELSCOPE_API_KEY", "api-inference.modelscope.cn"),
  moonshotai: row("MOONSHOT_API_KEY", "api.moonshot.ai"),
  "moonshotai-cn": row("MOONSHOT_API_KEY", "api.moonshot.cn"),
  morph: row("MORPH_API_KEY", "api.morphllm.com"),
  "nano-gpt": row("NANO_GPT_API_KEY", "nano-gpt.com"),
  nearai: row("NEARAI_API_KEY", "cloud-api.near.ai"),
  nebius: row("NEBIUS_API_KEY", "api.tokenfactory.nebius.com"),
  // https://br-winter-pond-aptw82ef-api.ai.c-2.us-east-2.aws.neon.tech
  neon: row("NEON_AI_GATEWAY_TOKEN", under("NEON_AI_GATEWAY_BASE_URL", ".aws.neon.tech")),
  neuralwatt: row("NEURALWATT_API_KEY", "api.neuralwatt.com"),
  nova: row("NOVA_API_KEY", "api.nova.amazon.com"),
  "novita-ai": row("NOVITA_API_KEY", "api.novita.ai"),
  nvidia: row("NVIDIA_API_KEY", "integrate.api.nvidia.com"),
  "ollama-cloud": row("OLLAMA_API_KEY", "ollama.com"),
  openai: row("OPENAI_API_KEY", "api.openai.com"),
  opencode: row("OPENCODE_API_KEY", "opencode.ai"),
  "opencode-go": row("OPENCODE_API_KEY", "opencode.ai"),
  openrouter: row("OPENROUTER_API_KEY", "openrouter.ai"),
  orcarouter: row("ORCAROUTER_API_KEY", "api.orcarouter.ai"),
  ovhcloud: row("OVHCLOUD_API_KEY", "oai.endpoints.kepler.ai.cloud.ovh.net"),
  perplexity: row("PERPLEXITY_API_KEY", "api.perplexity.ai"),
  "perplexity-agent": row("PERPLEXITY_API_KEY", "api.perplexity.ai"),
  poe: row("POE_API_KEY", "api.poe.com"),
  poolside: row("POOLSIDE_API_KEY", "inference.poolside.ai"),
  "privatemode-ai": row("PRIVATEMODE_API_KEY", "http://localhost:8080"),
  "qihang-ai": row("QIHANG_API_KEY", "api.qhaigc.net"),
  "qiniu-ai": row("QINIU_API_KEY", "api.qnaigc.com"),
  "regolo-ai": row("REGOLO_API_KEY", "api.regolo.ai"),
  requesty: row("REQUESTY_API_KEY", "router.requesty.ai"),
  "routing-run": row("ROUTING_RUN_API_KEY", "ai.routing.sh", "api.routing.run"),
  sakana: row("SAKANA_API_KEY", "api.sakana.ai"),
  // the key is a document that says itself where it belongs
  "sap-ai-core": row("AICORE_SERVICE_KEY"),
  sarvam: row("SARVAM_API_KEY", "api.sarvam.ai"),
  scaleway: row("SCALEWAY_API_KEY", "api.scaleway.ai"),
  siliconflow: row("SILICONFLOW_API_KEY", "api.siliconflow.com"),
  "siliconflow-cn": row("SILICONFLOW_CN_API_KEY", "api.siliconflow.cn"),
  "snowflake-cortex": row("SNOWFLAKE_CORTEX_PAT", "${SNOWFLAKE_ACCOUNT}.snowflakecomputing.com"),
  stackit: row("STACKIT_API_KEY", "api.openai-compat.model-serving.eu01.onstackit.cloud"),
  stepfun: row("STEPFUN_API_KEY", "api.stepfun.com"),
  "stepfun-ai": row("STEPFUN_API_KEY", "api.stepfun.ai"),
  subconscious: row("SUBCONSCIOUS_API_KEY", "api.subconscious.dev"),
  submodel: row("SUBMODEL_INSTAGEN_ACCESS_KEY", "llm.submodel.ai"),
  synthetic: row("SYNTHETIC_API_KEY", "api.synthetic.new"),
  "tencent-coding-plan": row("TENCENT_CODING_PLAN_API_KEY", "api.lkeap.cloud.tencent.com"),
  "tencent-tokenhub": row("TENCENT_TOKENHUB_API_KEY", "tokenhub.tencentmaas.com"),
  "the-grid-ai": row("THEGRIDAI_API_KEY", "api.thegrid.ai"),
  tinfoil: row("TINFOIL_API_KEY", "inference.tinfoil.sh"),
  togetherai: row("TOGETHER_API_KEY", "api.together.xyz"),
  "umans-ai": row("UMANS_AI_API_KEY", "api.code.umans.ai"),
  "umans-ai-coding-plan": row("UMANS_AI_CODING_PLAN_API_KEY", "api.code.umans.ai"),
  upstage: row("UPSTAGE_API_KEY", "api.upstage.ai"),
  v0: row("V0_API_KEY", "api.v0.dev"),
  venice: row("VENICE_API_KEY", "api.venice.ai"),
  vercel: row("AI_GATEWAY_API_KEY", "ai-gateway.vercel.sh"),
  vivgrid: row("VIVGRID_API_KEY", "api.vivgrid.com"),
  vultr: row("VULTR_API_KEY", "api.vultrinference.com"),
  "wafer.ai": row("WAFER_API_KEY", "pass.wafer.ai"),
  wandb: row("WANDB_API_KEY", "api.inference.wandb.ai"),
  xai: row("XAI_API_KEY", "api.x.ai"),
  xiaomi: row("XIAOMI_API_KEY", "api.xiaomimimo.com"),
  "xiaomi-token-plan-ams": row("XIAOMI_API_KEY", "token-plan-ams.xiaomimimo.com"),
  "xiaomi-token-plan-cn": row("XIAOMI_API_KEY", "token-plan-cn.xiaomimimo.com"),
  "xiaomi-token-plan-sgp": row("XIAOMI_API_KEY", "token-plan-sgp.xiaomimimo.com"),
  xpersona: row("XPERSONA_API_KEY", "www.xpersona.co"),
  zai: row("ZHIPU_API_KEY", "api.z.ai"),
  "zai-coding-plan": row("ZHIPU_API_KEY", "api.z.ai"),
  zeldoc: row("ZELDOC_API_KEY", "api.zeldoc.ai"),
  zenmux: row("ZENMUX_API_KEY", "zenmux.ai"),
  zhipuai: row("ZHIPU_API_KEY", "open.bigmodel.cn"),
  "zhipuai-coding-plan": row("ZHIPU_API_KEY", "open.bigmodel.cn"),
};
