/** Whether a date that INLISLite shows, `yyyy-mm-dd` or `dd-mm-yyyy`, is this day on this computer. */
export function isToday(date: string, now: Date = new Date()): boolean {
  const parts = date.slice(0, 10).split("-");
  const [year, month, day] = parts[0]?.length === 4 ? parts : parts.toReversed();
  return (
    Number(year) === now.getFullYear() &&
    Number(month) === now.getMonth() + 1 &&
    Number(day) === now.getDate()
  );
}

/** Sixteen digits: in Indonesia that is an identity number. */
export const isLikeNik = (memberNo: string): boolean => /^\d{16}$/u.test(memberNo);
