/** A style sheet as its text: what only a script needs comes with the script. */
declare module "*.css" {
  const text: string;
  export default text;
}
