import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** Petrol, the portal's accent: calm beside red and green, which mean something here. */
const petrol: MantineColorsTuple = [
  "#edf6f8",
  "#dcebee",
  "#b7d6dd",
  "#8fc0cb",
  "#6cadbb",
  "#4f9bab",
  "#358394",
  "#1f6c7d",
  "#125a6a",
  "#074857",
];

/** Mantine's greys for the dark scheme, cooled to go with petrol. */
const dark: MantineColorsTuple = [
  "#dfe5e6",
  "#b9c3c5",
  "#8b989b",
  "#657276",
  "#3d484c",
  "#354044",
  "#252e31",
  "#1c2326",
  "#171d1f",
  "#101415",
];

export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', system-ui, sans-serif", fontWeight: "600" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Mantine's quiet text is too pale to read for many; ours keeps a contrast of 4.5 on every surface. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f7f8f8",
    "--mantine-color-text": "#1c2527",
    "--mantine-color-dimmed": "#546064",
    "--mantine-color-placeholder": "#6b767a",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-anchor": "#125a6a",
    "--portal-surface": "#ffffff",
    "--portal-surface-quiet": "#f1f4f4",
    "--portal-line": "#dde3e4",
    "--portal-line-strong": "#b9c4c6",
    "--portal-accent-soft": "#dcebee",
    "--portal-accent-text": "#125a6a",
    "--portal-good": "#2b6e3f",
    "--portal-warn": "#8a5300",
    "--portal-warn-soft": "#fdf1dc",
    "--portal-bad": "#b3261e",
    "--portal-bad-soft": "#fbe9e7",
  },
  dark: {
    "--mantine-color-body": "#14191b",
    "--mantine-color-text": "#dfe5e6",
    "--mantine-color-dimmed": "#9aa7aa",
    "--mantine-color-placeholder": "#8b989b",
    "--mantine-color-error": "#ff8a80",
    "--mantine-color-anchor": "#8fc0cb",
    "--portal-surface": "#1c2326",
    "--portal-surface-quiet": "#222a2d",
    "--portal-line": "#313b3f",
    "--portal-line-strong": "#4a575c",
    "--portal-accent-soft": "#17363d",
    "--portal-accent-text": "#8fc0cb",
    "--portal-good": "#7fc894",
    "--portal-warn": "#f0b95c",
    "--portal-warn-soft": "#3a2d14",
    "--portal-bad": "#ff8a80",
    "--portal-bad-soft": "#3f201e",
  },
});
