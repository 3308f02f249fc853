/** The address of a WebAssembly file, as the build serves it. */
declare module "*.wasm?url" {
  const url: string;
  export default url;
}
