// Trainers of the same model take turns, so that whatever else the machine does slows all of them alike.

import type { Stretch, Trainer } from './api';
import { mean, median } from './statistics.mjs';

/** After the first: the losses of all trainers are compared over these. */
const EARLY_STEPS = 4;
/** While the browser still compiles the better code. */
const WARM_UP_STEPS = 30;
const TURN_MS = 250;
const FEWEST_TURNS = 2;

export interface Timing {
  /** All of them, warm-up included. */
  steps: number;
  /** Milliseconds a step in each turn: the n-th turns of all trainers were side by side. */
  turns: number[];
  /** A step's median over the turns. */
  milliseconds: number;
  fastestMilliseconds: number;
  /** A step's; undefined where the trainer does not say. */
  hostMilliseconds: number | undefined;
  dispatches: number | undefined;
  /** In nats an image: the first step's, the mean over the next four, and that of the last quarter of the turns. */
  firstLoss: number;
  earlyLoss: number;
  lastLoss: number;
}

interface Entrant {
  trainer: Pick<Trainer, 'train'>;
  firstLoss: number;
  earlyLoss: number;
  steps: number;
  stepsInTurn: number;
  turns: Stretch[];
}

/** Gives each trainer `seconds` of training, in short turns, after a warm-up. One turn is the least that the signal stops. */
export async function takeTurns(
  trainers: readonly Pick<Trainer, 'train'>[],
  seconds: number,
  signal?: AbortSignal,
): Promise<Timing[]> {
  const entrants: Entrant[] = [];
  for (const trainer of trainers) entrants.push(await warmUp(trainer, seconds, signal));
  const waiting = () =>
    entrants.filter(({ turns }) => turns.length < FEWEST_TURNS || spent(turns) < 1000 * seconds);
  for (let round = waiting(); round.length > 0; round = waiting()) {
    for (const entrant of round) {
      signal?.throwIfAborted();
      entrant.turns.push(await entrant.trainer.train(entrant.stepsInTurn));
    }
  }
  return entrants.map(timing);
}

const spent = (turns: Stretch[]) => turns.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

async function warmUp(
  trainer: Pick<Trainer, 'train'>,
  seconds: number,
  signal?: AbortSignal,
): Promise<Entrant> {
  const first = await trainer.train(1);
  const early = await trainer.train(EARLY_STEPS);
  let steps = 1 + EARLY_STEPS;
  let perStep = early.milliseconds / EARLY_STEPS;
  for (let left = 500 * seconds; left > 0 && steps < WARM_UP_STEPS; ) {
    signal?.throwIfAborted();
    const count = Math.max(1, Math.min(WARM_UP_STEPS - steps, Math.floor(left / perStep)));
    const { milliseconds } = await trainer.train(count);
    perStep = milliseconds / count;
    left -= milliseconds;
    steps += count;
  }
  const turn = Math.min(TURN_MS, (1000 * seconds) / FEWEST_TURNS);
  const stepsInTurn = Math.max(1, Math.round(turn / perStep));
  return { trainer, firstLoss: first.loss, earlyLoss: early.loss, steps, stepsInTurn, turns: [] };
}

function timing({ turns, steps, stepsInTurn, firstLoss, earlyLoss }: Entrant): Timing {
  const perStep = (of: (turn: Stretch) => number | undefined) =>
    turns.map(of).flatMap((value) => (value === undefined ? [] : [value / stepsInTurn]));
  const milliseconds = perStep((turn) => turn.milliseconds);
  const medianOf = (values: number[]) => (values.length > 0 ? median(values) : undefined);
  return {
    steps: steps + turns.length * stepsInTurn,
    turns: milliseconds,
    milliseconds: median(milliseconds),
    fastestMilliseconds: Math.min(...milliseconds),
    hostMilliseconds: medianOf(perStep((turn) => turn.hostMilliseconds)),
    dispatches: medianOf(perStep((turn) => turn.dispatches)),
    firstLoss,
    earlyLoss,
    lastLoss: mean(turns.slice(Math.floor(0.75 * turns.length)).map(({ loss }) => loss)),
  };
}

/** How many steps of `own` fit into one of `other`: the median over the turns that were side by side. */
export function stepsInOne(other: Timing, own: Timing): number {
  const beside = Math.min(other.turns.length, own.turns.length);
  return median(other.turns.slice(0, beside).map((turn, i) => turn / (own.turns[i] ?? Number.NaN)));
}
