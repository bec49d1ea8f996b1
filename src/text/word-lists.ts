/** Words that say little of what a paper is about, each list for a reason of its own. Lower case, as written. */
import { stopWords } from './words.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words that hold an English sentence together. */
export const functionWords: ReadonlySet<string> = new Set([
  ...stopWords,
  ...list(`
  about above across after again against aka al all almost along already also although always am among another any
  around away became because become becomes before behind being below between beyond both cannot could did doing
  done down due during e.g. each eg either else enough et etc even ever every far few first five four further having
  he hence her here hers him his however i i.e. ie if ii iii indeed instead itself just last later latter least less
  let like made make makes making many may maybe me might more moreover most much must my namely near nearly neither
  never nevertheless next no nor not nothing now off often once one ones only onto other others otherwise ours
  ourselves out over own per perhaps quite rather really respectively s same second several she should since so some
  something sometimes soon still theirs themselves thereby therefore third though three throughout thus together too
  two under unlike until up upon us use used uses usually very vs way ways well whereas whether whole whom whose
  within without yet
  `),
]);

/** What every abstract says of itself. */
export const paperWords: ReadonlySet<string> = new Set(
  list(`
  achieve achieved achieves additionally approach approaches com demonstrate demonstrated demonstrates existing
  finally furthermore github http https introduce introduced introduces investigate investigates method methods new
  novel org paper present presented presents previous prior propose proposed proposes recent recently result results
  show showed shown shows significantly specifically studies study work www
  `),
);

/**
 * Words that an abstract is made of, whatever its subject: those above, more that were thought of, and, singular,
 * what was measured: of 25,000 abstracts from many fields at least 50 have each, mostly once, and titles hardly ever
 * (a third of how often titles have a word of their abstract).
 */
