import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import type { Measured } from "./bench-targets.ts";
import { CONCURRENCY, type Window } from "./load-window.ts";

/** One kind of request, measured over all rounds. Latencies are in milliseconds, memory in megabytes. */
export interface Measurement {
  measured: Measured;
  schools: number;
  /** The median over the rounds of what the api did for each request of the bare server. */
  ratio: number;
  lowestRatio: number;
  highestRatio: number;
  api: Side;
  raw: Side;
}

interface Side {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  memory: number;
}

export function summarise(
  measured: Measured,
  schools: number,
  windows: readonly { api: Window; raw: Window }[],
  memory: { api: number; raw: number },
): Measurement {
  const ratios = windows.map(({ api, raw }) => api.requestsPerSecond / raw.requestsPerSecond).sort((a, b) => a - b);
  return {
    ...{ measured, schools, ratio: rounded(quantile(ratios, 0.5), 2) },
    ...{ lowestRatio: rounded(ratios[0]!, 2), highestRatio: rounded(ratios.at(-1)!, 2) },
    api: side(
      windows.map(({ api }) => api),
      memory.api,
    ),
    raw: side(
      windows.map(({ raw }) => raw),
      memory.raw,
    ),
  };
}

function side(windows: readonly Window[], memory: number): Side {
  const rates = windows.map(({ requestsPerSecond }) => requestsPerSecond).sort((a, b) => a - b);
  const latencies = windows.flatMap((window) => window.latencies).sort((a, b) => a - b);
  const at = (share: number): number => rounded(quantile(latencies, share), 1);
  return { requestsPerSecond: rounded(quantile(rates, 0.5), 0), p50: at(0.5), p95: at(0.95), p99: at(0.99), memory };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Writes the results as JSON and answers the file. */
export function writeResults(measurements: readonly Measurement[], run: { rounds: number; windowMs: number }): string {
  const at = new Date().toISOString();
  const machine = {
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    node: process.version,
    load: loadavg().map((one) => rounded(one, 1)),
  };
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${at.slice(0, 16).replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify({ at, ...run, concurrency: CONCURRENCY, machine, measurements }, null, 2)}\n`);
  return file;
}

/** The results as a table for the terminal. */
export function table(measurements: readonly Measurement[]): string {
  const head = [
    "",
    "schools",
    "ratio",
    "lowest–highest",
    "api/s",
    "raw/s",
    "api p50",
    "p95",
    "p99 ms",
    "raw p50",
    "p95",
    "p99 ms",
    "api MB",
    "raw MB",
  ];
  const rows = measurements.map(({ measured, schools, ratio, lowestRatio, highestRatio, api, raw }) =>
    [
      ...[measured, schools, ratio, `${lowestRatio}–${highestRatio}`, api.requestsPerSecond, raw.requestsPerSecond],
      ...[api.p50, api.p95, api.p99, raw.p50, raw.p95, raw.p99, api.memory, raw.memory],
    ].map(String),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  return [head, ...rows].map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join("  ")).join("\n");
}
