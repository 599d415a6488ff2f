import { join } from "node:path";
import { ROOT } from "../places.ts";
import { type Service, startService } from "./service.ts";
import type { Shutdown } from "./shutdown.ts";

export interface ApiOptions {
  appUrl: string;
  apiPort: number;
  publicUrl: string;
  demo: boolean;
  today: string | undefined;
  /** Folder of `.data/logs`. */
  logs: string;
}

/** Starts the built api. */
export function startApi({ appUrl, apiPort, publicUrl, demo, today, logs }: ApiOptions, shutdown: Shutdown): Promise<Service> {
  return startService(
    {
      name: "api",
      logs,
      command: [join(ROOT, "api", "dist", "main.js")],
      directory: join(ROOT, "api"),
      env: {
        NODE_ENV: "production",
        DATABASE_URL: appUrl,
        API_PORT: String(apiPort),
        PUBLIC_URL: publicUrl,
        DEMO_MODE: demo ? "1" : "0",
        TODAY: today,
      },
      healthUrl: `${apiAddress(apiPort)}/health`,
    },
    shutdown,
  );
}

export interface WebOptions {
  port: number;
  apiPort: number;
  demo: boolean;
  logs: string;
}

/** Starts the built portal. */
export function startWeb({ port, apiPort, demo, logs }: WebOptions, shutdown: Shutdown): Promise<Service> {
  return startService(
    {
      name: "web",
      logs,
      command: [join(ROOT, "node_modules", "next", "dist", "bin", "next"), "start", "--port", String(port)],
      directory: join(ROOT, "web"),
      env: {
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(port),
        API_URL: apiAddress(apiPort),
        DEMO_MODE: demo ? "1" : "0",
        DATABASE_URL: undefined,
      },
      healthUrl: `http://127.0.0.1:${port}/`,
    },
    shutdown,
  );
}

export function apiAddress(apiPort: number): string {
  return `http://127.0.0.1:${apiPort}`;
}
