import type { Disk } from "./disks.ts";
import { contractOf as contractOfChanging } from "./files-changed.ts";
import { contractOf as contractOfReading } from "./files-read.ts";

/** What every machine's files do. */
export function contractOf(name: string, make: () => Disk): void {
  contractOfReading(name, make);
  contractOfChanging(name, make);
}
