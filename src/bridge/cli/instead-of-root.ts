import { TELLS } from "../../../service-install/versions/places.ts";
import { accountName } from "./account-name.ts";

type Said = Readonly<Record<"id" | "en", string>>;

/** What a technician who typed `sudo` has to know besides: the system refused something to an account that was not root any more. */
export function refusedInsteadOfRoot(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Said | undefined {
  if (environment[TELLS.insteadOfRoot] === undefined || !isRefusal(error)) return undefined;
  const account = accountName();
  return {
    id: `Perintah ini bekerja sebagai akun "${account}", pemilik catatan, bukan sebagai root. Pilih folder yang boleh dibaca dan ditulis akun itu, misalnya /var/tmp. Dari sana bawa lebih jauh dengan cp -r; ke sana bawa dengan cp -r dan chown -R.`,
    en: `This command works as the account "${account}", the owner of the records, and not as root. Name a folder that this account may read and write, /var/tmp for example. Take it further from there with cp -r; bring it there with cp -r and chown -R.`,
  };
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM" || isRefusal(error.cause);
}
