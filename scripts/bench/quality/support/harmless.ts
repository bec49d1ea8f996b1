/** What pages use although a browser of two years ago lacks it, and why its readers miss nothing that they need. */
import type { Feature } from './compat.ts';

export const harmless: Readonly<Record<Feature, string>> = {
  'api.CSS.highlights_static':
    'asked for first; without it, found words and corrections are not lit',
  'api.Highlight': 'asked for first, with CSS.highlights',
  'api.TouchList': 'asked for first; where it is missing there is no touch',
  'api.TouchList.length': 'as TouchList',
  'api.Window.devicePixelRatio':
    'Safari does not change it when a page is zoomed: the map is a little less sharp',
  'css.at-rules.view-transition': 'a page comes at once instead of fading in',
  'css.at-rules.view-transition.navigation': 'as view-transition',
  'css.properties.accent-color': 'boxes and bars have the browser’s own colour',
  'css.properties.break-before.avoid': 'in print topics may stand first in a column',
  'css.properties.break-after.avoid': 'in print a heading may stand last on a page',
  'css.properties.cursor.grab': 'iOS has no pointer of its own',
  'css.properties.cursor.grabbing': 'iOS has no pointer of its own',
  'css.properties.cursor.pointer': 'iOS has no pointer of its own',
  'css.properties.field-sizing': 'the field keeps its lines and can be scrolled',
  'css.properties.field-sizing.content': 'as field-sizing',
  'css.properties.font-family.math': 'the browser’s own choice for formulas',
  'css.properties.forced-color-adjust': 'Safari has no forced colours',
  'css.properties.forced-color-adjust.none': 'Safari has no forced colours',
  'css.properties.orphans': 'in print a paragraph may leave one line behind',
  'css.properties.print-color-adjust': 'Chrome knows it with its prefix, which stands beside it',
  'css.properties.print-color-adjust.exact': 'as print-color-adjust',
  'css.properties.resize': 'phones have no handle; the field can be scrolled',
  'css.properties.resize.vertical': 'as resize',
  'css.properties.scrollbar-width': 'a scroll bar is seen',
  'css.properties.scrollbar-width.none': 'a scroll bar is seen',
  'css.properties.text-decoration.dotted':
    'Safari knows it with its prefix, which stands beside it',
  'css.properties.text-decoration.includes_color-and-style': 'as dotted',
  'css.properties.text-size-adjust':
    'iOS knows it with its prefix, which stands beside it; others do not inflate text',
  'css.properties.text-size-adjust.none': 'as text-size-adjust',
  'css.properties.text-wrap.pretty': 'lines break as they always did',
  'css.properties.user-select': 'Safari knows it with its prefix, which stands beside it',
  'css.properties.widows': 'in print a paragraph may take one line along',
  'css.selectors.highlight': 'as CSS.highlights; a rule of its own',
  'css.selectors.marker':
    'Safari lets markers have colour and font, which is all that is asked for',
  'html.elements.link.rel.icon': 'iOS shows no icon in tabs',
  'html.elements.link.rel.manifest': 'Firefox on desktops puts no site among the apps',
  'html.global_attributes.autocapitalize': 'it is for keyboards on screens',
};
