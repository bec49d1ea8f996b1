/** Words that join others and say nothing themselves: not searched for where others are. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can do does for from had has have how in into is it its of on or our such than
  that the their them then there these they this those through to toward towards using via was we were what when
  where which while who why will with would you your`.split(/\s+/),
);
