import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { writeFileSync } from "node:fs";
import process from "node:process";
import { idOf } from "../versions/signature.ts";

/** `npm run release:key -- <file>`: a pair of keys that releases are signed with. Encrypted where RELEASE_KEY_PASSPHRASE is set. */
const [file] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
if (file === undefined) {
  say("usage: npm run release:key -- <file.pem, outside of the repository>");
  process.exit(64);
}
const { privateKey } = generateKeyPairSync("ed25519");
const publicKey = createPublicKey(privateKey);
// Never over an older key: desks trust that one.
writeFileSync(file, pemOf(privateKey, process.env["RELEASE_KEY_PASSPHRASE"]), { flag: "wx", mode: 0o600 });
const publicFile = `${file.replace(/\.pem$/, "")}.pub.pem`;
writeFileSync(publicFile, publicKey.export({ type: "spki", format: "pem" }), { flag: "wx" });
say(`${file}: the private key. Keep it offline and copied twice; whoever has it can update every desk.`);
say(
  `${publicFile}: the public key ${idOf(publicKey)}. It goes into each release that is signed with the other.`,
);

function pemOf(key: KeyObject, passphrase: string | undefined): string | Buffer {
  const encrypted = passphrase ? { cipher: "aes-256-cbc", passphrase } : {};
  return key.export({ type: "pkcs8", format: "pem", ...encrypted });
}
