/** Sets and prints a new random password: `npm run password -- LOGIN`. */
import { withOwnerDatabase } from "../database/owner-database.ts";
import { Problem, reportAndExit } from "../problem.ts";
import { say } from "../terminal.ts";
import { setPassword } from "./set-password.ts";

try {
  const [login, ...others] = process.argv.slice(2);
  if (!login || others.length > 0) throw new Problem("Укажите один логин: npm run password -- ЛОГИН");
  const password = await withOwnerDatabase((ownerUrl) => setPassword(ownerUrl, login));
  say(`Новый пароль для «${login}»: ${password}`);
} catch (failure) {
  reportAndExit(failure);
}
