import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { PASSWORD } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { SIGN_IN, startTestServer, type Answer, type TestServer } from "../test-server";

const ME = "{ me { login } }";

describe("signing in (2.3, 2.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());
  beforeEach(() => server.owner.query("DELETE FROM sign_in_throttle"));

  /** Tries from an address of one's own, as the portal would pass it on. */
  const attempt = async (login: string, password: string, from: { address?: string; cookie?: string } = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-journal-client": "test",
        "x-forwarded-for": from.address ?? "203.0.113.1",
        ...(from.cookie && { cookie: from.cookie }),
      },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { login, password } } }),
    });
    const { errors } = (await response.json()) as Pick<Answer, "errors">;
    return { code: errors?.[0]?.extensions.code ?? "OK", message: errors?.[0]?.message, cookies: response.headers.getSetCookie() };
  };
  const account = (login: string) =>
    server.owner.query(`SELECT id FROM account WHERE login = $1`, [login]).then(({ rows }) => (rows as { id: string }[])[0]!.id);

  it("tells a signed-in teacher who she is and what roles she holds today", async () => {
    const teacher = await server.signIn("teacher");
    const { data, errors } = await teacher.send("{ me { shortName roles { role } today school { shortName } } }");
    expect(errors).toEqual([]);
    expect(data).toEqual({
      me: { shortName: "Иванова М. П.", roles: [{ role: "TEACHER" }], today: "2026-11-23", school: { shortName: "Школа № 1" } },
    });
  });

  it("tells nothing to somebody who is not signed in", async () => {
    expect((await server.anonymous.send(ME)).data).toEqual({ me: null });
  });

  it("takes the login in any letter case and with spaces around it", async () => {
    expect((await attempt("  TeaCher ", PASSWORD)).code).toBe("OK");
  });

  describe("one answer for every reason", () => {
    beforeAll(async () => {
      await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'specialist'");
      await server.owner.query("UPDATE account SET password_hash = NULL WHERE login = 'otherpupil'");
      const demo = await makeSmallSchool(server.owner, "-demo");
      await server.owner.query("UPDATE school SET is_demo = true WHERE school_id = $1", [demo.schoolId]);
    });

    it.each([
      ["an unknown login", "nobody", PASSWORD],
      ["a wrong password", "teacher", "secret-6"],
      ["a closed account", "specialist", PASSWORD],
      ["an account without a password", "otherpupil", PASSWORD],
      ["an empty password where there is none", "otherpupil", ""],
      ["a demo school that is not served", "director-demo", PASSWORD],
      ["a password of 10,000 characters", "teacher", "п".repeat(10_000)],
      ["a login of 10,000 characters", "t".repeat(10_000), PASSWORD],
      ["emoji for a login", "👩‍🏫", PASSWORD],
      ["an attempt at SQL", "teacher' OR '1'='1' --", PASSWORD],
    ])("%s", async (_reason, login, password) => {
      const statements: string[] = [];
      const count = (message: unknown) => void statements.push((message as { name: string }).name);
      subscribe("journal.statement", count);
      const { code, message, cookies } = await attempt(login, password);
      unsubscribe("journal.statement", count);
      expect({ code, message, cookies, statements }).toEqual({
        code: "WRONG_CREDENTIALS",
        message: "Логин или пароль не подходит. Проверьте раскладку клавиатуры и попробуйте ещё раз.",
        cookies: [],
        statements: ["login-find", "account-find"],
      });
    });

    it("takes the same time for an unknown login as for a wrong password", async () => {
      const times: Record<string, number[]> = { deputy: [], nobody: [] };
      for (let n = 0; n < 9; n++) {
        for (const login of ["deputy", "nobody"]) {
          const began = performance.now();
          await attempt(login, "secret-6", { address: `203.0.113.${n}` });
          times[login]!.push(performance.now() - began);
        }
      }
      const [known, unknown] = [times.deputy!, times.nobody!].map((measured) => measured.sort((a, b) => a - b)[4]!) as [number, number];
      expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2);
    });
  });

  describe("guessing is throttled", () => {
    it("lets ten wrong passwords through from one address, of many at once exactly ten", async () => {
      const codes = (await Promise.all(Array.from({ length: 25 }, () => attempt("director", "wrong")))).map(({ code }) => code);
      expect(codes.filter((code) => code === "WRONG_CREDENTIALS")).toHaveLength(10);
      expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(15);
      expect((await attempt("director", PASSWORD)).code).toBe("TOO_MANY_ATTEMPTS");
    });

    it("counts for all processes of the api together", async () => {
      const { rows } = await server.owner.query("SELECT count(*)::int AS counted FROM sign_in_throttle");
      expect(rows).toEqual([{ counted: 0 }]);
      await attempt("director", "wrong");
      const after = await server.owner.query<{ key: string; points: number }>("SELECT key, points FROM sign_in_throttle ORDER BY key");
      expect(after.rows.map(({ key, points }) => [key.split(":")[0], points])).toEqual([
        ["address", 1],
        ["login", 1],
        ["place", 1],
      ]);
      expect(JSON.stringify(after.rows)).not.toContain("director");
    });

    it("does not let guesses from elsewhere lock out the owner's own device", async () => {
      const { cookies } = await attempt("teacher", PASSWORD, { address: "198.51.100.7" });
      const device = cookies.find((cookie) => cookie.startsWith("device="))!.split(";")[0]!;
      for (let n = 0; n < 40; n++) await attempt("teacher", "guess", { address: `203.0.113.${n}` });
      expect((await attempt("teacher", PASSWORD, { address: "198.51.100.7" })).code).toBe("TOO_MANY_ATTEMPTS");
      expect((await attempt("teacher", PASSWORD, { address: "198.51.100.7", cookie: device })).code).toBe("OK");
      await server.owner.query("UPDATE sign_in_throttle SET points = 300 WHERE key LIKE 'address:%'");
      expect((await attempt("teacher", PASSWORD, { address: "198.51.100.7", cookie: device })).code).toBe("OK");
      expect((await attempt("director", "guess", { address: "198.51.100.7", cookie: device })).code).toBe("TOO_MANY_ATTEMPTS");
    });

    it("counts a device as one, however its proof is spelt", async () => {
      const { cookies } = await attempt("teacher", PASSWORD);
      const device = cookies.find((one) => one.startsWith("device="))!.split(";")[0]!;
      const codes = [];
      for (let n = 0; n < 11; n++) codes.push((await attempt("teacher", "guess", { cookie: device + "~".repeat(n) })).code);
      expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
    });

    it("does not take a device's proof for another account", async () => {
      const { cookies } = await attempt("mother", PASSWORD);
      const cookie = cookies.find((one) => one.startsWith("device="))!.split(";")[0]!;
      const codes = [];
      for (let n = 0; n < 11; n++) codes.push((await attempt("teacher", "guess", { cookie })).code);
      expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
    });

    it("stops an address that tries many logins, but not a school that signs in rightly", async () => {
      for (let n = 0; n < 12; n++) expect((await attempt("teacher", PASSWORD, { address: "192.0.2.9" })).code).toBe("OK");
      const { rows } = await server.owner.query<{ points: number }>("SELECT points FROM sign_in_throttle WHERE key LIKE 'address:%'");
      expect(rows).toEqual([{ points: 0 }]);
      await server.owner.query("UPDATE sign_in_throttle SET points = 300 WHERE key LIKE 'address:%'");
      expect((await attempt("pupil", PASSWORD, { address: "192.0.2.9" })).code).toBe("TOO_MANY_ATTEMPTS");
      expect((await attempt("pupil", PASSWORD, { address: "192.0.2.10" })).code).toBe("OK");
    });
  });

  describe("the session", () => {
    it("is a cookie that scripts and other sites cannot use, and nothing of it is stored", async () => {
      const { cookies } = await attempt("teacher", PASSWORD);
      expect(cookies).toEqual([
        expect.stringMatching(/^session=[\w-]{22}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
        expect.stringMatching(/^device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
      const secret = /\.([\w-]{43})/.exec(cookies[0]!)![1]!;
      const { rows } = await server.owner.query("SELECT FROM session WHERE token_hash = $1", [Buffer.from(secret, "base64url")]);
      expect(rows).toEqual([]);
    });

    it("does not open with the device's proof", async () => {
      const { cookies } = await attempt("teacher", PASSWORD);
      const [session, device] = cookies.map((cookie) => cookie.split(";")[0]!.split("=")[1]!);
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-journal-client": "test", cookie: `session=${session!.split(".")[0]}.${device}` },
        body: JSON.stringify({ query: ME }),
      });
      expect(await response.json()).toEqual({ data: { me: null } });
    });

    it("needs the header that another site cannot send", async () => {
      const { cookie } = await server.signIn("teacher");
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: cookie! },
        body: JSON.stringify({ query: ME }),
      });
      expect([response.status, ((await response.json()) as Answer).errors[0]!.extensions.code]).toEqual([400, "BAD_REQUEST"]);
    });

    it("ends with signing out, and on every device with signing out everywhere", async () => {
      const [phone, computer, other] = [await server.signIn("mother"), await server.signIn("mother"), await server.signIn("teacher")];
      expect((await phone.send("mutation { signOut }")).data).toEqual({ signOut: true });
      expect([(await phone.send(ME)).data, (await computer.send(ME)).data]).toEqual([{ me: null }, { me: { login: "mother" } }]);
      const tablet = await server.signIn("mother");
      expect((await computer.send("mutation { signOutEverywhere }")).data).toEqual({ signOutEverywhere: true });
      expect([(await tablet.send(ME)).data, (await other.send(ME)).data]).toEqual([{ me: null }, { me: { login: "teacher" } }]);
      expect((await phone.send("mutation { signOut }")).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    });

    it("expires", async () => {
      const teacher = await server.signIn("otherteacher");
      await server.owner.query("UPDATE session SET expires_at = '2026-11-22' WHERE account_id = $1", [await account("otherteacher")]);
      expect((await teacher.send(ME)).data).toEqual({ me: null });
    });

    it.each(["", ".", "a.b", "a.b.c", "%00", "'; DROP TABLE session; --", `${"A".repeat(22)}.${"A".repeat(43)}`])(
      "is not opened by the token «%s»",
      async (token) => {
        const response = await fetch(`${server.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", "x-journal-client": "test", cookie: `session=${token}` },
          body: JSON.stringify({ query: ME }),
        });
        expect(await response.json()).toEqual({ data: { me: null } });
      },
    );
  });

  describe("a right that has ended stops reading at once, in a session that is open", () => {
    const facts = "{ me { roles { role } diaries { pupilId } leads { id } mayQueryFreely } }";
    const nothing = { roles: [], diaries: [], leads: [], mayQueryFreely: false };

    it.each([
      [
        "a role that ended yesterday",
        "deputy",
        () => server.owner.query("UPDATE staff_role SET valid_to = '2026-11-22' WHERE staff_id = $1", [school.staff.deputy]),
      ],
      [
        "a role that begins tomorrow",
        "director",
        () => server.owner.query("UPDATE staff_role SET valid_from = '2026-11-24' WHERE staff_id = $1", [school.staff.director]),
      ],
      [
        "staff who left yesterday",
        "classteacher",
        () => server.owner.query("UPDATE staff SET left_on = '2026-11-22' WHERE id = $1", [school.staff.classTeacher]),
      ],
      [
        "a guardianship that ended yesterday",
        "othermother",
        () => server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.otherMother]),
      ],
      [
        "a pupil who left yesterday",
        "pupil",
        () => server.owner.query("UPDATE enrolment SET valid_to = '2026-11-22' WHERE pupil_id = $1", [school.pupils.misha]),
      ],
    ])("%s", async (_what, login, end) => {
      const client = await server.signIn(login);
      expect((await client.send(facts)).data).not.toEqual({ me: nothing });
      await end();
      expect((await client.send(facts)).data).toEqual({ me: nothing });
    });

    it("an account that was closed", async () => {
      const client = await server.signIn("admin");
      await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'admin'");
      expect((await client.send(ME)).data).toEqual({ me: null });
    });
  });
});

describe("signing in over https and in demo mode", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ publicUrl: new URL("https://journal.example"), demoMode: true });
    const school = await makeSmallSchool(server.owner);
    await server.owner.query("UPDATE school SET is_demo = true WHERE school_id = $1", [school.schoolId]);
  });
  afterAll(() => server?.stop());

  it("serves the demo school, with cookies that only https carries", async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { login: "teacher", password: PASSWORD } } }),
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      expect.stringMatching(/^__Host-device=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });
});
