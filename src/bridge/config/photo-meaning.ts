/** What the schema cannot see of writing photos. The draft may still have the wrong shape. */
export function photoProblems(draft: unknown, mode: unknown): readonly string[] {
  const { direct, folder, updateBy, user, passwordFile } = (draft ?? {}) as Record<string, unknown>;
  const lacking = direct === true ? Object.entries({ folder, updateBy }) : [];
  return [
    ...lacking
      .filter(([, value]) => value === undefined)
      .map(([name]) => `/photo/${name} is missing: photo.direct needs it`),
    ...(direct === true && mode === "embedded"
      ? ["/photo/direct needs inlislite.mode mysql: the invented members have no photo folder"]
      : []),
    ...(user === undefined && passwordFile !== undefined
      ? ["/photo/passwordFile belongs to no user: name it in photo.user, or leave both out"]
      : []),
  ];
}
