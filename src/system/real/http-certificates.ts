import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type * as nodeTls from "node:tls";
import { ModelForgeError } from "../../failure.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where certificates to trust besides Node's own are named. */
const variableNames = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"] as const;
// all authorities of a system take a quarter of a megabyte
const mostBytes = 16 * 1024 * 1024;

type Tls = typeof nodeTls & {
  /** Node 22.15 and newer. */
  getCACertificates?: (type: "default") => string[];
};

/** As far as it is there: Node gives it no name, other runtimes need not have it. */
interface Handle {
  addCACert?: (pem: string) => void;
}

/**
 * What is to be trusted besides what comes with Node, each once; none where Node does so by itself: NODE_EXTRA_CA_CERTS
 * it takes alone, not beside others, and SSL_CERT_FILE never. Node passes over a file it cannot use in silence; here it
 * is said.
 *
 * Throws `file.unreadable`.
 */
export function certificatesBesides(variables: Variables, tls = loadTls()): string[] {
  const named = variableNames.filter((variable) => (variables[variable] ?? "") !== "");
  if (named.length === 0) return [];
  const known = new Set(knownToNode(tls));
  const found = named.flatMap((variable) =>
    readCertificates(variables[variable] as string, variable, known),
  );
  return named.includes("SSL_CERT_FILE") ? found : [];
}

/** The same as TLS takes it, with Node's own. Made once: reading those takes long. */
export function secureContext(variables: Variables, tls = loadTls()): nodeTls.SecureContext {
  const besides = certificatesBesides(variables, tls);
  const { createSecureContext } = tls;
  const context = createSecureContext();
  const handle = context.context as Handle | undefined;
  if (besides.length === 0) return context;
  // given a list, Node 20 reads its own twice: for the list, and to compare
  if (typeof handle?.addCACert !== "function") {
    return createSecureContext({ ca: [...knownToNode(tls), ...besides] });
  }
  for (const pem of besides) handle.addCACert(pem);
  return context;
}

const loadTls = (): Tls => process.getBuiltinModule("node:tls");

/** Those that come with Node, where a program has not taken them out of what Node trusts. */
function knownToNode({ getCACertificates, rootCertificates }: Tls): readonly string[] {
  if (getCACertificates === undefined) return rootCertificates;
  const trusted = new Set(getCACertificates("default"));
  return rootCertificates.filter((pem) => trusted.has(pem));
}

const block = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^]*?(?:-----END [^\n]*|$)/g;

/** What a file holds that is not known yet, and is from then on: most files hold Node's own too. */
function readCertificates(path: string, variable: string, known: Set<string>): string[] {
  const found = readText(path, variable).match(block) ?? [];
  if (found.length === 0) throw unusable(variable, path, "holds no certificate in PEM form");
  const { X509Certificate } = process.getBuiltinModule("node:crypto");
  const added: string[] = [];
  for (const [at, pem] of found.entries()) {
    // as Node writes them, and most files do
    const written = pem.replaceAll("\r", "").trimEnd();
    if (known.has(written)) continue;
    try {
      void new X509Certificate(written);
    } catch {
      throw unusable(variable, path, `is damaged in certificate ${at + 1} of ${found.length}`);
    }
    known.add(written);
    added.push(written);
  }
  return added;
}

function readText(path: string, variable: string): string {
  let descriptor: number | undefined;
  try {
    // a pipe that nobody writes to would be waited for
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const info = fstatSync(descriptor);
    if (!info.isFile() || info.size > mostBytes) {
      throw unusable(variable, path, "is no file of certificates");
    }
    return readFileSync(descriptor, "latin1");
  } catch (cause) {
    if (cause instanceof ModelForgeError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code;
    const why = startsNowhere(path) ? "a relative path, and the working directory is gone" : reason;
    throw new ModelForgeError("file.unreadable", {
      message: `cannot read the certificates in ${path}, named by ${variable} (${why})`,
      hint: `correct or unset ${variable}`,
      details: { path, variable, reason },
      cause,
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function startsNowhere(path: string): boolean {
  try {
    return resolve(path) === "";
  } catch {
    return true;
  }
}

function unusable(variable: string, path: string, what: string): ModelForgeError {
  return new ModelForgeError("file.unreadable", {
    message: `${path}, named by ${variable}, ${what}`,
    hint: `let ${variable} name a file of certificates in PEM form, or unset it`,
    details: { path, variable },
  });
}
