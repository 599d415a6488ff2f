import { useEffect } from "react";

/** «(3) Дневник — …» in the tab. The framework writes the title whenever a page is opened: the number is then put before it again. */
export function useNewsInTitle(unread: number): void {
  useEffect(() => {
    const mark = () => {
      const wanted = (unread > 0 ? `(${unread}) ` : "") + document.title.replace(NUMBER, "");
      if (document.title && document.title !== wanted) document.title = wanted;
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [unread]);
}

const NUMBER = /^\(\d+\) /;
