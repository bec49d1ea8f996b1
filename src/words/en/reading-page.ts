/** The reading list’s page before its script runs. */
export const title = 'Reading list';
export const description =
  'Papers you have starred, with your notes, tags and lists. Kept in your browser alone.';
export const lead =
  'Kept in this browser alone: no account, and nothing of it is sent anywhere. To take it to another device, export it or copy its link.';
export const needsScript =
  'The star beside a paper puts it here, with notes, tags and lists of your own. That needs JavaScript, which is off.';
