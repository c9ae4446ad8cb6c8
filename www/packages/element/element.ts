// `<latent-explorer src model z controls>`: its attributes, properties and events.

import { signal as signalOf } from '@preact/signals-core';
import { latest } from '../../app/async/latest';
import { isImage } from '../../engine/data/spec';
import { failureOf, failureWords } from '../../engine/failure/failure';
import { watch } from '../../ui/lifetime';
import { Model } from '../engine/model';
import { addressOf } from './address';
import type { State } from './state';
import { furnish, mount } from './view';
import { wordsAt } from './words';
import { numbersIn, writtenNumbers } from './z';

/** Of the event `latentchange`: another point is shown, whoever moved it. */
export interface Explored {
  readonly z: readonly number[];
  /** Decoded from there: grey bytes, 255 is ink. */
  readonly image: Uint8Array;
}

const ATTRIBUTES = ['src', 'model', 'z', 'controls'] as const;

export class LatentExplorer extends HTMLElement {
  static readonly observedAttributes = [...ATTRIBUTES, 'lang'];

  private readonly state = {
    model: signalOf<Model | undefined>(undefined),
    z: signalOf<readonly number[]>([]),
    image: signalOf<Uint8Array | undefined>(undefined),
    controls: signalOf(false),
    problem: signalOf<string | undefined>(undefined),
    words: signalOf(wordsAt(this)),
  } satisfies State;
  /** What is to be opened: another array for another attempt. */
  private readonly source = signalOf<readonly [src: string | null, model: string | null]>([null, null]);
  private readonly root = this.attachShadow({ mode: 'open' });
  private life: AbortController | undefined;

  constructor() {
    super();
    furnish(this.root);
  }

  /** A model's file, or a folder of models, which ends in `/`. Without it, the model that comes with this script. */
  get src(): string | null {
    return this.getAttribute('src');
  }
  set src(src: string | null) {
    this.reflect('src', src);
  }

  /** Which one of the folder: `mnist-2d`, unless it is said. */
  get model(): string | null {
    return this.getAttribute('model');
  }
  set model(model: string | null) {
    this.reflect('model', model);
  }

  /** The point that is shown, a number for each latent dimension. */
  get z(): readonly number[] {
    return this.state.z.peek();
  }
  set z(z: readonly number[]) {
    this.move(z);
  }

  /** Whether there is a slider for each latent dimension. */
  get controls(): boolean {
    return this.hasAttribute('controls');
  }
  set controls(controls: boolean) {
    this.toggleAttribute('controls', controls);
  }

  connectedCallback() {
    this.takeEarly();
    this.state.words.value = wordsAt(this);
    this.source.value = [this.src, this.model];
    this.life = new AbortController();
    const { signal } = this.life;
    watch(signal, () => this.open(...this.source.value));
    this.decode(signal);
    const move = (z: readonly number[]) => this.move(z);
    mount({ root: this.root, state: this.state, signal, move, tryAgain: () => this.tryAgain() });
  }

  disconnectedCallback() {
    this.life?.abort();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before === now) return;
    // Both may change: one model is opened for both.
    if (name === 'src' || name === 'model') queueMicrotask(() => this.seek());
    if (name === 'controls') this.state.controls.value = now !== null;
    if (name === 'lang') this.state.words.value = wordsAt(this);
    // What is written there of the point that is shown is shorter than it.
    if (name === 'z' && now !== writtenNumbers(this.z)) this.move(numbersIn(now ?? ''));
  }

  private reflect(name: string, value: string | null) {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Properties that a page has set before the element was defined. */
  private takeEarly() {
    for (const name of ATTRIBUTES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  private move(z: readonly number[]) {
    const size = this.state.model.peek()?.latentSize ?? z.length;
    const fitting = Array.from({ length: size }, (_, index) => {
      const value = Number(z[index]);
      return Number.isFinite(value) ? value : 0;
    });
    if (fitting.join() === this.z.join()) return;
    this.state.z.value = fitting;
    this.setAttribute('z', writtenNumbers(fitting));
  }

  private seek() {
    const [src, model] = this.source.peek();
    if (src !== this.src || model !== this.model) this.tryAgain();
  }

  /** What ends it. */
  private open(src: string | null, name: string | null) {
    const { model, problem, words } = this.state;
    const ending = new AbortController();
    problem.value = undefined;
    const failed = (error: unknown) => {
      if (!ending.signal.aborted) this.fail(error);
    };
    const shown = (opened: Model) => {
      ending.signal.addEventListener('abort', () => opened.close());
      if (ending.signal.aborted) return opened.close();
      if (!isImage(opened.summary.data)) return failed(new Error(words.peek().ofItems));
      model.value = opened;
      this.move(this.z);
      this.dispatchEvent(new CustomEvent('load', { detail: opened.summary }));
    };
    const address = addressOf(src, name);
    if (address) Model.open(address).then(shown).catch(failed);
    else failed(new Error(words.peek().noFolder(name ?? '')));
    return () => {
      ending.abort();
      model.value = undefined;
    };
  }

  private tryAgain() {
    this.source.value = [this.src, this.model];
  }

  private fail(error: unknown) {
    const message = failureWords(failureOf(error), this.state.words.peek().problems);
    this.state.problem.value = message;
    this.dispatchEvent(new ErrorEvent('error', { error, message }));
  }

  /** Of the points that come while one is decoded, the newest is next. */
  private decode(signal: AbortSignal) {
    const { model, z, image } = this.state;
    const deliver = (decoded: Uint8Array, of: Model, point: readonly number[]) => {
      if (of !== model.peek()) return;
      image.value = decoded;
      const detail: Explored = { z: point, image: decoded };
      this.dispatchEvent(new CustomEvent('latentchange', { detail, bubbles: true, composed: true }));
    };
    const answer = (of: Model, point: readonly number[]) =>
      of.decode(point).catch((error: unknown) => {
        // One that has been closed meanwhile owes nothing.
        if (of === model.peek()) this.fail(error);
        throw error;
      });
    const ask = latest(answer, deliver, () => undefined);
    watch(signal, () => {
      const [of, point] = [model.value, z.value];
      if (of && point.length === of.latentSize) ask(of, point);
    });
  }
}
