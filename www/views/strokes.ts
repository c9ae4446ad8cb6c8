// Smooth strokes: curves through the midpoints of what the pointer reported.

/** The pad's side, in its own units. */
export const PAD = 280;
/** About two pixels once a digit is scaled as MNIST was. */
const WIDTH = 22;
const ERASER_WIDTH = 44;

export interface Stroke {
  erases: boolean;
  path: Path2D;
  last: readonly [number, number];
}

export function startStroke(x: number, y: number, erases: boolean): Stroke {
  const path = new Path2D();
  path.moveTo(x, y);
  // A dot: a line of no length has no caps everywhere.
  path.lineTo(x + 0.01, y);
  return { erases, path, last: [x, y] };
}

export function continueStroke(stroke: Stroke, x: number, y: number) {
  const [fromX, fromY] = stroke.last;
  stroke.path.quadraticCurveTo(fromX, fromY, (fromX + x) / 2, (fromY + y) / 2);
  stroke.last = [x, y];
}

/** Draws strokes, and nothing else, over the whole of a square canvas. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[], colour: string) {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.scale(width / PAD, height / PAD);
  context.lineCap = context.lineJoin = 'round';
  context.strokeStyle = colour;
  for (const { path, erases } of strokes) {
    context.lineWidth = erases ? ERASER_WIDTH : WIDTH;
    context.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
    context.stroke(path);
  }
}
