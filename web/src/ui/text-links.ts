export interface TextPart {
  text: string;
  /** The address, where the part is a link. */
  href?: string;
}

/** Cuts a plain text into words and addresses of the web. Nothing else becomes a link: no `javascript:`, no `data:`, no bare names. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found);
    if (!isAddress(address)) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"«»“”]+/gi;

/** What ends the sentence is not part of the address; a closing bracket is, where the address has opened one. */
function withoutPunctuation(address: string): string {
  const trimmed = address.replace(/[.,;:!?…'’]+$/u, "");
  const opened = trimmed.split("(").length;
  return trimmed.endsWith(")") && trimmed.split(")").length > opened ? withoutPunctuation(trimmed.slice(0, -1)) : trimmed;
}

function isAddress(text: string): boolean {
  try {
    const { protocol, username, hostname } = new URL(text);
    return ["http:", "https:"].includes(protocol) && username === "" && hostname !== "";
  } catch {
    return false;
  }
}
