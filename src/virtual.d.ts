/** Modules that src/site/integration.ts makes while building. */
declare module 'virtual:offprint/site' {
  /** The archive's settings, from its `site.yaml`. */
  export const site: import('./site/schema.ts').Site;
}
