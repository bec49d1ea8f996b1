/** The map’s page. */
export const description = (papers: string): string =>
  `The archive as a map: ${papers}, similar ones close together.`;
export const lead =
  'Each dot is a paper. Papers about similar things lie close together; colour shows the region that a paper lies in. Only nearness means something – up, down, left and right do not.';
export const noPapers = 'The archive has no papers yet.';
export const mapOf = (papers: string): string => `Map of ${papers}`;
export const help = {
  mouse:
    'A click selects a paper, a second opens it. Drag to move; Ctrl + scroll (or + and −) to zoom; 0 resets.',
  touch: 'Pinch to zoom, then drag to move. Tap a dot to select it, tap again to open it.',
  keyboard: 'Arrow keys step from paper to paper, Enter opens; Shift and arrows move the map.',
};
export const zoomIn = 'Zoom in';
export const zoomOut = 'Zoom out';
export const whole = 'Show the whole map';
export const sample = 'Without script, and on paper, the picture shows a sample of the papers.';
export const legend = 'Legend';
export const regions = 'Regions';
export const clear = 'Clear selection';
export const toList = (name: string, count: string): string => `${name}: ${count}, to its list`;
export const toTopic = (label: string, count: string): string =>
  `${label}: ${count}, to the topic’s page`;
export const asList = 'The map as a list';
export const everyPaper = 'Every paper by region; B5 is the square on the map.';
export const centres = 'Regions with the papers at their centre; B5 is the square on the map.';
export const ofAll = (count: string, all: string): string => `${count} of ${all}`;
/** A region that no topic names. */
export const otherPapers = 'Other papers';
