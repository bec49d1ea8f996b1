/** Control characters made visible. Pure. */

/** Control characters, which HTML cannot hold or nobody can see; tab and line feed are neither. */
// oxlint-disable-next-line no-control-regex
const controls = /[\0-\x08\x0b-\x1f\x7f]/g;

/** Control pictures: U+0000 is shown as U+2400, DEL as U+2421. */
const picture = (control: string): string =>
  String.fromCharCode(control === '\x7f' ? 0x2421 : 0x2400 + control.charCodeAt(0));

/** A text as HTML can hold it and a reader can see it: controls as pictures, half a surrogate pair as U+FFFD. */
export const withPictures = (text: string): string =>
  text.replaceAll(controls, picture).toWellFormed();