export const commonWords: ReadonlySet<string> = new Set([
  ...paperWords,
  ...list(`
  able abstract achieving address addresses addressing aim aims allow allowing allows amp analysis analyze article
  available based better briefly cid code comparable compare compared comparison competitive conduct conducted
  consider considered considering consist consistent consistently consists contrast contribution contributions
  current currently data datasets demonstrating describe described describes design designed develop developed
  developing different difficult directly discuss easily effective effectively effectiveness efficacy employ
  employed employing enable enables enabling ensure especially establish evaluate evaluated evaluation evaluations
  evidence examine example experiment experimental experimentally experiments explore explored extend extensive
  extensively facilitate find finding findings focus focuses following general generally given gives good great
  greater growing handle help helps high higher highly html huge idea identify illustrate impact implement
  implementation implemented important importantly improve improved improvement improvements improves improving
  include includes including increase increased increasing increasingly insight insights introducing investigated
  issue issues key known lack large largely larger lead leading leads leverage leverages leveraging limitation
  limitations limited low lower main mainly major model models modern multiple name named need needed needs notably
  number numerous observe observed obtain obtained offer offers open outperform outperformed outperforming
  outperforms overall overcome papers particular particularly perform performance performances performed performing
  performs poor popular possible potential potentially previously problem problems produce promising proper
  proposing prove proven provide provided provides providing public publicly purpose quot range reduce reduced
  reduces reducing related release released relies rely remain remains report require required requires requiring
  research resulting reveal reveals review showing significant similar similarly simple simply situation small
  solution solutions solve solved solving specific standard state studied studying substantial substantially
  successfully suffer suggest suggests superior support supported supports take taken takes task tasks technique
  techniques term terms test tested tests typical typically understand understanding unique utilize utilized
  utilizing validate various verify wide widely works
  `),
  ...list(`
  ability ablation absence absent absolute abundant accelerate acceptance accepted access accessibility accessible
  accommodate accompanied accomplish accomplished according accordingly account accounting accumulate accumulated
  accumulation accurately achievable acquire acquired acquiring acting activate actual actually adapt adaptability
  adaptable adapted adaptively add added adding addition additional addressed adequate adequately adhere adherence
  adjacent adjust adjusted admit adopt adopted adopting adoption advance advancement advantage advocate affect
  affected affecting aforementioned aggregate aggressive agree aimed aiming align alleviate allocate allowed alone
  alongside alter alternative ambiguous amount amplify analogous analyse analytically analyzed annotate anticipate
  apart apparent appealing appear applicability applicable applied apply applying approaching appropriate
  appropriately approximately architectural argue arise arising arrive art ask assess assessed assign assigned
  assigning associate associated assume assumed assuming attached attain attempt attempted attracted attractive
  augment automate automatically autonomously availability avenue average avoid avoiding baseline basic become
  becoming begin behave believe belong benchmarked beneficial benefit benefiting beside best billion biology blend
  boost breakthrough bridge bring brittle broad broader broadly build built burden bypassing calculate calculated
  calculating calibrate call called capable capture captured capturing careful carefully carried carry categorize
  categorized cause caused causing central certain challenged challenging changed characteristic characterize
  characterized choose choosing chosen cityscape clarify clarity classic classified classify clear clearly close
  closely closer coco collaboratively collect collected collecting collection collectively combination combine
  combined come commercial common commonly communicate compatibility compelling compensate compete competing
  competitor complement complementary complete completed completely complicate complicated compose comprehensively
  compress comprise comprising compromise compromising computationally compute computed concatenation concentrate
  concentrated concern concerning conclude conclusion concrete concretely concurrent concurrently conducting
  confident confined confirm confirmed confirming conjunction connect connected consecutive consequence consequently
  considerable considerably consisting constitute constrain constraining construct constructed consume consuming
  contain contained containing contemporary contextually continually continue continued continuously contrary
  contribute contributing conventional converge conversely convert converted convey cope core cornerstone correct
  correctly correctness correlate correspond corresponding costly counterpart couple cover covered covering crafted
  create created creating critical critically crucial crucially curate curated custom dangerous date deal dealing
  decade decline decoded decompose decouple decrease decreasing dedicated default deficiency define defined defining
  degrade degraded degrading degree deliver delivering demand demanding depend depending deploy deployed deploying
  derive derived deriving describing desirable despite detailed detect detected determine determined determining
  deviate devise differ differentiate differently discard discover discovered discussed disentangle disrupt distant
  distill distinct distinction distinctive distinguish distinguishing diverse divided dominant dominate dominated
  dramatically drastically drawback drawn drop dubbed dynamically earlier ease easier easy efficiently effort eight
  eliminate eliminating embed emerge emerged emerging emphasis emphasize emphasizing empirically emulate encode
  encoded encompass encompassing encounter encountered encourage encouraging enforce enforcing engage engineered
  enhance enjoy enrich ensuring entire entirely equal equally equip equipped equivalent erroneous essential
  essentially established establishing estimated evolve exactly examined exceed exceeding excel excellent
  exceptional excessive exchange exclusively execute executed executing exhaustive exhibit exhibited exhibiting
  exist existence expand expect expected expense expensive experienced experimentation expertise explain explained
  explicitly exploit exploited exponentially expose exposed express expressed expressiveness extension extent extra
  extract extracted extremely fabricated faced facilitating facing fail failed failing faithfully favor favorable
  favorably feasible featuring fed fewer fill final finer firstly fixed flexibility flexibly fluency fluent focused
  focusing follow followed formalism formalize formally formed former forming formulate formulated formulating
  foster found fraction fragmented freedom freely frequent frequently fundamental fundamentally fuse fused gain
  gained gaining gather generality generalizability generalize generate genuine give giving google govern governed
  governing gpus gradually greatly grow growth guaranteeing guide hallucinate handcrafted handled happen healthy
  heavily held highest highlight highlighted highlighting hinder hindered hindering hold holding hope hour hundred
  hypothesize identical identified ignore ignored ignoring ill illustrated immediate implementing implicitly imply
  impose imposed imposing impossible impractical impressive inability inaccuracy inaccurate inadequate included
  inclusion inconsistent incorporate incorporated incorporation incorrect incrementally incur incurring
  independently indicate indicating indispensable individually induce ineffective inefficiency inefficient
  inevitably inexpensive infeasible infer inferred influenced influencing inform informative ing ingredient inherent
  inherently inherit initial initialize initialized initially inject injected innovation innovative inserted
  inspiration instability instantiate insufficient insufficiently integrate intended intensive interact interest
  interested interesting interestingly interpret interpreted intractable intricate intrinsically introduction
  intuition intuitive intuitively involve involved involving irrelevant isolate isolated isolation iteratively
  jointly justification justify keep keeping kind kitti labor lacking largest lastly latest lay learnt leave leaving
  led leveraged likely limiting linked literature little localize longer lose lot lowest ly magnitude mainstream
  maintain maintained maintaining majority manage manifest manipulate manner manual manually mapped markedly match
  matched mathematically maximize meaningful meanwhile measurable measured medium merely meter methodology mild
  mimic minimize minor minute mismatch miss missed mistral mitigate mnist modeled moderate modest modified modify
  modifying modulate month mostly motivate motivated motivating move mutually naive naturally nature navigate nearby
  necessarily necessary necessitate necessitating necessity neglect neglecting negligible neighboring newly nine
  nonetheless notable nuanced numerical numerically nvidia observing obtaining occur offered offering office
  official ongoing opaque operate operating operationalize opposed opposite optimally optimize optimum optional
  organize original originally outline outside outstanding overfitting overhead overlap overlook overlooked
  overlooking overly oversight owing pairing par paramount partly pascal past paving penalize period permit persist
  phantom phenomenon pivotal placed plausible poorly popularity portion posed posing possess possibility possibly
  powerful practical practicality practically practice practitioner precise precisely predefined predict predicted
  predominantly preferred prerequisite presenting preserve prevailing prevalent prevent preventing primarily primary
  principle priori prioritize problematic proceed processed produced producing progress progressively prohibitive
  prohibitively project projecting proliferation prominent promise promote prone pronounced propagate properly
  proprietary protect proved publication published purely put qualitative qualitatively quantified quantify
  quantitative quantitatively quantity quickly raise raising randomly ranging ranked rapidly rarely reach reached
  readily realize realized reasonable receive received recognize recognized reconstruct reconstructed recorded
  recover recovered recursively refer referred refine refined reflect reflected reflecting reformulate regard
  regarded regarding regardless regress regularize regulate reject relate relatively relevant reliably reliance
  relied relying remaining remarkable remarkably remedy remove removed removing render rendered repeated repeatedly
  repetitive replace replaced replacement replacing replicate reported represent representative represented
  requirement researcher resemble resolve respect respective respond rest restore restrict restricted restricting
  restrictive retain retained retaining retraining retrieve retrieving return revealed revisit revolutionized richer
  richness rigorous rigorously rise robustly roughly routine run sacrificing safely sampled satisfactory satisfied
  satisfy satisfying save scalability scarce scarcity scope seamlessly secondly seek seem seen segmented select
  selected selecting selectively separate separated separately sequentially serious serve serving setup seven severe
  severely shallow share sharply shed shelf shortcoming shorter showcase showcasing simpler simplicity simplified
  simplify simulate simulated simultaneously six slightly smaller smoothly solely sonnet sophisticated sourced
  spanning special specialized specially specified specify specifying speedup spread stabilize standalone
  standardized start starting statistically stem store stored straightforward strategically strength strengthen
  strict strictly striking strong stronger strongest strongly structurally struggle suboptimal subsequent
  subsequently subtle succeed success successful sufficient sufficiently suggested suggesting suitability suitable
  suited summarize superiority supervise supplementary supporting suppress suppressing surpass surpassing surprising
  surprisingly surrounding susceptible synchronized synthesize synthesized systematically tackle tailored taking
  targeting technological technology tedious ten tend tendency termed thank theoretical theoretically thorough
  thoroughly thousand throughput timely tion today total tractable traditional traditionally train transferred
  transformed translate traverse treat treated treating trend trivial true tune ubiquitous ultimately unable
  unavailable unchanged unclear uncover underexplored underlying undermine underperform underrepresented underscore
  underscoring understood undesirable unexpected unexplored unfortunately uniformly unify uniquely unnecessary
  unobserved unprecedented unpredictable unrelated unreliable unstable updated urgent usability usage useful
  usefulness usual utilization valid validated validating validity valuable vanilla variability variant varied
  variety vary vast verified versatility version viability viable viewed viewing visit visualize vital voc
  vulnerable weaker website whenever whereby wherein widespread worldwide worse year yield yielded yielding
  `),
]);

