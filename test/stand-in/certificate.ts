import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate that vouches for itself, with its key, for `https.createServer`. */
export interface Certificate {
  key: string;
  cert: string;
  /** Where the certificate lies: what NODE_EXTRA_CA_CERTS and SSL_CERT_FILE take. */
  path: string;
}

export const canMakeCertificate = (): boolean => spawnSync("openssl", ["version"]).status === 0;

const strong = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
const weak = ["-newkey", "rsa:1024"];

/** Made anew for each test file. Names are like `DNS:models.test` and `IP:127.0.0.1`. */
export function makeCertificate(...names: string[]): Certificate {
  return selfSigned(strong, names);
}

/** One of another subject: OpenSSL tells two of one subject apart by their place alone. */
export function makeCertificateOf(name: string, ...names: string[]): Certificate {
  return selfSigned(strong, names, name);
}

/** One whose key OpenSSL takes at its lowest level of security only. */
export function makeWeakCertificate(...names: string[]): Certificate {
  return selfSigned(weak, names);
}

function selfSigned(
  kind: readonly string[],
  names: readonly string[],
  name = "stand-in",
): Certificate {
  const { directory, key, path } = place();
  const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${names.join(",")}`];
  const files = ["-nodes", "-keyout", key, "-out", path, "-days", "2"];
  openssl(["req", "-x509", ...kind, ...subject, ...files], directory);
  return read(key, path);
}

/** One that is valid between two times, like `20200101000000Z`. */
export function makeDatedCertificate(from: string, to: string, ...names: string[]): Certificate {
  const { directory, key, path } = place();
  const configuration = `[ca]
default_ca = stand_in
[stand_in]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = ${names.join(",")}
`;
  for (const [name, text] of [
    ["configuration", configuration],
    ["index", ""],
    ["serial", "01\n"],
  ] as const) {
    writeFileSync(join(directory, name), text);
  }
  const subject = ["-subj", "/CN=stand-in", "-nodes", "-keyout", key, "-out", "request.pem"];
  openssl(["req", ...strong, ...subject], directory);
  const dates = ["-startdate", from, "-enddate", to];
  const signing = ["-batch", "-selfsign", "-keyfile", key, "-in", "request.pem", "-out", path];
  openssl(["ca", "-config", "configuration", "-notext", ...dates, ...signing], directory);
  return read(key, path);
}

function place(): { directory: string; key: string; path: string } {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-tls-"));
  return { directory, key: join(directory, "key.pem"), path: join(directory, "certificate.pem") };
}

function read(key: string, path: string): Certificate {
  return { key: readFileSync(key, "utf8"), cert: readFileSync(path, "utf8"), path };
}

function openssl(args: readonly string[], directory: string): void {
  const made = spawnSync("openssl", args, { cwd: directory });
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${String(made.stderr)}`);
}
