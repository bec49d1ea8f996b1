/** Words that say nothing about what a paper is about. */

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Words that hold an English sentence together; lower case, as written. */
export const stopWords: ReadonlySet<string> = words(`
  a about above across after again against all almost along already also although always among an and another any
  are around as at away be became because become been before behind being below between beyond both but by can
  cannot could did do does doing done down due during each either else enough etc even ever every few first for
  from further had has have having he hence her here him his how however if in indeed instead into is it its
  itself just last later latter least less let like made make makes making many may maybe me might more moreover
  most much must my namely near nearly neither never nevertheless next no nor not nothing now of off often on
  once one ones only onto or other others otherwise our ours ourselves out over own per perhaps quite rather
  really same second several she should since so some something sometimes soon still such than that the their
  theirs them themselves then there thereby therefore these they third this those though three through throughout
  thus to together too toward towards two under unlike until up upon us use used uses using usually very via was
  way ways we well were what when where whereas whether which while who whole whom whose why will with within
  without would yet you your four five i ii iii ie eg e.g. i.e. vs et al respectively aka
`);

/** Words that an abstract is made of, whatever its subject; lower case, as written. */
export const commonWords: ReadonlySet<string> = words(`
  abstract able achieve achieved achieves achieving address addresses addressing aim aims allow allowing allows
  analyze analysis approach approaches article available based better briefly
  code compare compared comparable comparison competitive conduct conducted consider considered considering
  consist consistent consistently consists contrast contribution contributions current currently datasets data
  demonstrate demonstrated demonstrates demonstrating describe described describes design designed develop
  developed developing different difficult directly discuss easily effective effectively effectiveness
  efficacy employ employed employing enable enables enabling ensure especially establish evaluate evaluated
  evaluation evaluations evidence examine example existing experiment experimental experimentally experiments
  explore explored extend extensive extensively facilitate finally find findings finding focus focuses
  following furthermore general generally given gives github good great greater growing handle help helps high higher
  highly https http huge idea identify illustrate impact implement implementation implemented important importantly
  improve improved improvement improvements improves improving include includes including increase increased
  increasing increasingly insight insights introduce introduced introduces introducing investigate investigated
  issue issues key known lack large larger largely lead leading leads leverage leverages leveraging limitation
  limitations limited low lower main mainly major method methods model models modern multiple name named need
  needed needs new notably novel number numerous observe observed obtain obtained offer offers open outperform
  outperformed outperforming outperforms overall overcome paper papers particular particularly perform performance
  performances performed performing performs poor popular possible potential potentially present presented
  presents previous previously prior problem problems produce promising proper propose proposed proposes proposing
  prove proven provide provided provides providing public publicly purpose range recent recently reduce reduced
  reduces reducing related release released rely relies remain remains report require required requires requiring
  research result resulting results reveal reveals review show showed showing shown shows significant significantly
  similar similarly simple simply situation small solution solutions solve solved solving specific specifically
  standard state studied studies study studying substantial substantially successfully suffer suggest suggests
  superior support supported supports take taken takes task tasks technique techniques term terms test tested tests
  typical typically understand understanding unique utilize utilized utilizing validate various verify wide
  widely work works www com org html cid quot amp
`);

/** What says something with a hyphen alone: "pre-training", "zero-shot". */
export const wordParts: ReadonlySet<string> = words(`
  anti bi co cross de ex free grained inter intra like mid mini non off post pre pro re self semi shot sub
  tuned un wise
`);
