/** The reading list’s page before its script runs. */
export const title = 'Leseliste';
export const description =
  'Paper, die Sie sich gemerkt haben, mit Ihren Notizen, Schlagwörtern und Listen. Nur in Ihrem Browser.';
export const lead =
  'Nur in diesem Browser: kein Konto, und nichts davon wird irgendwohin geschickt. Um sie auf ein anderes Gerät mitzunehmen, exportieren Sie sie oder kopieren Sie ihren Link.';
export const needsScript =
  'Der Stern neben einem Paper legt es hierher, mit eigenen Notizen, Schlagwörtern und Listen. Dafür braucht es JavaScript, und das ist aus.';
