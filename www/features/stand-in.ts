// A stand-in for the browser, for tests of what ends: its elements answer to anything, and what still listens is counted.

/** Every kind of element, and whatever else is asked for by name. */
class Anything {}

interface Listener {
  type: string;
  hear: unknown;
}

export class StandIn {
  readonly listeners = new Set<Listener>();
  readonly observers = new Set<object>();
  /** How often something of it was set. */
  writes = 0;
  private readonly frames: (() => void)[] = [];

  /** Puts it where the browser's own would be. */
  constructor(put: (name: string, value: unknown) => void) {
    const { observers, frames } = this;
    class Observer {
      observe() {
        observers.add(this);
      }
      disconnect() {
        observers.delete(this);
      }
    }
    for (const name of ELEMENTS) put(name, Anything);
    for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) put(name, Observer);
    for (const name of [
      'Path2D',
      'ImageData',
      'Image',
      'matchMedia',
      'getComputedStyle',
      'document',
      'location',
    ])
      put(name, this.anything());
    put('Text', class {});
    put('devicePixelRatio', 1);
    put('requestAnimationFrame', (work: () => void) => frames.push(work));
    put('cancelAnimationFrame', (frame: number) => {
      frames[frame - 1] = () => undefined;
    });
    put('addEventListener', this.listen);
  }

  element = () => this.anything() as HTMLElement;

  runFrames() {
    for (const work of this.frames.splice(0)) work();
  }

  private readonly listen = (type: string, hear: unknown, options?: { signal?: AbortSignal }) => {
    const listener = { type, hear };
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  };

  /** What it is asked for is such a thing too, and stays the same; as a number it is 0. */
  private anything(): unknown {
    const held = new Map<PropertyKey, unknown>([
      [Symbol.toPrimitive, () => 0],
      [Symbol.iterator, () => [].values()],
      ['then', undefined],
      ['addEventListener', this.listen],
    ]);
    held.set('querySelectorAll', () => [this.anything()]);
    return new Proxy(function thing() {}, {
      getPrototypeOf: () => Anything.prototype,
      has: () => true,
      get: (_, key) => {
        if (!held.has(key)) held.set(key, this.anything());
        return held.get(key);
      },
      set: (_, key, value) => {
        this.writes++;
        held.set(key, value);
        return true;
      },
      deleteProperty: (_, key) => held.delete(key) || true,
      apply: () => this.anything(),
      construct: () => this.anything() as object,
    });
  }
}

const ELEMENTS = [
  ...[
    'Node',
    'Element',
    'HTMLElement',
    'SVGElement',
    'HTMLDivElement',
    'HTMLDetailsElement',
    'HTMLDialogElement',
  ],
  ...['HTMLButtonElement', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLOptionElement', 'HTMLOutputElement'],
  ...[
    'HTMLFieldSetElement',
    'HTMLFormElement',
    'HTMLAnchorElement',
    'HTMLParagraphElement',
    'HTMLCanvasElement',
  ],
  ...[
    'HTMLTableElement',
    'HTMLTableSectionElement',
    'HTMLOListElement',
    'HTMLUListElement',
    'HTMLProgressElement',
  ],
  ...[
    'SVGSVGElement',
    'SVGPathElement',
    'SVGCircleElement',
    'SVGLineElement',
    'SVGRectElement',
    'SVGGElement',
  ],
];
