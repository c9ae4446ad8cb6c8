// What a person can do. Each room and feature names its commands beside what they do.

/** Each room and feature adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who have commands.
export interface Commands {}

export type Command = Commands[keyof Commands];
export type Send = (command: Command) => void;

/** For each command of a feature what it does. */
export type Handlers<Own extends { do: string }> = {
  [Do in Own['do']]: (command: Extract<Own, { do: Do }>) => void | Promise<void>;
};

type Handle = (command: Command) => void | Promise<void>;

/**
 * Sends each command to its handler; whatever goes wrong is reported, and can be sent again. What is told of a command that
 * failed before, as `toldOf` says, is settled where it goes well now. A command has one handler.
 */
export function createSend(
  handlers: readonly Handlers<Command>[],
  report: (error: unknown, again: () => void, of: Command['do']) => void,
  toldOf: (of: Command['do']) => (() => void) | undefined = () => undefined,
): Send {
  const known = new Map<string, Handle>();
  for (const own of handlers)
    for (const [name, handle] of Object.entries(own)) {
      if (known.has(name))
        throw new Error(`Two handlers carry out “${name}”: name one of the commands anew.`);
      known.set(name, handle as Handle);
    }
  const act = async (command: Command) => {
    const handle = known.get(command.do);
    if (!handle) throw new Error(`Nothing carries out “${command.do}”: add its handler to its feature.`);
    await handle(command);
  };
  const send: Send = (command) => {
    const settle = toldOf(command.do);
    act(command).then(settle, (error: unknown) => report(error, () => send(command), command.do));
  };
  return send;
}
