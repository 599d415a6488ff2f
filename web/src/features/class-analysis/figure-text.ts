/** A figure of the contract (`87.50`) as people read it: «87,50»; «—» where nobody is counted. */
export function figureText(figure: string | null | undefined): string {
  return figure?.replace(".", ",") ?? "—";
}
