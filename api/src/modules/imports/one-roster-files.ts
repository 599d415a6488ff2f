import { type CellKind, type FileShape, fileShape } from "./file-shape";

/** The versions of the OneRoster CSV binding that the import reads. */
export type OneRosterVersion = "1.1" | "1.2";

const status = ["active", "tobedeleted", "inactive"];
const base: Record<string, CellKind> = { status, dateLastModified: "text" };

/** A text of our own beside a OneRoster column: the binding's way to add what it does not know. */
const ours = (...names: string[]): Record<string, "text"> => Object.fromEntries(names.map((name) => [`metadata.${name}`, "text"]));

const rolesOf11 = ["administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher"];
const rolesOf12 = [
  ...["aide", "counselor", "districtAdministrator", "guardian", "parent", "principal", "proctor", "relative", "siteAdministrator"],
  ...["student", "systemAdministrator", "teacher", "ext:deputy"],
];

const common: readonly FileShape[] = [
  fileShape(
    "orgs.csv",
    { sourcedId: "text", name: "text", type: ["department", "district", "local", "national", "school", "state"] },
    { ...base, identifier: "text", ...ours("shortName", "address", "timeZone") },
  ),
  fileShape(
    "academicSessions.csv",
    { sourcedId: "text", title: "text", type: ["gradingPeriod", "schoolYear", "semester", "term"], startDate: "date", endDate: "date" },
    { ...base, parentSourcedId: "text", schoolYear: "text" },
  ),
  fileShape(
    "courses.csv",
    { sourcedId: "text", title: "text" },
    {
      ...base,
      schoolYearSourcedId: "text",
      courseCode: "text",
      grades: "text",
      orgSourcedId: "text",
      subjects: "text",
      subjectCodes: "text",
    },
  ),
  fileShape(
    "classes.csv",
    {
      sourcedId: "text",
      title: "text",
      courseSourcedId: "text",
      classType: ["homeroom", "scheduled"],
      schoolSourcedId: "text",
      termSourcedIds: "text",
    },
    {
      ...{ ...base, grades: "text", classCode: "text", location: "text", subjects: "text", subjectCodes: "text", periods: "text" },
      ...ours("bellSchedule", "journalKind", "markingScheme", "weeklyHours"),
    },
  ),
  fileShape(
    "enrollments.csv",
    {
      sourcedId: "text",
      classSourcedId: "text",
      schoolSourcedId: "text",
      userSourcedId: "text",
      role: ["administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher"],
    },
    {
      ...base,
      primary: "boolean",
      beginDate: "date",
      endDate: "date",
      ...ours("orderNumber", "endOrderNumber"),
      "metadata.orderDate": "date",
      "metadata.endOrderDate": "date",
    },
  ),
  fileShape("demographics.csv", { sourcedId: "text" }, { ...base, birthDate: "date", sex: ["male", "female", "unspecified", "other"] }),
];

const user: Record<string, CellKind> = { sourcedId: "text", givenName: "text", familyName: "text" };
const userDetails: Record<string, CellKind> = {
  ...{
    ...base,
    enabledUser: "boolean",
    username: "text",
    userIds: "text",
    middleName: "text",
    identifier: "text",
    email: "text",
    sms: "text",
  },
  ...{ phone: "text", agentSourcedIds: "text", grades: "text", password: "text", ...ours("position") },
};

const usersOf11 = fileShape(
  "users.csv",
  { ...user, orgSourcedIds: "text", role: rolesOf11 },
  { ...userDetails, "metadata.role": ["DIRECTOR", "DEPUTY", "ADMINISTRATOR", "SPECIALIST"] },
);
const usersOf12 = fileShape("users.csv", user, { ...userDetails, primaryOrgSourcedId: "text" });

const roles = fileShape(
  "roles.csv",
  { sourcedId: "text", userSourcedId: "text", roleType: ["primary", "secondary"], role: rolesOf12, orgSourcedId: "text" },
  { ...base, beginDate: "date", endDate: "date", userProfileSourcedId: "text" },
);
const userProfiles = fileShape(
  "userProfiles.csv",
  { sourcedId: "text", userSourcedId: "text", profileType: "text" },
  { ...base, vendorId: "text", applicationId: "text", description: "text", credentialType: "text", username: "text", password: "text" },
);

/** The files that an import reads of each version of the binding. */
export const ONE_ROSTER_FILES: Record<OneRosterVersion, readonly FileShape[]> = {
  "1.1": [...common, usersOf11],
  "1.2": [...common, usersOf12, roles, userProfiles],
};

/** Without these there is no school. */
export const INDISPENSABLE_FILES: Record<OneRosterVersion, readonly string[]> = {
  "1.1": ["orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "enrollments.csv"],
  "1.2": ["orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "roles.csv", "enrollments.csv"],
};

/** Files of the binding that hold marks and resources of other programs: known, and passed over. */
export const PASSED_OVER_FILES: readonly string[] = [
  ...[
    "categories.csv",
    "classResources.csv",
    "courseResources.csv",
    "lineItems.csv",
    "lineItemLearningObjectiveIds.csv",
    "lineItemScoreScales.csv",
  ],
  ...["resources.csv", "results.csv", "resultLearningObjectiveIds.csv", "resultScoreScales.csv", "scoreScales.csv", "userResources.csv"],
];
