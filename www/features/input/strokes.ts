// Smooth strokes: curves through the midpoints of what the pointer reported.

/** The pad's side, in its own units. */
export const PAD = 280;
/** An eraser is so much wider than the pen. */
const ERASER = 2;
/** A line begins anew where its width has changed by more than this share. */
const SAME_WIDTH = 0.06;

type Point = readonly [number, number];

/** How far apart the points are by which a line is reckoned, in units of the pad, and how far beside the curve. */
const APART = 1;
const BESIDE = 0.1;

interface Line {
  path: Path2D;
  /** Along it, x and y in turn. */
  points: number[];
  width: number;
}

/** A stroke of one width is one line; a pen's pressure makes more of them. */
export interface Stroke {
  erases: boolean;
  /** As #rrggbb, for data in colour; without it, black. A stroke without a line is the pad's ground from then on. */
  colour?: string;
  lines: Line[];
  /** Where the curve ends, and the last that was reported, half a move further. */
  end: Point;
  last: Point;
}

/** A tip of this width, on the pad. */
export interface Tip {
  width: number;
  erases: boolean;
  colour?: string;
}

export function startStroke(x: number, y: number, { width, ...tip }: Tip): Stroke {
  const path = new Path2D();
  path.moveTo(x, y);
  // A dot: a line of no length has no caps everywhere.
  path.lineTo(x + 0.01, y);
  const line = { path, points: [x, y], width: width * (tip.erases ? ERASER : 1) };
  return { ...tip, lines: [line], end: [x, y], last: [x, y] };
}

export function continueStroke(stroke: Stroke, x: number, y: number, width: number) {
  const [fromX, fromY] = stroke.last;
  const middle = [(fromX + x) / 2, (fromY + y) / 2] as const;
  const wide = width * (stroke.erases ? ERASER : 1);
  let line = stroke.lines.at(-1);
  if (!line || Math.abs(wide / line.width - 1) > SAME_WIDTH) {
    line = { path: new Path2D(), points: [...stroke.end], width: wide };
    line.path.moveTo(...stroke.end);
    stroke.lines.push(line);
  }
  line.path.quadraticCurveTo(fromX, fromY, ...middle);
  follow(line.points, stroke.end, stroke.last, middle);
  stroke.end = middle;
  stroke.last = [x, y];
}

/** Points along a curve that is drawn from one to another, towards a third. */
function follow(points: number[], [fromX, fromY]: Point, [byX, byY]: Point, [toX, toY]: Point) {
  const bend = Math.hypot(fromX - 2 * byX + toX, fromY - 2 * byY + toY);
  const count = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * BESIDE))));
  for (let index = 1; index <= count; index++) {
    const part = index / count;
    const [from, by, to] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
    extend(points, from * fromX + by * byX + to * toX, from * fromY + by * byY + to * toY);
  }
}

/** The last one is where the line ends; it gives way to the next one where it is as good as the one before it. */
function extend(points: number[], x: number, y: number) {
  const [beforeX, beforeY, lastX, lastY] = points.slice(-4);
  const isClose =
    lastX !== undefined &&
    lastY !== undefined &&
    Math.hypot(lastX - (beforeX ?? 0), lastY - (beforeY ?? 0)) < APART;
  if (isClose) points.splice(-2);
  points.push(x, y);
}

/** Draws strokes, and nothing else, over the whole of a square canvas: all in one colour, or each in its own. */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  colour: string | undefined,
) {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.scale(width / PAD, height / PAD);
  context.lineCap = context.lineJoin = 'round';
  for (const { lines, erases, colour: own = '#000' } of strokes) {
    context.strokeStyle = colour ?? own;
    context.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
    for (const { path, width } of lines) {
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}
