/** The home page. */
export const searchPapers = (papers: string): string => `Search ${papers}`;
export const try_ = 'Try';
export const latest = 'The latest digest';
export const allOfDigest = (papers: string): string => `All ${papers} of this digest`;
export const thisDigest = 'This digest';
export const allDigests = (digests: string): string => `All ${digests}`;
export const nothing = 'Nothing yet';
/** @param folder where digests are put, as HTML */
export const empty = (folder: string): string =>
  `The archive is empty. Put a digest into ${folder} and its papers appear here.`;
export const inArchive = 'In the archive';
export const earlier = 'Earlier digests';
export const calendar = 'Calendar of all digests';
export const mapOf = (papers: string): string => `Map of ${papers}`;
export const nearness = 'Papers about similar things lie close together';
