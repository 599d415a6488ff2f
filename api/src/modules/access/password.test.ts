import { hashPassword, isPassword } from "./password";

describe("a password", () => {
  it("is kept as argon2id at the size that OWASP names", async () => {
    expect(await hashPassword("secret")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is the same however the keyboard composed its letters", async () => {
    const stored = await hashPassword("пароль-й");
    expect(await isPassword(stored, "пароль-и\u0306")).toBe(true);
    expect(await isPassword(stored, "пароль-и")).toBe(false);
  });

  it("is never right without a hash, nor when it is too long to be anybody's", async () => {
    expect(await isPassword(null, "no account has this password")).toBe(false);
    expect(await isPassword(await hashPassword(""), "x".repeat(201))).toBe(false);
  });

  it("is checked in turn: a flood is asked to come back and holds no memory", async () => {
    const stored = await hashPassword("secret");
    const answers = await Promise.allSettled(Array.from({ length: 110 }, () => isPassword(stored, "secret")));
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(8);
    expect(refused[0]!.reason).toMatchObject({
      code: "TOO_MANY_ATTEMPTS",
      message: expect.stringMatching(/^Сейчас входит слишком много людей/) as string,
    });
    expect(await isPassword(stored, "secret")).toBe(true);
  });
});
