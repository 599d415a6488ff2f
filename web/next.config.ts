import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const monorepo = path.join(import.meta.dirname, "..");

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: monorepo },
  outputFileTracingRoot: monorepo,
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/dates", "@tabler/icons-react"] },
  // The content security policy carries a nonce, so it is made for each request in src/proxy.ts.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
      ],
    },
  ],
};

// Texts are compiled while building: the browser then needs no parser of messages.
const withTexts = createNextIntlPlugin({
  requestConfig: "./src/messages/request.ts",
  experimental: { messages: { path: ["./src/messages/ru", "./src/messages/en"], format: "json", locales: ["ru", "en"], precompile: true } },
});

export default withTexts(config);
