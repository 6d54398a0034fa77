import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { takeLock } from "../system/real/lock.ts";

export const second = 1_000;
export const day = 86_400 * second;

/** An empty directory for one test. */
export function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), "modelforge-lock-"));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

/** A place of its own for a lock; nothing is there yet. */
export const newLock = (): string => join(newPlace(), "refresh.lock");

/** A lock as somebody else left it: what is in it, and how long ago it was touched (ahead of this clock below 0). */
export function lockWith(files: Record<string, string>, agoMs = 0): string {
  const lock = newLock();
  mkdirSync(lock);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(lock, name), text);
  touch(lock, agoMs);
  return lock;
}

export function touch(lock: string, agoMs: number): void {
  const at = new Date(Date.now() - agoMs);
  utimesSync(lock, at, at);
}

/** Takes it and gives it back; whether that was possible. */
export async function canTake(lock: string): Promise<boolean> {
  const taken = takeLock(lock);
  await taken?.release();
  return taken !== undefined;
}

/** Between two looks at something that will happen. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));
