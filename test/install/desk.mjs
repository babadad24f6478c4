/**
 * What a clerk does at the console, from a machine that has nothing but the package: `desk.mjs pause` opens a case, pauses it and
 * writes its id; `desk.mjs look CASE` writes how that case is. Run by the package's own Node.
 */
const ADDRESS = "http://127.0.0.1:9700";
const PATIENCE_MS = 60_000;

/** A session with the console's rights. The daemon may just be starting: it is asked until it admits somebody. */
async function session() {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const opened = await open().catch(() => undefined);
    if (opened) return opened;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the desk admits nobody");
}

async function open() {
  const headers = {
    "sec-fetch-site": "same-origin",
    "sec-fetch-mode": "cors",
    referer: `${ADDRESS}/`,
  };
  const { token } = await (await fetch(`${ADDRESS}/console-token`, { headers })).json();
  const socket = new WebSocket(`${ADDRESS.replace("http", "ws")}/ws`, { headers: { origin: ADDRESS } });
  const waiting = new Map();
  const opened = Promise.withResolvers();
  let lastId = 0;
  socket.addEventListener("close", () => opened.reject(new Error("closed")));
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "hello")
      socket.send(JSON.stringify({ type: "session.open", schema: 1, token, language: "en" }));
    if (message.type === "session.opened") opened.resolve();
    if (message.type === "result") waiting.get(message.id)?.resolve(message.result);
    if (message.type === "error") waiting.get(message.id)?.reject(new Error(message.error.code));
  });
  await opened.promise;
  return (command, params) => {
    const answer = Promise.withResolvers();
    waiting.set(++lastId, answer);
    socket.send(JSON.stringify({ type: "request", id: lastId, command, params }));
    return answer.promise;
  };
}

const say = (line) => void process.stdout.write(`${line}\n`);
const [what, id] = process.argv.slice(2);
try {
  const call = await session();
  if (what === "pause") {
    const { standard } = await call("desk.get", {});
    const opened = await call("case.open", { member: null, kind: "new", channel: "in-person", standard });
    await call("case.pause", { case: opened.case, reason: "applicant-away" });
    say(opened.case);
  } else {
    const { status, pausedFor } = await call("case.get", { case: id });
    say(`${status} ${pausedFor}`);
  }
  process.exit(0);
} catch (error) {
  say(String(error.message));
  process.exit(1);
}
