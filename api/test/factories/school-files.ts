import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files of a school, by name: what stands in each. */
export type SchoolFileTexts = Record<string, string | Buffer>;

/** A text without the indentation of the code around it. */
export function lines(text: string): string {
  return `${text
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n")}\n`;
}

/**
 * A school small enough to know by heart, as OneRoster 1.2. 5«А» has Анна, Борис and Вера, 1«А» has Глеб. Иванова teaches mathematics and leads 5«А»;
 * Петров and Сидорова teach English to two groups of 5«А»; Гром leads 1«А» and the school. Ольга is Анна's mother, Пётр her father.
 */
export function schoolFiles(): SchoolFileTexts {
  return {
    "manifest.csv": lines(`
      propertyName,value
      manifest.version,1.0
      oneroster.version,1.2
      file.orgs,bulk
      file.users,bulk
      source.systemName,Учёт школы
      source.systemCode,uchet`),
    "orgs.csv": lines(`
      sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
      s1,,,"МБОУ ""Школа № 7""",school,7,`),
    "academicSessions.csv": lines(`
      sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
      y,,,2026/2027,schoolYear,2026-09-01,2027-05-31,,2027
      q1,,,1 четверть,gradingPeriod,2026-09-01,2026-10-25,y,2027
      q2,,,2 четверть,gradingPeriod,2026-11-02,2026-12-29,y,2027
      q3,,,3 четверть,gradingPeriod,2027-01-11,2027-03-26,y,2027
      q4,,,4 четверть,gradingPeriod,2027-04-05,2027-05-26,y,2027`),
    "courses.csv": lines(`
      sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
      hr,,,y,Класс,,,s1,,
      m5,,,y,"Математика, 5 класс",,5,s1,Математика,
      e5,,,y,"Английский язык, 5 класс",,5,s1,Английский язык,
      m1,,,y,"Математика, 1 класс",,1,s1,Математика,`),
    "classes.csv": lines(`
      sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
      5a,,,5«А»,5,hr,,homeroom,,s1,"q1,q2,q3,q4",,,
      1a,,,1«А»,1,hr,,homeroom,,s1,y,,,
      5a-m,,,5«А» Математика,5,m5,,scheduled,,s1,y,,,
      5a-e1,,,"5«А» Английский язык, группа 1",5,e5,,scheduled,,s1,y,,,
      5a-e2,,,"5«А» Английский язык, группа 2",5,e5,,scheduled,,s1,y,,,
      1a-m,,,1«А» Математика,1,m1,,scheduled,,s1,y,,,`),
    "users.csv": lines(`
      sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
      grom,,,true,Grom,,Елена,Гром,Юрьевна,,,,,,,grom-grom
      ivanova,,,true,ivanova,,Мария,Иванова,Петровна,,,,,,,secret-5
      petrov,,,true,,,Пётр,Петров,Ильич,,,,,,,
      sidorova,,,true,,,Анна,Сидорова,Львовна,,,,,,,
      anna,,,true,anna,,Анна,Абрамова,Петровна,А-1,,,,"olga,petr",5,
      boris,,,true,,,Борис,Борисов,Борисович,Б-1,,,,,5,
      vera,,,true,,,Вера,Ёлкина,,Ё-1,,,,,5,
      gleb,,,true,,,Глеб,Глебов,Глебович,Г-1,,,,,1,
      olga,,,true,olga,,Ольга,Абрамова,Ивановна,,,,+7 900 000-00-00,,,secret-5
      petr,,,true,,,Пётр,Абрамов,Олегович,,,,,,,`),
    "roles.csv": lines(`
      sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
      r1,,,grom,primary,principal,,,s1,
      r2,,,grom,secondary,teacher,,,s1,
      r3,,,ivanova,primary,teacher,,,s1,
      r4,,,petrov,primary,teacher,,,s1,
      r5,,,sidorova,primary,teacher,,,s1,
      r6,,,anna,primary,student,,,s1,
      r7,,,boris,primary,student,,,s1,
      r8,,,vera,primary,student,,,s1,
      r9,,,gleb,primary,student,,,s1,
      r10,,,olga,primary,parent,,,s1,
      r11,,,petr,primary,parent,,,s1,`),
    "demographics.csv": lines(`
      sourcedId,status,dateLastModified,birthDate,sex
      anna,,,2015-03-08,female
      vera,,,2015-05-01,female`),
    "enrollments.csv": lines(`
      sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
      n1,,,5a,s1,anna,student,,,
      n2,,,5a,s1,boris,student,,,
      n3,,,5a,s1,vera,student,,2026-10-01,
      n4,,,1a,s1,gleb,student,,,
      n5,,,5a,s1,ivanova,teacher,true,,
      n6,,,1a,s1,grom,teacher,true,,
      n7,,,5a-m,s1,anna,student,,,
      n8,,,5a-m,s1,boris,student,,,
      n9,,,5a-m,s1,vera,student,,2026-10-01,
      n10,,,5a-m,s1,ivanova,teacher,true,,
      n11,,,5a-e1,s1,anna,student,,,
      n12,,,5a-e1,s1,petrov,teacher,true,,
      n13,,,5a-e2,s1,boris,student,,,
      n14,,,5a-e2,s1,vera,student,,2026-10-01,
      n15,,,5a-e2,s1,sidorova,teacher,true,,
      n16,,,1a-m,s1,gleb,student,,,
      n17,,,1a-m,s1,grom,teacher,true,,`),
    "timetable.csv": lines(`
      classSourcedId,weekday,slot,weekParity,teacherSourcedId,room
      5a-m,1,1,,ivanova,12
      5a-m,3,2,ODD,ivanova,12
      5a-e1,1,2,,petrov,21
      5a-e2,1,2,,sidorova,22
      1a-m,2,1,,grom,3`),
  };
}

/** The same school as OneRoster 1.1: roles stand in users.csv. */
export function schoolFilesOf11(): SchoolFileTexts {
  const { "roles.csv": _roles, ...files } = schoolFiles();
  const roleOf: Record<string, string> = {
    grom: "administrator",
    anna: "student",
    boris: "student",
    vera: "student",
    gleb: "student",
    olga: "parent",
    petr: "parent",
  };
  const [header, ...users] = String(files["users.csv"]).trim().split("\n");
  const withRoles = users.map(
    (line) => `${line},s1,${roleOf[line.split(",")[0]!] ?? "teacher"},${line.startsWith("grom,") ? "DIRECTOR" : ""}`,
  );
  return {
    ...files,
    "manifest.csv": String(files["manifest.csv"]).replace("version,1.2", "version,1.1"),
    "users.csv": `${[`${header},orgSourcedIds,role,metadata.role`, ...withRoles].join("\n")}\n`,
  };
}

/** Writes the files into a new folder of the system's temporary directory and answers its path. */
export async function writeFolder(files: SchoolFileTexts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "school-files-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** The files with one text of one file replaced; the text must be there. */
export function changed(files: SchoolFileTexts, name: string, from: string, to: string): SchoolFileTexts {
  const text = String(files[name]);
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  return { ...files, [name]: text.replace(from, to) };
}

/** The files with lines added to one. */
export function withLines(files: SchoolFileTexts, name: string, more: string): SchoolFileTexts {
  return { ...files, [name]: String(files[name]) + lines(more) };
}
