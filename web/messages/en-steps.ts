import type { steps as indonesian, StepText } from "./id-steps.ts";

const step = (plank: string, title: string, lead: string, go: string): StepText => ({
  plank,
  title,
  lead,
  go,
});

export const steps: typeof indonesian = {
  intake: step("Papers", "Check the papers", "Tick what the applicant shows.", "Papers complete"),
  "form-paper": step(
    "Form",
    "The applicant fills in the form",
    "Take the form once every field is filled in.",
    "Form received",
  ),
  "form-electronic": step(
    "Register",
    "The applicant registers",
    "The applicant fills in the electronic form in INLISLite.",
    "Registration done",
  ),
  "data-entry": step(
    "Data entry",
    "Enter the member's data",
    "Enter the data in INLISLite and save.",
    "Data entered",
  ),
  "report-number": step(
    "Note number",
    "Note the member number",
    "Ask the applicant for the member number.",
    "Number noted",
  ),
  "note-number": step(
    "Note number",
    "The applicant notes the number",
    "The number appears after registration.",
    "Number noted",
  ),
  photo: step(
    "Photo",
    "Take the member's photo",
    "Ask the member to look at the camera, face inside the line.",
    "Use this photo",
  ),
  "photo-upload": step(
    "Photo",
    "Receive the member's photo",
    "Choose the photo file that was sent, or take one here.",
    "Use this photo",
  ),
  verify: step(
    "Check",
    "Check the member's data",
    "Compare name, number and photo before printing.",
    "Data is right",
  ),
  approve: step(
    "Initials",
    "Ask for the initials",
    "The papers are initialled before going on.",
    "Initialled",
  ),
  revise: step(
    "Correct",
    "Correct the data if needed",
    "Change it in INLISLite where something is wrong.",
    "Data corrected",
  ),
  print: step("Print, scan", "Print the card", "Scan the card once it has come out.", "Print card"),
  "data-entry-and-print": step(
    "Enter, print",
    "Enter the data and print",
    "Save the data in INLISLite, then print.",
    "Print card",
  ),
  "print-and-handover": step(
    "Print, give",
    "Print and hand over the card",
    "Scan the card once it is out, then hand it over.",
    "Print card",
  ),
  cut: step("Cut", "Cut the card", "Cut along the marks.", "Card is cut"),
  laminate: step(
    "Laminate",
    "Laminate the card",
    "Let the card cool before handing it over.",
    "Lamination done",
  ),
  "cut-and-laminate": step(
    "Cut, laminate",
    "Cut and laminate the card",
    "Cut along the marks, then press. Let the card cool before handing it over.",
    "Cut and laminated",
  ),
  handover: step(
    "Hand over",
    "Hand over the card",
    "Compare the identity and the phone number, then give the card.",
    "Hand over the card",
  ),
  receipt: step("Signature", "Ask for a signature", "The receiver signs for the card.", "Save the signature"),
  "scan-in": step(
    "Scan in",
    "Scan the card at the front desk",
    "The member scans the card when entering.",
    "Card scanned",
  ),
};
