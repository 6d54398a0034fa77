import { fakeDisk, realDisk } from "./disks.ts";
import { contractOf } from "./files.ts";

contractOf("the files of this machine", realDisk());
contractOf("files made up", fakeDisk);
