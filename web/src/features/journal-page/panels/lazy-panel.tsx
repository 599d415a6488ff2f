import dynamic from "next/dynamic";

const load = () => import("./page-panel");

/** Panels come after the page itself: what is opened beside the journal must not delay the journal. */
export const LazyPanel = dynamic(() => load().then((module) => module.PagePanel), { ssr: false });

/** Fetches them and the notes at cells while nothing else is to do, so that they open at once, also when the network has gone meanwhile. */
export async function fetchPanels(locale: "ru" | "en"): Promise<void> {
  const [{ panelTexts }] = await Promise.all([load(), import("../note-at-cell")]);
  await panelTexts(locale);
}
