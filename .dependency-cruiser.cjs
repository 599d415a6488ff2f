/** The order of the code: data travels one way, nothing imports upwards. */

/** The api's modules from the bottom up; those of one line are apart from each other. */
const LAYERS = [
  ["calendar", "people"],
  ["classes"],
  ["journals"],
  ["access"],
  ["assessment-rules"],
  ["plans"],
  ["timetable"],
  ["lessons"],
  ["attendance", "homework"],
  ["marks"],
  ["term-marks"],
  ["history"],
  ["term-locks"],
  ["messages", "announcements", "forecasts", "questions"],
  ["notices"],
  ["journal-page", "diary", "reports", "analysis", "control"],
  ["imports", "exports"],
  ["rollover"],
];

const modulePath = (name) => `^api/src/modules/${name}/`;

const moduleRules = LAYERS.flatMap((layer, index) => {
  const above = LAYERS.slice(0, index).flat();
  return layer.map((name) => ({
    name: `${name}-imports-only-modules-above`,
    comment: `The module ${name} may import kernel${above.map((other) => `, ${other}`).join("")}.`,
    severity: "error",
    from: { path: modulePath(name) },
    to: { path: "^api/src/", pathNot: ["^api/src/kernel/", ...[...above, name].map(modulePath)] },
  }));
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    // A part may name a type of the whole that uses it: such an import is gone when the code runs.
    forbid(
      "no-cycles",
      "Two files that run each other are one thing or need a third.",
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ["type-only"] },
      },
    ),
    forbid("resolvable", "Every import must be there.", {}, { couldNotResolve: true, pathNot: "(^|/)api/dist/" }),
    forbid(
      "known-module",
      "A module of the api has its place in the order above.",
      { path: "^api/src/modules/" },
      {
        path: "^api/src/modules/",
        pathNot: LAYERS.flat().map(modulePath),
      },
    ),
    forbid("kernel-imports-no-module", "kernel is below everything.", { path: "^api/src/kernel/" }, { path: "^api/src/(?!kernel/)" }),
    ...moduleRules,
    forbid("main-only-starts", "Nothing imports main.ts.", {}, { path: "^api/src/main\\.ts$" }),
    forbid(
      "tests-stay-tests",
      "What is shipped does not import tests and their factories.",
      { path: "^api/src/", pathNot: "\\.test\\.ts$" },
      {
        path: "^api/test/|\\.test\\.ts$",
      },
    ),
    forbid(
      "features-apart",
      "A feature of the portal does not import another.",
      { path: "^web/src/features/([^/]+)/" },
      {
        path: "^web/src/features/",
        pathNot: "^web/src/features/$1/",
      },
    ),
    forbid(
      "features-below-routes",
      "Routes use features, not the other way.",
      { path: "^web/src/(features|ui|graphql)/" },
      { path: "^web/src/app/" },
    ),
    forbid(
      "ui-knows-no-domain",
      "ui and graphql hold what every feature may use.",
      { path: "^web/src/(ui|graphql)/" },
      { path: "^web/src/features/" },
    ),
    forbid("workspaces-apart-api", "The api imports no other workspace.", { path: "^api/" }, { path: "^(web|ops)/" }),
    forbid("workspaces-apart-web", "The portal knows the api by the contract alone.", { path: "^web/" }, { path: "^(api|ops)/" }),
    forbid("ops-imports-no-source", "ops runs what was built.", { path: "^ops/" }, { path: "^(api/src|api/test|web)/" }),
    forbid(
      "ops-uses-the-import-door",
      "Only the demo school, the import and the check of history use what the api declares for them (api/tsconfig.door.json).",
      {
        path: "^ops/",
        pathNot: "^ops/(demo|import|bench|history)/",
      },
      { path: "(^|/)api/dist/" },
    ),
    forbid(
      "no-orphans",
      "A file nobody imports is dead.",
      {
        orphan: true,
        pathNot: "\\.test\\.tsx?$|\\.d\\.ts$|^web/src/app/|^ops/start/end-with-parent\\.ts$",
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|generated)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "web/tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
