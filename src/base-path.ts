/** A base path as addresses begin with it: `repo` and `/repo` are `/repo/`. */
export const withSlashes = (base: string): string => `/${base}/`.replaceAll(/\/{2,}/g, '/');
