declare module "gas-local" {
  const gas: {
    /** Loads the `.js` files of a folder into one context with these globals; answers with the context. */
    require(folder: string, globals: Record<string, unknown>): unknown;
  };
  export default gas;
}
