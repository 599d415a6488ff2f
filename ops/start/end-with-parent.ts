/**
 * Loaded into the api and the portal: `npm start` holds the other end of their standard input. When it is gone (kill -9) they end as if asked to, and leave
 * no port taken.
 */
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
process.stdin.unref();
