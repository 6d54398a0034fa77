import { afterEach, describe, expect, it } from "vitest";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { cloudsAtHand } from "./clouds-at-hand.ts";
import { mayHaveChain } from "./may-have-chain.ts";
import { seeClouds } from "./see-clouds.ts";

const config = "/home/you/.aws/config";
const credentials = "/home/you/.aws/credentials";
const adc = "/home/you/.config/gcloud/application_default_credentials.json";

const start = (
  variables: Record<string, string> = {},
  files: Record<string, string | Uint8Array> = {},
): FakeSystem => {
  const machine = createFakeSystem({ variables });
  for (const [path, text] of Object.entries(files)) machine.files.put(path, text);
  return machine;
};

/** Where the chain of a provider leads, or why nowhere. */
const seen = async (machine: FakeSystem, provider = "amazon-bedrock") => {
  const { chains, values } = await seeClouds(machine);
  const chain = chains.get(provider);
  return [chain?.source ?? chain?.why, values.get("AWS_REGION")];
};

const profiles = `
[default]
region = eu-central-1
[profile work]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = planted-secret ; of work
region=us-west-2
[profile signed]
sso_session = corp
sso_account_id = 1
sso_role_name = dev
[profile old-sso]
sso_start_url = https://corp.awsapps.com/start
sso_account_id = 1
sso_role_name = dev
[profile no-session]
sso_session = gone
sso_account_id = 1
sso_role_name = dev
[profile half-sso]
sso_session = corp
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
[profile role]
role_arn = arn:aws:iam::1:role/x
source_profile = work
[profile role-here]
role_arn = arn:aws:iam::1:role/x
credential_source = Ec2InstanceMetadata
[profile orphan]
role_arn = arn:aws:iam::1:role/x
[profile lost]
role_arn = arn:aws:iam::1:role/x
source_profile = nobody
[profile ring]
role_arn = arn:aws:iam::1:role/x
source_profile = ring2
[profile ring2]
role_arn = arn:aws:iam::1:role/x
source_profile = ring
[profile run]
credential_process = /bin/touch /tmp/never
[profile half]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
[profile constructor]
region = x
`;

