import { createServer } from "node:net";
import { Problem } from "../problem.ts";

/** Refuses, naming the variable to change, when the port cannot be listened on. */
export async function requireFreePort(variable: string, port: number): Promise<void> {
  // Some systems let a listener on all addresses stand beside one on 127.0.0.1: both are tried.
  for (const host of [undefined, "127.0.0.1"]) {
    const failure = await tryToListen(port, host);
    if (failure) throw explain(variable, port, failure);
  }
}

function tryToListen(port: number, host: string | undefined): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", resolve);
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => resolve(undefined)));
  });
}

function explain(variable: string, port: number, failure: NodeJS.ErrnoException): Problem {
  const another = `Choose another with ${variable}=…, for example: ${variable}=${port < 1024 ? port + 8000 : port + 10} npm start`;
  if (failure.code === "EADDRINUSE") return new Problem(`Port ${port} is taken by another program. ${another}`);
  if (failure.code === "EACCES") return new Problem(`You have no right to listen on port ${port}. ${another}`);
  return new Problem(`Port ${port} cannot be used (${failure.message}). ${another}`);
}
