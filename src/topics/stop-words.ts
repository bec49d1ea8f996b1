/**
 * Words that say nothing of what a paper is about: English function words, and what every abstract says of
 * itself. No proposal begins or ends with one of them. Words of other languages need no list: what is in
 * every paper sets none apart.
 */
const list = `
a about above across after again against all almost along also although always am among an and another any
are around as at be became because become becomes been before behind being below between both but by can
cannot could did do does doing done down due during each either else enough etc even ever every far few for
from further had has have having he hence her here hers him his how however i if in indeed instead into is it
its itself just least less let like made mainly make makes making many may me might more moreover most much
must my namely neither never nevertheless no nor not now of off often on once one only onto or other others
otherwise our ours ourselves out over own per perhaps quite rather s same several she should since so some
still such than that the their them themselves then there thereby therefore these they this those though
three through throughout thus to together too toward towards two under until up upon us use used uses using
very via was we well were what when where whereas whether which while who whole whom whose why will with
within without would yet you your first second third
paper propose proposed proposes present presented presents show shows shown showed demonstrate demonstrates
demonstrated introduce introduces introduced achieve achieves achieved result results approach approaches
method methods novel new work study studies investigate investigates existing previous prior recent recently
furthermore additionally specifically finally respectively significantly state-of-the-art et al eg ie https
http com org www github`;

/** Reduced as `Word.key` is not: compared with `Word.folded`. */
export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter(Boolean));
