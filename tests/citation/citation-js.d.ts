/** What the tests use of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  /** Items of CSL-JSON. */
  export type CslData = Readonly<Record<string, unknown>>;
  export const plugins: {
    readonly input: { chain(data: string, options?: { forceType?: string }): CslData[] };
    readonly output: {
      format(
        name: string,
        data: readonly CslData[],
        options: Readonly<Record<string, unknown>>,
      ): string;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
