import classes from "./plain-text.module.css";
import { findLinks } from "./text-links";

/** What a person has written, as it was written: lines as they are, addresses of the web as links, everything else as letters. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      {findLinks(text).map(({ text: part, href }, place) =>
        href ? (
          <a key={place} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
