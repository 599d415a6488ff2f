import type { Settings } from "./settings.ts";

const DEMO_PEOPLE = [
  ["director", "директор"],
  ["deputy", "заместитель директора"],
  ["admin", "администратор"],
  ["teacher", "учитель"],
  ["classteacher", "классный руководитель"],
  ["parent", "родитель (двое детей)"],
  ["pupil", "учащийся"],
] as const;

/** What the person sees when all runs. */
export function greeting({ publicUrl, apiPort, demo, today }: Settings): string {
  return [
    "",
    `The journal runs: ${publicUrl}`,
    `GraphQL: ${publicUrl}/graphql (the api itself: http://127.0.0.1:${apiPort})`,
    ...(today ? [`Today is pinned to ${today}.`] : []),
    ...(demo ? ["", "Demo logins, the password is demo- and the login:", ...DEMO_PEOPLE.map(demoLine)] : []),
    "",
    "Ctrl+C stops everything.",
  ].join("\n");
}

function demoLine([login, role]: readonly [string, string]): string {
  return `  ${login.padEnd(14)}demo-${login.padEnd(14)}${role}`;
}