describe("what AWS's own programs would find", () => {
  it.each<[string, string, string?]>([
    ["work", "aws:profile/work", "us-west-2"],
    ["signed", "aws:sso/signed"],
    ["old-sso", "aws:sso/old-sso"],
    ["role", "aws:profile/role"],
    ["role-here", "aws:profile/role-here"],
    ["run", "aws:profile/run"],
    ["no-session", "the profile no-session names the session gone, which is not there"],
    ["half-sso", "the profile half-sso names no account and role to sign in for"],
    ["orphan", "the profile orphan names a role, and nobody who takes it"],
    ["lost", "the profile nobody is in none of AWS's files"],
    ["ring", "the profile ring takes its role of itself in a circle"],
    ["half", "the profile half says no credentials"],
    ["nobody", "the profile nobody is in none of AWS's files"],
    ["constructor", "the profile constructor says no credentials", "x"],
    ["toString", "the profile toString is in none of AWS's files"],
    ["__proto__", "the profile __proto__ is in none of AWS's files"],
  ])("by the profile %s", async (name, source, region) => {
    const machine = start({ AWS_PROFILE: name }, { [config]: profiles });
    expect(await seen(machine)).toEqual([source, region]);
    expect(machine.process.ran).toEqual([]);
  });

  it("is the default profile's, unless another is chosen, and its region behind the variables for it", async () => {
    const keys = "[default]\naws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key=x\n";
    const files = { [config]: profiles, [credentials]: keys };
    expect(await seen(start({}, files))).toEqual(["aws:profile/default", "eu-central-1"]);
    expect(await seen(start({ AWS_DEFAULT_PROFILE: "signed" }, files))).toEqual([
      "aws:sso/signed",
      undefined,
    ]);
    const region = { AWS_DEFAULT_REGION: "eu-west-1" };
    expect((await seen(start(region, files)))[1]).toBe("eu-west-1");
    expect((await seen(start({ ...region, AWS_REGION: "eu-west-2" }, files)))[1]).toBe("eu-west-2");
    expect(await seen(start({}, { [config]: profiles }))).toEqual([undefined, "eu-central-1"]);
  });

  it("is in the files that variables name, below the home directory by ~", async () => {
    const places = { AWS_CONFIG_FILE: "~/mine/config", AWS_SHARED_CREDENTIALS_FILE: "keys.ini" };
    const machine = start(
      { ...places, AWS_PROFILE: "x" },
      {
        "/home/you/mine/config": "[profile x]\nregion = ca-central-1\n",
        "/home/you/project/keys.ini": "[x]\naws_access_key_id=a\naws_secret_access_key=b\n",
      },
    );
    expect(await seen(machine)).toEqual(["aws:profile/x", "ca-central-1"]);
  });

  it("is what the platform hands over where no profile has any", async () => {
    const token = {
      AWS_WEB_IDENTITY_TOKEN_FILE: "/run/token",
      AWS_ROLE_ARN: "arn:aws:iam::1:role/x",
    };
    expect(await seen(start(token, { "/run/token": "x" }))).toEqual([
      "aws:web-identity",
      undefined,
    ]);
    expect(await seen(start(token))).toEqual([
      "AWS_WEB_IDENTITY_TOKEN_FILE names no file",
      undefined,
    ]);
    const half = { AWS_WEB_IDENTITY_TOKEN_FILE: "/run/token" };
    expect((await seen(start(half, { "/run/token": "x" })))[0]).toBe("AWS_ROLE_ARN is missing");
    const container = start({ AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2/x" });
    expect((await seen(container))[0]).toBe("aws:container");
    expect(container.http.requests).toEqual([]);
  });
});

describe("a file of AWS that is none", () => {
  const before = new Map(
    Object.getOwnPropertyNames(Object.prototype).map((name) => [
      name,
      Object.getOwnPropertyNames(
        (Object.prototype as unknown as Record<string, object>)[name] ?? {},
      ),
    ]),
  );
  const assign = Object.assign;
  afterEach(() => {
    expect(Object.assign).toBe(assign);
    for (const [name, names] of before) {
      const now = (Object.prototype as unknown as Record<string, object>)[name] ?? {};
      expect(Object.getOwnPropertyNames(now)).toEqual(names);
    }
  });

  it.each([
    "[constructor]\nassign = x\nprototype = y\n",
    "\ufeff[toString]\ncall = x\n",
    "  [hasOwnProperty] ; comment\ncall = x\n",
    "[__proto__]\npolluted = x\n",
    '[profile "__proto__"]\npolluted = x\n',
    "[profile __proto__]\npolluted = x\n",
    "[valueOf]\r\ncall = x\r\n",
  ])("changes nothing that all programs share: %j", async (text) => {
    const machine = start({ AWS_PROFILE: "work" }, { [config]: text, [credentials]: text });
    expect((await seen(machine))[0]).toBe("the profile work is in none of AWS's files");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each<[string, (machine: FakeSystem) => void, string | undefined]>([
    ["a directory", ({ files }) => files.put(`${config}/x`, ""), `${config} is no file`],
    [
      "too large",
      ({ files }) => files.put(config, "x".repeat(1_000_001)),
      `${config} is too large`,
    ],
    [
      "no text",
      ({ files }) => files.put(config, new Uint8Array([0xff, 0xfe])),
      `${config} is no text`,
    ],
    ["a link to nowhere", ({ files }) => files.link(config, "/nowhere"), undefined],
    ["noise", ({ files }) => files.put(config, "=\n[\n]]\n[[x]\n;\n= = =\n[]\n\0"), undefined],
  ])("is %s: it says nothing, and what is wrong is said", async (_, spoil, said) => {
    const machine = start({ AWS_REGION: "eu-west-1" }, { [credentials]: "[default]\n" });
    spoil(machine);
    const { chains, warnings } = await seeClouds(machine);
    expect(chains.size).toBe(0);
    expect(warnings.map(({ message }) => message)).toEqual(said === undefined ? [] : [said]);
  });

  it("is no descriptor that somebody handed to the command", async () => {
    const machine = start({ AWS_CONFIG_FILE: "/dev/stdin" });
    machine.files.put("/dev/stdin", profiles);
    expect((await seeClouds(machine)).warnings).toMatchObject([
      { message: "/dev/stdin is no file" },
    ]);
  });
});

describe("what Google's and Microsoft's own programs would find", () => {
  const user = JSON.stringify({ type: "authorized_user", refresh_token: "planted" });

  it("is gcloud's file, or the one that a variable names", async () => {
    expect(await seen(start({}, { [adc]: user }), "google-vertex")).toEqual(["gcp:adc", undefined]);
    const other = start(
      { CLOUDSDK_CONFIG: "/srv/g" },
      { "/srv/g/application_default_credentials.json": user },
    );
    expect(await seen(other, "google-vertex-anthropic")).toEqual(["gcp:adc", undefined]);
    const named = start(
      { GOOGLE_APPLICATION_CREDENTIALS: "~/key.json", GOOGLE_CLOUD_LOCATION: "europe-west4" },
      { "/home/you/key.json": JSON.stringify({ type: "service_account", project_id: "mine" }) },
    );
    const { chains, values } = await seeClouds(named);
    expect(chains.get("google-vertex")?.source).toBe("gcp:adc");
    expect(Object.fromEntries(values)).toEqual({
      GOOGLE_VERTEX_PROJECT: "mine",
      GOOGLE_VERTEX_LOCATION: "europe-west4",
    });
  });

  it.each<[string, string | undefined]>([
    ["is not there", undefined],
    ["holds no credentials", "{"],
    ["holds no credentials", "[".repeat(500_000)],
    ["holds no credentials", '{"type":"constructor"}'],
    ["is too large", "x".repeat(1_000_001)],
  ])("is nothing where the file %s", async (what, text) => {
    const files = text === undefined ? {} : { "/key.json": text };
    const machine = start({ GOOGLE_APPLICATION_CREDENTIALS: "/key.json" }, files);
    const why = `the file that GOOGLE_APPLICATION_CREDENTIALS names ${what}`;
    expect((await seen(machine, "google-vertex"))[0]).toBe(why);
    expect((await seeClouds(machine)).warnings).toMatchObject([{ message: why }]);
  });

  it("is Entra's by a secret, a certificate or a token that is there", async () => {
    const app = { AZURE_TENANT_ID: "t", AZURE_CLIENT_ID: "c" };
    const entra = async (more: Record<string, string>, files = {}) =>
      (await seen(start({ ...app, ...more }, files), "azure"))[0];
    expect(await entra({})).toBeUndefined();
    expect(await entra({ AZURE_CLIENT_SECRET: "s" })).toBe("azure:entra");
    const token = { AZURE_FEDERATED_TOKEN_FILE: "/run/token" };
    expect(await entra(token, { "/run/token": "x" })).toBe("azure:entra");
    expect(await entra(token)).toBe("AZURE_FEDERATED_TOKEN_FILE names no file");
  });
});

it("a machine without any hint at a cloud reads none of their files", async () => {
  expect(
    await cloudsAtHand(start({ OPENAI_API_KEY: "x", AWS_REGION: "eu-west-1" })),
  ).toBeUndefined();
  for (const path of [config, credentials, adc])
    expect([path, mayHaveChain(start({}, { [path]: "" }))]).toEqual([path, true]);
  for (const name of ["AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AZURE_TENANT_ID"])
    expect([name, mayHaveChain(start({ [name]: "x" }))]).toEqual([name, true]);
});
