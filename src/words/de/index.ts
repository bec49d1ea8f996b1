/** All words of the language, for the compiler and tests: pages and scripts import the files one by one. */
export * as charts from './charts.ts';
export * as common from './common.ts';
export * as everywhere from './everywhere.ts';
export * as frame from './frame.ts';
export * as keys from './keys.ts';
export * as listTools from './list-tools.ts';
export * as lists from './lists.ts';
export * as locale from './locale.ts';
