// Smooth strokes: curves through the midpoints of what the pointer reported.

/** The pad's side, in its own units. */
export const PAD = 280;
/** An eraser is so much wider than the pen. */
const ERASER = 2;
/** A line begins anew where its width has changed by more than this share. */
const SAME_WIDTH = 0.06;

interface Line {
  path: Path2D;
  width: number;
}

/** A stroke of one width is one line; a pen's pressure makes more of them. */
export interface Stroke {
  erases: boolean;
  lines: Line[];
  /** Where the curve ends, and the last that was reported, half a move further. */
  end: readonly [number, number];
  last: readonly [number, number];
}

/** A tip of this width, on the pad. */
export interface Tip {
  width: number;
  erases: boolean;
}

export function startStroke(x: number, y: number, { width, erases }: Tip): Stroke {
  const path = new Path2D();
  path.moveTo(x, y);
  // A dot: a line of no length has no caps everywhere.
  path.lineTo(x + 0.01, y);
  return { erases, lines: [{ path, width: width * (erases ? ERASER : 1) }], end: [x, y], last: [x, y] };
}

export function continueStroke(stroke: Stroke, x: number, y: number, width: number) {
  const [fromX, fromY] = stroke.last;
  const middle = [(fromX + x) / 2, (fromY + y) / 2] as const;
  const wide = width * (stroke.erases ? ERASER : 1);
  let line = stroke.lines.at(-1);
  if (!line || Math.abs(wide / line.width - 1) > SAME_WIDTH) {
    line = { path: new Path2D(), width: wide };
    line.path.moveTo(...stroke.end);
    stroke.lines.push(line);
  }
  line.path.quadraticCurveTo(fromX, fromY, ...middle);
  stroke.end = middle;
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
  for (const { lines, erases } of strokes) {
    context.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
    for (const { path, width } of lines) {
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}
