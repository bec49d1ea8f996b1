/** Set for a build that is to make everything anew. */
export const cleanVariable = 'OFFPRINT_CLEAN';

/** Whether this process is to take nothing over from earlier ones. */
export const isClean = (): boolean => Boolean(process.env[cleanVariable]);
