/** What V8 compiled of the command's scripts, kept for its next start in the user's own cache home. */
export interface KeptCode {
  look(): Promise<KeptCodeFound>;
  clear(): Promise<KeptCodeRemoved>;
}

export interface KeptCodeFound {
  /** Null where there is no place for it. */
  directory: string | null;
  /** Those that hold something: an empty one says that a script was used once. */
  files: number;
  bytes: number;
  /** Why nothing is read or written there; null where it is used. */
  notUsed: string | null;
}

export interface KeptCodeRemoved {
  /** Those that held something. */
  files: number;
  bytes: number;
}
