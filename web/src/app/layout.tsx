import "@fontsource-variable/golos-text/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@/ui/global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FeatureMessages } from "@/messages/feature-messages";
import { ThemeProvider } from "@/ui/theme-provider";

export async function generateMetadata(): Promise<Metadata> {
  const name = (await getTranslations("shell"))("productName");
  return { title: { default: name, template: `%s — ${name}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1c2326" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={await getLocale()} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <FeatureMessages of={[]}>
          <ThemeProvider>{children}</ThemeProvider>
        </FeatureMessages>
      </body>
    </html>
  );
}
