import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { forwardToApi } from "./forward-to-api";

describe("handing a request on to the API", () => {
  let api: Server;
  const received: { bytes: number; type: string | undefined }[] = [];
  beforeAll(async () => {
    api = createServer((request, response) => {
      const type = request.headers["content-type"];
      let bytes = 0;
      request.on("data", (part: Buffer) => (bytes += part.length));
      request.on("end", () => {
        received.push({ bytes, type });
        response.end("{}");
      });
    });
    await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
    process.env.API_URL = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => api.close(resolve)));

  const send = (body: string) =>
    forwardToApi(
      new Request("http://localhost/graphql", { method: "POST", headers: { "content-type": "application/json" }, body }),
      "/graphql",
    );

  it("gives it the whole body, in its own type", async () => {
    expect((await send(`{"query":"${"ы".repeat(1_000)}"}`)).status).toBe(200);
    expect(received.at(-1)).toEqual({ bytes: 2_012, type: "application/json" });
  });

  it("keeps no more of a body in memory than shows the API that it is too large", async () => {
    await send("x".repeat(10_000_000));
    expect(received.at(-1)?.bytes).toBeGreaterThan(1_000_000);
    expect(received.at(-1)?.bytes).toBeLessThan(1_200_000);
  });
});
