import { IconHistory } from "@tabler/icons-react";
import { LinkButton } from "./link-button";
import classes from "./moment-note.module.css";

interface MomentNoteProps {
  /** What is shown, and as of when. */
  text: string;
  detail: string;
  back: { href: string; label: string };
}

/** Says over a page, and on its print, that it shows a moment of the past, and leads back to now. */
export function MomentNote({ text, detail, back }: MomentNoteProps) {
  return (
    <div className={classes.note} role="note">
      <IconHistory size={20} aria-hidden />
      <p>
        <b>{text}</b> {detail}
      </p>
      <LinkButton href={back.href} variant="default" size="xs">
        {back.label}
      </LinkButton>
    </div>
  );
}
