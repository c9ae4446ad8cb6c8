// The explorer as the page reaches it, for tests: the worker's own session, and messages that come through when a test lets them.

import { askedOf, type ExplorerClient } from '../../engine/clients/explorer';
import { type Areas, answer } from '../../engine/explorer/answer';
import type { OfModel } from '../../engine/explorer/questions';
import type { Session } from '../../engine/explorer/session';
import { type FakeModel, openSession } from '../../engine/explorer/testing';
import type { ExplorerEvent, Loaded, Snapshot } from '../../engine/protocol';

/** What a model answers: its own bytes, and what it was asked from. */
export interface Told {
  source: number;
  latentSize: number;
  step: number;
  from: number;
}

export const FAILURE = 'The question failed.';

/** Lets something through; as a failure, where it can fail. */
type Passage = (fails: boolean) => void;
type Remote = Parameters<Parameters<ExplorerClient['load']>[0]>[0];
type Client = Pick<ExplorerClient, 'askOf' | 'load' | 'receive' | 'onEvent'>;

export class FakeExplorer implements Client {
  onEvent: (event: ExplorerEvent) => Promise<void> = async () => undefined;
  readonly opened: Promise<Loaded>;
  session: Session | undefined;
  /** Each in its order: from the page, back to it, from the trainer, and what is told of its snapshots. */
  private readonly requests: Passage[] = [];
  private readonly replies: Passage[] = [];
  private readonly snapshots: Passage[] = [];
  private readonly events: Passage[] = [];
  /** Questions that are worked at: they end in any order. */
  private readonly work: Passage[] = [];

  constructor(shipped: Uint8Array) {
    this.opened = openSession(shipped, (event) => this.tell(event)).then(({ session, loaded }) => {
      this.session = session;
      return loaded;
    });
  }

  askOf: Client['askOf'] = (version, question) => {
    const remote = {
      answer: (...asked: Parameters<Remote['answer']>) => this.call(() => this.answer(...asked)),
    };
    return question(askedOf<OfModel>(remote as Remote, version));
  };

  load: Client['load'] = (change) => {
    type Method = (...given: unknown[]) => Promise<unknown>;
    const method =
      (name: string): Method =>
      (...given) =>
        this.call(() => (this.worker as unknown as Record<string, Method>)[name]?.(...given));
    return change(new Proxy({}, { get: (_, name: string) => method(name) }) as Remote);
  };

  async receive(run: number) {
    await this.call(() => this.worker.begin(run));
  }

  /** The trainer hands on a snapshot, and waits until the page has heard of it. */
  take(run: number, snapshot: Snapshot) {
    return new Promise<void>((resolve, reject) => {
      this.snapshots.push(() => this.worker.take(run, snapshot).then(resolve, reject));
    });
  }

  /** Lets one message or answer through, of those that can be next; whether there was one. */
  next(which: number, fails: boolean): boolean {
    const { requests, replies, snapshots, events, work } = this;
    const ready = [requests, replies, snapshots, events].filter(({ length }) => length > 0);
    const count = ready.length + work.length;
    if (count === 0) return false;
    const chosen = which % count;
    const passage = ready[chosen]?.shift() ?? work.splice(chosen - ready.length, 1)[0];
    passage?.(fails);
    return true;
  }

  private call<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const reply = (passage: Passage) => this.replies.push(passage);
      this.requests.push(async () => {
        try {
          const value = await work();
          reply(() => resolve(value));
        } catch (error) {
          reply(() => reject(error));
        }
      });
    });
  }

  private tell(event: ExplorerEvent) {
    return new Promise<void>((resolve, reject) => {
      this.events.push(() => this.onEvent(event).then(resolve, reject));
    });
  }

  private answer(version: number | undefined, name: readonly [string, string], ...rest: unknown[]) {
    const areas: Areas = { test: { tell: (of: OfModel, from: number) => this.told(of, from) } };
    return answer(this.worker, areas, version, name, rest);
  }

  private told({ model }: OfModel, from: number): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.work.push((fails) => {
        if (fails) return reject(new Error(FAILURE));
        const [source = 0, latentSize = 0, step = 0] = (model.session as unknown as FakeModel).use();
        resolve({ source, latentSize, step, from });
      });
    });
  }

  private get worker() {
    if (!this.session) throw new Error('The session is not open.');
    return this.session;
  }
}

/** The one question that it knows. */
export const tell = (it: unknown, from: number) =>
  (it as { test: { tell(from: number): Promise<Told> } }).test.tell(from);
