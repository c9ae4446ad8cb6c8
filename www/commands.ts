// What a person can do. Each feature names its commands beside what they do, in www/actions.

import type { AsidesCommand } from './actions/asides';
import type { AttributesCommand } from './actions/attributes';
import type { ExploringCommand } from './actions/exploring';
import type { ExportCommand } from './actions/export';
import type { InputCommand } from './actions/input';
import type { MapCommand } from './actions/map';
import type { ModelCommand } from './actions/model';
import type { PathsCommand } from './actions/paths';
import type { ReplayCommand } from './actions/replay';
import type { RunsCommand } from './actions/runs';
import type { SlowMotionCommand } from './actions/slow-motion';
import type { TrainingCommand } from './actions/training';

export type Command =
  | AsidesCommand
  | ExploringCommand
  | MapCommand
  | InputCommand
  | PathsCommand
  | AttributesCommand
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
