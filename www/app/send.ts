// What a person can do. Each feature names its commands beside what they do.

import type { ArithmeticCommand } from '../features/arithmetic/commands';
import type { AsidesCommand } from '../features/article/commands';
import type { DirectionsCommand } from '../features/directions/commands';
import type { ExportCommand } from '../features/export/commands';
import type { MapCommand } from '../features/map/commands';
import type { ModelCommand } from '../features/models/commands';
import type { PathsCommand } from '../features/paths/commands';
import type { ReplayCommand } from '../features/replay/commands';
import type { RunsCommand } from '../features/runs/commands';
import type { SlowMotionCommand } from '../features/slow-motion/commands';
import type { InputCommand } from './input/commands';
import type { ExploringCommand } from './latent/commands';
import type { TrainingCommand } from './run/commands';

export type Command =
  | AsidesCommand
  | ExploringCommand
  | MapCommand
  | InputCommand
  | PathsCommand
  | ArithmeticCommand
  | DirectionsCommand
  | ExportCommand
  | TrainingCommand
  | ReplayCommand
  | RunsCommand
  | SlowMotionCommand
  | ModelCommand;

export type Send = (command: Command) => void;

/** For each command of a feature what it does. */
export type Handlers<Feature extends Command> = {
  [Do in Feature['do']]: (command: Extract<Feature, { do: Do }>) => void | Promise<void>;
};

/** Sends each command to its handler; whatever goes wrong is reported. */
export function createSend(handlers: Handlers<Command>, report: (error: unknown) => void): Send {
  const act = async (command: Command) => {
    // The key picks the handler of this very command, which the compiler cannot follow through a union.
    const handle = handlers[command.do] as (command: Command) => void | Promise<void>;
    await handle(command);
  };
  return (command) => {
    act(command).catch(report);
  };
}
