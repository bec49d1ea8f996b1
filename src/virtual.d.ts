/** Modules that src/site/integration.ts makes while building. */
declare module 'virtual:offprint/site' {
  /** The archive's settings, from its `site.yaml`. */
  export const site: import('./site/schema.ts').Site;
  /** Tag of the language that the pages' own words are in: the settings', where the interface has it. */
  export const language: string;
  /** Size of the logo in pixels, so that nothing moves when it comes; undefined where there is none, or it says none. */
  export const logoSize: { readonly width: number; readonly height: number } | undefined;
  /** The drawing that is the favicon, as SVG; undefined where it is none. */
  export const favicon: string | undefined;
  /** Path of the owner's style sheet below the site's address; undefined where there is none. */
  export const theme: string | undefined;
}
