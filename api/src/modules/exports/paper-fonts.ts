import { dirname, join } from "node:path";

/** Roboto as pdfmake brings it along: Cyrillic and Latin in one file, under the Apache licence. It is embedded, so paper looks alike everywhere. */
const FOLDER = join(dirname(require.resolve("pdfmake/package.json")), "fonts", "Roboto");
const file = (name: string): string => join(FOLDER, `Roboto-${name}.ttf`);

export const PAPER_FONTS = {
  Roboto: { normal: file("Regular"), bold: file("Medium"), italics: file("Italic"), bolditalics: file("MediumItalic") },
};

/** Is it one of these files. */
export function isPaperFont(path: string): boolean {
  return Object.values(PAPER_FONTS.Roboto).includes(path);
}
