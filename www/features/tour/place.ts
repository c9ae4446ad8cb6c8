// Where the box stands: on the first side of its element with room for it, else at the window's foot.

/** Pixels between the two, where the arrow is, and to the window's edge. */
const GAP = 14;
const EDGE = 8;

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Placed {
  side: 'below' | 'above' | 'right' | 'left' | 'foot';
  left: number;
  top: number;
  /** Where along its edge the arrow is, in pixels. */
  arrow: number;
}

type Size = readonly [number, number];

export function placed(target: Rect, [width, height]: Size, [across, down]: Size): Placed {
  const middle = { x: target.left + target.width / 2, y: target.top + target.height / 2 };
  const inside = (at: number, size: number, room: number) =>
    Math.max(EDGE, Math.min(at - size / 2, room - size - EDGE));
  const left = inside(middle.x, width, across);
  const top = inside(middle.y, height, down);
  const sides = {
    below: { left, top: target.top + target.height + GAP, arrow: middle.x - left },
    above: { left, top: target.top - GAP - height, arrow: middle.x - left },
    right: { left: target.left + target.width + GAP, top, arrow: middle.y - top },
    left: { left: target.left - GAP - width, top, arrow: middle.y - top },
  };
  for (const [side, place] of Object.entries(sides)) {
    const fits =
      place.left >= 0 && place.left + width <= across && place.top >= 0 && place.top + height <= down;
    if (fits) return { side: side as keyof typeof sides, ...place };
  }
  return { side: 'foot', left, top: down - height - EDGE, arrow: 0 };
}

export function placeBeside(box: HTMLElement, target: HTMLElement) {
  const { clientWidth, clientHeight } = document.documentElement;
  const size = [box.offsetWidth, box.offsetHeight] as const;
  const { side, left, top, arrow } = placed(target.getBoundingClientRect(), size, [
    clientWidth,
    clientHeight,
  ]);
  box.dataset.side = side;
  box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  box.style.setProperty('--arrow', `${Math.round(arrow)}px`);
}
