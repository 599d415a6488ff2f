import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { findFreePort } from "../database/free-port.ts";
import { requireFreePort } from "./ports.ts";

test("a free port passes", async () => {
  await assert.doesNotReject(requireFreePort("PORT", await findFreePort()));
});

for (const host of ["127.0.0.1", "0.0.0.0"]) {
  test(`a port taken on ${host} is named, with the variable to change`, async () => {
    const server = createServer().listen(0, host);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    try {
      await assert.rejects(requireFreePort("API_PORT", port), { message: new RegExp(`Port ${port} is taken .*API_PORT=`) });
    } finally {
      server.close();
    }
  });
}
