import { trueAddress } from "./client-address";

describe("the address that a request comes from", () => {
  it("is the stranger's own, whatever they claim", () => {
    expect(trueAddress("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
    expect(trueAddress("::ffff:203.0.113.7", "198.51.100.1")).toBe("::ffff:203.0.113.7");
    expect(trueAddress("2001:db8::7", "198.51.100.1")).toBe("2001:db8::7");
  });

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "172.20.0.2", "192.168.1.1", "fd00::2", "fe80::1"])(
    "is what a reverse proxy at %s says",
    (proxy) => {
      expect(trueAddress(proxy, "203.0.113.7, 198.51.100.1")).toBe("203.0.113.7, 198.51.100.1");
    },
  );

  it("is the connection's when nobody claims anything", () => {
    expect(trueAddress("192.168.1.20", undefined)).toBe("192.168.1.20");
    expect(trueAddress(undefined, undefined)).toBeUndefined();
  });
});
