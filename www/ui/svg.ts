// Pictures of the figures: drawn anew as a whole, in pixels of the page, so that words in them keep their size.

const NAMESPACE = 'http://www.w3.org/2000/svg';
type Attributes = Readonly<Record<string, string | number>>;

export function svg(tag: string, attributes: Attributes = {}, ...content: (Node | string)[]): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...content);
  return element;
}

/** The words beside a picture say what it shows. */
export function picture(className: string): SVGElement {
  return svg('svg', { class: className, 'aria-hidden': 'true' });
}

export function fill(root: SVGElement, width: number, height: number, ...content: Node[]) {
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('height', String(height));
  root.replaceChildren(...content);
}

/** Shows of its content what lies within the box; coordinates stay as they are outside. */
export const clipped = (x: number, y: number, width: number, height: number, ...content: Node[]) =>
  svg('svg', { x, y, width, height, viewBox: `${x} ${y} ${width || 1} ${height}` }, ...content);

export const label = (x: number, y: number, words: string, anchor = 'middle', className = 'tick') =>
  svg('text', { x, y, class: className, 'text-anchor': anchor }, words);

export const line = (x1: number, y1: number, x2: number, y2: number, className: string) =>
  svg('line', { x1, y1, x2, y2, class: className });

export const pathOf = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
