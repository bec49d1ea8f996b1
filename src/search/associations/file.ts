/** The table that comes with Offprint, from the project's folder; `npm run learn-words` writes it. */
export const associationsFile = 'src/search/associations/words.txt.gz';
