/** What esbuild and Node resolve and TypeScript does not. */

declare module "*.css";

declare module "*.svg" {
  /** The file's address beside the script. */
  const url: string;
  export default url;
}

/* Only tests import these. Node's own types would let pages use what no browser has. */
declare module "node:*";
