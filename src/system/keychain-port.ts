/**
 * What the system keeps secrets in, open for as long as the person is there. Nothing of it is waited for longer than five
 * seconds. Throws `credential.keychain-unusable`, whose details say why: `none`, `locked`, `silent`, `failed`.
 */
export interface Keychain {
  /** Why there is none, in a few words; undefined where there is one, be it locked. */
  absence(): Promise<string | undefined>;
  /** The secret under two names; undefined where there is none. */
  get(service: string, account: string): Promise<string | undefined>;
  /** Keeps it, in the place of another one under these names. */
  set(service: string, account: string, secret: string): Promise<void>;
  /** Whether there was one. */
  remove(service: string, account: string): Promise<boolean>;
}