/** What says something with a hyphen alone: "pre-training", "zero-shot". */
export const wordParts: ReadonlySet<string> = new Set(
  list(`
  anti bi co cross de ex free grained inter intra like mid mini non off post pre pro re self semi shot sub tuned un
  wise
  `),
);

/**
 * Words that make papers alike a little but tell a reader nothing as the reason of it. A phrase is named
 * if one of its words is not among them.
 */
export const dullWords: ReadonlySet<string> = new Set(
  list(`
  acceptable accuracy accurate act actionable actively adaptive adjusting advanced aggregating aid annotated apis
  application approximated arbitrarily arbitrary area assessment assumption averaged aware backbone balance basis
  bypass calculation capability cast challenge changing cheap choice classical closest coherent combining complex
  complexity component composed comprehensive concise condition conflicting consideration constructing consumption
  content context contextual converting cost dataset decide decode deep deeper deployment derivation desired detail
  diagnose difference difficulty direct discipline discriminate discussion diverge diversity domain draw dynamic
  early effect efficiency efficient element elicit empirical end enhanced enhancing entry environment epoch
  equipment error example expanded explicit extending extracting extractor face factor failure fall far fast faster
  feasibility feature filtered fine fit five flexible footprint forced form formulation foundational fps framework
  full fully function functionality future gap generalization get global goal helpful holistic homogeneous
  horizontal ideal implication importance inconsistency incorporating information inner input instance integrated
  integrating integration interplay investigation joint lag learn learned learning level limit local locate located
  long mapping massive mechanism member merit middle minimal minimizing misaligned modification module motivation
  multi narrow natural neutral none normal notion number objective operation opportunity optimal order organized
  origin outcome output paired paradigm part path peak perceive perceived percentage perspective phase phenomena
  pipeline placing plausibility plus point prediction preprocessing prescribed pretrained principled procedure
  process processing program projected promoting property quality question rapid rate reaching react real realism
  realistic realizing reason recovering recurring reliability reliable rely repository representing reproduce
  reproducible reproducing resolved resource revealing rich robust robustness role safer sample saving scenario
  scene scheme scientific scratch secondary semantic semantically series set setting sharp short significance
  simulation single site size sized solid source space sparsely squared stage stand standing step storing strategy
  structure structured subset suite supervised synthetically system systematic target team time tool trade trainable
  trained training translated truly truth tuned type unified uniform updating user value variation varying verifying
  view weakness wider world worst written zero
  `),
);
