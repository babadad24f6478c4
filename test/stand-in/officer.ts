import type { Page } from "playwright-core";
import type { StandIn } from "./start-stand-in.ts";

/** An invented applicant, as the forms of both versions ask for one. */
export interface Applicant {
  readonly fullName: string;
  readonly identityNo: string;
  readonly email: string;
  readonly phone: string;
}

export const applicant = (changes: Partial<Applicant> = {}): Applicant => ({
  fullName: "Laras Wening Prabawati",
  identityNo: "9999991203990001",
  email: "laras.wening@contoh.invalid",
  phone: "0899-7777-0001",
  ...changes,
});

/** Types an applicant into the create page that is open, as an officer does, and does not save. */
export async function fillIn(page: Page, { version }: StandIn, who: Applicant): Promise<void> {
  if (version === "3.3") {
    await page.fill("#Fullname", who.fullName);
    await page.selectOption("#IdentityType_id", "1");
    await page.fill("#frm_create_IdentityNo", who.identityNo);
    await page.fill("#Email", who.email);
    await page.fill("#frm_create_NoHp", who.phone);
    await page.selectOption("#package", "2");
    await page.selectOption("#StatusAnggota_id", "3");
    return;
  }
  await page.selectOption("#members-identitytype_id", "1");
  await page.fill("#members-identityno", who.identityNo);
  await page.fill("#members-fullname", who.fullName);
  await page.fill("#members-placeofbirth", "Tirtamaya");
  await page.fill("#members-tgllahir", "12-03-1999");
  await page.fill("#members-phone", who.phone);
  await page.fill("#members-email", who.email);
  await page.selectOption("#members-sex_id", "2");
  await page.selectOption("#members-statusanggota_id", "3");
  await page.selectOption("#members-jenisanggota_id", "2");
  // The last day comes back from the server.
  await page.waitForFunction(
    "document.querySelector('#members-tglenddate').value !== document.querySelector('#members-tglregisterdate').value",
  );
}

/** What the create form of 3.3 posts. */
export function createFields33(who: Applicant): Record<string, string> {
  return {
    ...{ Fullname: who.fullName, IdentityType_id: "1", IdentityNo: who.identityNo, Email: who.email },
    ...{ Phone: who.phone, JenisAnggota_id: "2", StatusAnggota_id: "3", EndDate: "2030-01-31" },
    ...{ "CategoryLoan_id[]": "1", "LocationLoan_id[]": "1", camera_image: "" },
  };
}

/** A POST of somebody who is logged in, without a browser. */
export async function post(
  standIn: StandIn,
  cookie: { readonly name: string; readonly value: string },
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${standIn.local}${path}`, {
    method: "POST",
    headers: { cookie: `${cookie.name}=${cookie.value}` },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}
