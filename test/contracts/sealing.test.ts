import { realSealing } from "../../src/system/real/sealing.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { contractOf } from "./sealing.ts";

contractOf("sealing on this machine", () => realSealing);
contractOf("sealing made up", () => createFakeSystem().sealing);
