/** Topics: the files that describe them, the rules that give them to papers, and how good these are. */
export { assignTopics, type Classifier, type TopicMatch, compileTopics } from './classifier.ts';
export { familiesBy, familiesOf, type FamilyOf, mostSpecific } from './families.ts';
export { type Draft, draftTopics } from './drafts.ts';
export { type FromSet, type TopicFiles, listTopicFiles, readTopicFiles } from './files.ts';
export { type Matched, type SampleQuality, matchLabels } from './labelled.ts';
export { parseLabels } from './labels.ts';
export { parseTopicFile } from './parse.ts';
export { type ProposedTerm } from './propose.ts';
export { type Agreement } from './quality.ts';
export {
  type MisleadingTerm,
  type NearMissReport,
  type TermReport,
  type TopicReport,
  type TopicsReport,
  reportTopics,
} from './topics-report.ts';
export { type ReviewedPaper, reviewTopics } from './review.ts';
export { topicSchema, type TopicRules } from './schema.ts';
export { Phrases, termProblem } from './phrases.ts';
export { type PaperText } from './weighing.ts';
export { wordsOf } from './words.ts';
