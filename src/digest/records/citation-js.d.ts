/** The part of Citation.js that is used here; the packages carry no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads `data` as the given type of input. @throws on syntax errors */
      data(data: unknown, type: string): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
