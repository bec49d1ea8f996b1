/**
 * Words that make papers alike a little but tell a reader nothing as the reason of it. A phrase is named
 * if one of its words is not among them.
 */
export const dullWords: ReadonlySet<string> = new Set(
  `acceptable accuracy accurate act actionable actively adaptive adjusting advanced aggregating aid
  annotated apis application approximated arbitrarily arbitrary area assessment assumption averaged
  aware backbone balance basis bypass calculation capability cast challenge changing cheap choice
  classical closest coherent combining complex complexity component composed comprehensive concise
  condition conflicting consideration constructing consumption content context contextual converting
  cost dataset decide decode deep deeper deployment derivation desired detail diagnose difference
  difficulty direct discipline discriminate discussion diverge diversity domain draw dynamic early
  effect efficiency efficient element elicit empirical end enhanced enhancing entry environment
  epoch equipment error example expanded explicit extending extracting extractor face factor failure
  fall far fast faster feasibility feature filtered fine fit five flexible footprint forced form
  formulation foundational fps framework full fully function functionality future gap generalization
  get global goal helpful holistic homogeneous horizontal ideal implication importance inconsistency
  incorporating information inner input instance integrated integrating integration interplay
  investigation joint lag learn learned learning level limit local locate located long mapping
  massive mechanism member merit middle minimal minimizing misaligned modification module motivation
  multi narrow natural neutral none normal notion number objective operation opportunity optimal
  order organized origin outcome output paired paradigm part path peak perceive perceived percentage
  perspective phase phenomena pipeline placing plausibility plus point prediction preprocessing
  prescribed pretrained principled procedure process processing program projected promoting property
  quality question rapid rate reaching react real realism realistic realizing reason recovering
  recurring reliability reliable rely repository representing reproduce reproducible reproducing
  resolved resource revealing rich robust robustness role safer sample saving scenario scene scheme
  scientific scratch secondary semantic semantically series set setting sharp short significance
  simulation single site size sized solid source space sparsely squared stage stand standing step
  storing strategy structure structured subset suite supervised synthetically system systematic
  target team time tool trade trainable trained training translated truly truth tuned type unified
  uniform updating user value variation varying verifying view weakness wider world worst written
  zero`
    .trim()
    .split(/\s+/),
);
