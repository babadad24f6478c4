/** Imported for its effect by the console's build, and as text by the companion's. */
declare module "*.css" {
  const css: string;
  export default css;
}
